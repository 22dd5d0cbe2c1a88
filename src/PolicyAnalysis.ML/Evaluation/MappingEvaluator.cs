using System.Globalization;
using System.Text;

namespace PolicyAnalysis.ML.Evaluation;

/// <summary>Measures how many of the first three rules linked with a provision are right, by judgements that people made by reading.</summary>
/// <remarks>Static and thread-safe. The judgements ship as pointers; the text comes from a checkout of the public archive they point into.</remarks>
public static class MappingEvaluator
{
    private const int Looked = 3;

    /// <summary>Maps every judged provision anew and says the precision of its first three links, with intervals over resampled provisions.</summary>
    /// <param name="readFile">Gives the text of a file of the archive at the judgements' commit, or <see langword="null"/> where the checkout lacks it.</param>
    /// <param name="assess">Sets a document against the catalogue.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    /// <returns>The figures as Markdown.</returns>
    public static string Evaluate(Func<string, string?> readFile, Func<PolicyDocument, PolicyAssessment> assess, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(readFile);
        ArgumentNullException.ThrowIfNull(assess);
        return Evaluate(PointedRows.Shipped("mapping-judgements.tsv", 2), readFile, assess, cancellationToken);
    }

    internal static string Evaluate(IReadOnlyList<PointedRow> rows, Func<string, string?> readFile, Func<PolicyDocument, PolicyAssessment> assess, CancellationToken cancellationToken)
    {
        List<Judged> all = [.. PointedRows.Find(rows, readFile, assess, cancellationToken).Select(found => Judge(found.Row, found.Provision, found.Assessment))];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{all.Count} of {rows.Count} judged provisions found; their first {Looked} links\n\n");
        text.Append("| part | provisions | with links | links | right | wrong | not judged | precision of judged (95 % interval) | provisions with no wrong link |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (IGrouping<string, Judged> part in all.GroupBy(judged => judged.Part, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Judged[] judged = [.. part];
            Interval precision = Bootstrap.Around(Precision(judged), Bootstrap.Resample(judged, Precision));
            text.Append(CultureInfo.InvariantCulture, $"| {part.Key} | {judged.Length} | {judged.Count(each => each.Links > 0)} | {judged.Sum(each => each.Links)} | {judged.Sum(each => each.Right)} | {judged.Sum(each => each.Wrong)} ");
            text.Append(CultureInfo.InvariantCulture, $"| {judged.Sum(each => each.Links - each.Right - each.Wrong)} | {precision.Value:F3} ({precision.Low:F3} to {precision.High:F3}) | {judged.Count(each => each.Wrong == 0) / (double)judged.Length:F3} |\n");
        }

        return text.ToString();
    }

    private readonly record struct Judged(string Part, int Links, int Right, int Wrong);

    private static Judged Judge(PointedRow row, AnalyzedProvision provision, PolicyAssessment assessment)
    {
        string[] links = [.. assessment.Provisions.FirstOrDefault(each => each.Provision == provision)?.Citations.Take(Looked).Select(link => link.Id) ?? []];
        return new Judged(row.Part, links.Length, links.Count(PointedRows.Words(row.Cells[0]).Contains), links.Count(PointedRows.Words(row.Cells[1]).Contains));
    }

    private static double Precision(Judged[] judged)
    {
        int right = judged.Sum(each => each.Right);
        return right / (double)Math.Max(1, right + judged.Sum(each => each.Wrong));
    }
}
