using System.Globalization;
using PolicyAnalysis.ML.Data;

namespace PolicyAnalysis.ML.Evaluation;

/// <summary>A judgement on a provision of a public archive, without its text.</summary>
internal sealed record PointedRow(string Path, int Line, string Fingerprint, string Part, IReadOnlyList<string> Cells);

/// <summary>Reads judgements that point into a public archive, and finds their provisions again.</summary>
internal static class PointedRows
{
    /// <summary>Reads rows: <c>&gt; PATH</c> opens a file, and a row has line, fingerprint, part and further cells, tab-separated.</summary>
    /// <exception cref="PolicyAnalysisException">A line has another shape; the message names it.</exception>
    public static IReadOnlyList<PointedRow> Read(TextReader reader, int cells)
    {
        var rows = new List<PointedRow>();
        string path = string.Empty;
        for (int number = 1; reader.ReadLine() is { } row; number++)
        {
            if (row.StartsWith("> ", StringComparison.Ordinal))
                path = row[2..];
            else if (row.Length > 0 && row[0] != '#')
                rows.Add(Parse(row, number, path, cells));
        }

        return rows;
    }

    /// <summary>Reads the rows that are part of this package.</summary>
    public static IReadOnlyList<PointedRow> Shipped(string name, int cells)
    {
        string resource = "PolicyAnalysis.ML.Data." + name;
        using Stream stream = typeof(PointedRows).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded judgements {resource} are missing from the assembly.");
        using var reader = new StreamReader(stream);
        return Read(reader, cells);
    }

    /// <summary>Assesses each file once and pairs its rows with their provisions; rows whose provision is not found are left out.</summary>
    public static IEnumerable<(PointedRow Row, AnalyzedProvision Provision, PolicyAssessment Assessment)> Find(IEnumerable<PointedRow> rows, Func<string, string?> readFile, Func<PolicyDocument, PolicyAssessment> assess, CancellationToken cancellationToken)
    {
        foreach (IGrouping<string, PointedRow> file in rows.GroupBy(row => row.Path, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (readFile(file.Key) is not { } markdown)
                continue;
            PolicyAssessment assessment = assess(PolicyDocument.Parse(markdown, new PolicyReadOptions { MediaType = PolicyMediaType.Markdown }, cancellationToken));
            ILookup<string, AnalyzedProvision> byFingerprint = assessment.Policy.Provisions.ToLookup(provision => LabelPointerFile.Fingerprint(provision.Provision.Text), StringComparer.Ordinal);
            foreach (PointedRow row in file)
            {
                // The same sentence may stand in a document more than once: the one nearest to the line is meant.
                if (byFingerprint[row.Fingerprint].MinBy(provision => Math.Abs(provision.Provision.Position.Line - row.Line)) is { } found)
                    yield return (row, found, assessment);
            }
        }
    }

    /// <summary>The words of a cell; a hyphen stands for none.</summary>
    public static IReadOnlyList<string> Words(string cell) => cell == "-" ? [] : cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static PointedRow Parse(string row, int number, string path, int cells)
    {
        string[] parts = row.Split('\t');
        if (parts.Length != 3 + cells || path.Length == 0 || parts[1].Length != 16 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int line))
            throw new PolicyAnalysisException($"Line {number} of the judgements is not a line number, a fingerprint of 16 digits, a part and {cells} cells, below the path of a file.");
        return new PointedRow(path, line, parts[1], parts[2], parts[3..]);
    }
}
