using System.Globalization;
using System.Text;
using PolicyAnalysis.Documents;

namespace PolicyAnalysis.ML.Evaluation;

/// <summary>
/// Measures extraction on a folder of pages: <c>index.tsv</c> with the columns <c>id</c>, <c>service</c>, <c>terms_type</c>,
/// <c>sources</c> (how many) and <c>several_policies_on_page</c>, and for each id a folder with <c>s1.*</c>, <c>s2.*</c> … and
/// <c>truth.md</c>.
/// </summary>
/// <remarks>Stateless and thread-safe.</remarks>
public static class ExtractionEvaluation
{
    private const int LowestShown = 12;

    /// <summary>Scores every page.</summary>
    /// <param name="folder">The folder of pages.</param>
    /// <param name="withDocumentType">Whether the kind of policy is told to the reader.</param>
    /// <param name="cancellationToken">Stops the work between pages.</param>
    /// <returns>The scores in the order of the index.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="PolicyReadException">The index lacks a column, a cell or a page, or a page cannot be read.</exception>
    public static IReadOnlyList<ExtractionScore> Score(string folder, bool withDocumentType, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string[] lines = File.ReadAllLines(Path.Combine(folder, "index.tsv"));
        string[] columns = lines.Length == 0 ? [] : lines[0].Split('\t');
        int id = Column("id"), service = Column("service"), type = Column("terms_type"), sources = Column("sources"), several = Column("several_policies_on_page");
        var scores = new List<ExtractionScore>(lines.Length);
        for (int row = 1; row < lines.Length; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (lines[row].Length == 0)
                continue;
            string[] cells = lines[row].Split('\t');
            if (cells.Length != columns.Length || !int.TryParse(cells[sources], NumberStyles.None, CultureInfo.InvariantCulture, out int count))
                throw new PolicyReadException(string.Create(CultureInfo.InvariantCulture, $"index.tsv, line {row + 1}: {columns.Length} cells parted by tabs are expected, with a number under sources."));
            string page = Path.Combine(folder, cells[id]);
            PolicyDocumentType wanted = withDocumentType ? PolicyDocumentTypeNames.Parse(cells[type]) : PolicyDocumentType.Unknown;
            string text = Extract(page, count, new PolicyReadOptions { DocumentType = wanted == PolicyDocumentType.Unknown ? null : wanted }, cancellationToken);
            (double precision, double recall) = ExtractionWords.Compare(text, File.ReadAllText(Path.Combine(page, "truth.md")));
            scores.Add(new ExtractionScore { Id = cells[id], Service = cells[service], HasSeveralPolicies = cells[several] == "yes", Precision = precision, Recall = recall });
        }

        return scores.Count > 0 ? scores : throw new PolicyReadException("index.tsv: there are no pages; each line after the first names one.");

        int Column(string name)
        {
            int index = Array.IndexOf(columns, name);
            return index >= 0 ? index : throw new PolicyReadException($"index.tsv: there is no column {name}; the first line names the columns, parted by tabs.");
        }
    }

    /// <summary>The figures as a table in Markdown, with the pages that fared worst.</summary>
    /// <param name="scores">The scores of the pages, at least one.</param>
    /// <exception cref="ArgumentException">There are no scores.</exception>
    public static string Table(IReadOnlyList<ExtractionScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var table = new StringBuilder("| pages | n | precision | recall | F1 | 95 % interval | median | lowest tenth | F1 < 0.5 | F1 >= 0.95 |\n|---|---|---|---|---|---|---|---|---|---|\n");
        Row(table, "all", scores);
        Row(table, "one policy a page", [.. scores.Where(score => !score.HasSeveralPolicies)]);
        table.Append("\nLowest F1: ");
        table.AppendJoin(", ", scores.OrderBy(score => score.F1).ThenBy(score => score.Id, StringComparer.Ordinal).Take(LowestShown).Select(score => string.Create(CultureInfo.InvariantCulture, $"{score.Id} {score.F1:0.00}")));
        return table.Append(".\n").ToString();
    }

    private static string Extract(string page, int sources, PolicyReadOptions options, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        for (int source = 1; source <= sources; source++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"s{source}.*");
            string path = Directory.EnumerateFiles(page, name).Order(StringComparer.Ordinal).FirstOrDefault()
                ?? throw new PolicyReadException($"{page}: there is no source {name}, though the index counts {sources.ToString(CultureInfo.InvariantCulture)}.");
            text.Append(PolicyDocument.Load(path, options, cancellationToken).Text).Append('\n');
        }

        return text.ToString();
    }

    private static void Row(StringBuilder table, string name, IReadOnlyList<ExtractionScore> scores)
    {
        if (scores.Count == 0)
            return;
        var figures = ExtractionFigures.Of(scores);
        table.Append(CultureInfo.InvariantCulture, $"| {name} | {figures.Pages} | {figures.Precision:0.000} | {figures.Recall:0.000} | {figures.F1.Value:0.0000} | {figures.F1.Low:0.000} to {figures.F1.High:0.000} | {figures.MedianF1:0.000} | {figures.LowestTenthF1:0.000} | {figures.Failures} | {figures.GoodShare:0.000} |\n");
    }
}
