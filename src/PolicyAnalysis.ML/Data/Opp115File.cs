using System.Globalization;
using PolicyAnalysis.Classification;

namespace PolicyAnalysis.ML.Data;

/// <summary>Reads segments of the OPP-115 corpus: labels joined by <c>|</c>, a tab, the text, one a line.</summary>
public static class Opp115File
{
    /// <summary>The label set as a taxonomy, so that a classifier can be trained on it.</summary>
    public static Taxonomy Categories { get; } = new("opp115", [.. Taxonomy.Default.Types
        .SelectMany(type => type.Opp115)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Select(category => new ProvisionType { Id = category, Family = "opp115", Name = category, Definition = "A category of OPP-115.", Opp115 = [category] })]);

    /// <summary>Reads the files; the corpus names no services, so that each segment is a group of its own.</summary>
    /// <param name="paths">The files.</param>
    /// <exception cref="PolicyAnalysisException">A line has another shape; the message names file and line.</exception>
    public static IReadOnlyList<LabelledProvision> Read(params IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var provisions = new List<LabelledProvision>();
        foreach (string path in paths)
        {
            foreach ((int index, string row) in File.ReadLines(path).Index())
            {
                string[] cells = row.Split('\t');
                if (cells.Length != 2 || cells[0].Length == 0)
                    throw new PolicyAnalysisException($"Line {index + 1} of {path} is not labels, a tab and a text.");
                string id = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}:{index + 1}");
                provisions.Add(new LabelledProvision
                {
                    Id = id,
                    Group = id,
                    Labels = cells[0].Split('|'),
                    Input = new ProvisionInput { Text = cells[1], DocumentType = PolicyDocumentType.PrivacyNotice },
                });
            }
        }

        return provisions;
    }
}
