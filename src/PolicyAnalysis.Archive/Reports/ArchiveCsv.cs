using System.Globalization;
using System.Text;

namespace PolicyAnalysis.Archive.Reports;

/// <summary>Tables as RFC 4180 has them, with line feeds; a cell that a spreadsheet would run as a formula begins with an apostrophe.</summary>
internal static class ArchiveCsv
{
    public static string Write(DocumentTimeline timeline)
    {
        var csv = new StringBuilder();
        Row(csv, "provision", "event", "date", "entry", "kind", "types", "stands", "headings", "text");
        for (int index = 0; index < timeline.Provisions.Count; index++)
        {
            ProvisionLife life = timeline.Provisions[index];
            foreach (ProvisionEvent happened in life.Events)
            {
                Row(
                    csv,
                    (index + 1).ToString(CultureInfo.InvariantCulture),
                    ArchiveText.Wire(happened.Kind),
                    ArchiveText.Day(happened.SeenAt),
                    happened.Sequence.ToString(CultureInfo.InvariantCulture),
                    ArchiveText.Wire(life.Kind),
                    string.Join(' ', life.Types),
                    life.IsPresent ? "yes" : "no",
                    string.Join(" > ", life.Headings),
                    happened.Text);
            }
        }

        return csv.ToString();
    }

    public static string Write(PlatformComparison comparison)
    {
        var csv = new StringBuilder();
        Row(csv, ["platform", "documents", "provisions", .. comparison.Quantities.SelectMany(static distribution => new[] { $"{ArchiveText.Wire(distribution.Kind)} {distribution.Unit}", $"{ArchiveText.Wire(distribution.Kind)} {distribution.Unit} rank" })]);
        foreach (PlatformEntry entry in comparison.Platforms)
        {
            var cells = new List<string> { entry.Platform, string.Join("; ", entry.Documents), entry.ProvisionCount.ToString(CultureInfo.InvariantCulture) };
            foreach (QuantityDistribution distribution in comparison.Quantities)
            {
                cells.Add(distribution.Figures.FirstOrDefault(figure => figure.Platform == entry.Platform) is { } figure ? ArchiveText.Number(figure.Amount) : string.Empty);
                cells.Add(distribution.RankOf(entry.Platform)?.ToString(CultureInfo.InvariantCulture) ?? string.Empty);
            }

            Row(csv, [.. cells]);
        }

        return csv.ToString();
    }

    private static void Row(StringBuilder csv, params ReadOnlySpan<string> cells)
    {
        for (int index = 0; index < cells.Length; index++)
        {
            if (index > 0)
                csv.Append(',');
            string cell = cells[index].Length > 0 && cells[index][0] is '=' or '+' or '-' or '@' or '\t' ? "'" + cells[index] : cells[index];
            if (cell.AsSpan().IndexOfAny("\",\r\n") >= 0)
                csv.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else
                csv.Append(cell);
        }

        csv.Append('\n');
    }
}
