using System.Globalization;
using PolicyAnalysis.Reporting.Csv;

namespace PolicyAnalysis.Archive.Reports;

/// <summary>Timelines, comparisons and families as tables.</summary>
internal static class ArchiveCsv
{
    public static string Write(DocumentTimeline timeline)
    {
        var csv = new CsvText("provision", "event", "date", "entry", "kind", "types", "stands", "headings", "text");
        for (int index = 0; index < timeline.Provisions.Count; index++)
        {
            ProvisionLife life = timeline.Provisions[index];
            foreach (ProvisionEvent happened in life.Events)
            {
                csv.Record(
                    CsvText.Number(index + 1),
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
        var csv = new CsvText(["platform", "documents", "provisions", .. comparison.Quantities.SelectMany(static distribution => new[] { $"{ArchiveText.Wire(distribution.Kind)} {distribution.Unit}", $"{ArchiveText.Wire(distribution.Kind)} {distribution.Unit} rank" })]);
        foreach (PlatformEntry entry in comparison.Platforms)
        {
            var cells = new List<string?> { entry.Platform, CsvText.Values(entry.Documents), CsvText.Number(entry.ProvisionCount) };
            foreach (QuantityDistribution distribution in comparison.Quantities)
            {
                cells.Add(distribution.Figures.FirstOrDefault(figure => figure.Platform == entry.Platform) is { } figure ? ArchiveText.Number(figure.Amount) : null);
                cells.Add(CsvText.Number(distribution.RankOf(entry.Platform)));
            }

            csv.Record(cells);
        }

        return csv.ToString();
    }

    public static string Write(FamilyTimeline family)
    {
        var csv = new CsvText("document", "language", "regions", "event", "date", "entry", "types", "text");
        for (int index = 0; index < family.Timelines.Count; index++)
        {
            FamilyVariant variant = family.Family.Variants[index];
            foreach (ProvisionLife life in family.Timelines[index].Provisions)
            {
                foreach (ProvisionEvent happened in life.Events)
                {
                    csv.Record(
                        variant.Document,
                        variant.Language,
                        string.Join(' ', variant.Regions),
                        ArchiveText.Wire(happened.Kind),
                        ArchiveText.Day(happened.SeenAt),
                        happened.Sequence.ToString(CultureInfo.InvariantCulture),
                        string.Join(' ', life.Types),
                        happened.Text);
                }
            }
        }

        return csv.ToString();
    }
}
