using System.Globalization;
using System.Text;

namespace PolicyAnalysis.ML.Evaluation;

/// <summary>Measures how many of the jurisdictions that provisions name are recognised, by labels that people made by reading.</summary>
/// <remarks>Static and thread-safe. The labels ship as pointers; the text comes from a checkout of the public archive they point into.</remarks>
public static class PlaceEvaluator
{
    private const string UnionMembers = " AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE ";

    /// <summary>Reads the places of every labelled provision anew and says precision and recall, with intervals over resampled provisions.</summary>
    /// <param name="readFile">Gives the text of a file of the archive at the labels' commit, or <see langword="null"/> where the checkout lacks it.</param>
    /// <param name="assess">Sets a document against the catalogue.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    /// <returns>The figures as Markdown.</returns>
    public static string Evaluate(Func<string, string?> readFile, Func<PolicyDocument, PolicyAssessment> assess, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(readFile);
        ArgumentNullException.ThrowIfNull(assess);
        return Evaluate(PointedRows.Shipped("named-places.tsv", 1), readFile, assess, cancellationToken);
    }

    internal static string Evaluate(IReadOnlyList<PointedRow> rows, Func<string, string?> readFile, Func<PolicyDocument, PolicyAssessment> assess, CancellationToken cancellationToken)
    {
        List<Named> all = [.. PointedRows.Find(rows, readFile, assess, cancellationToken).Select(found => Compare(found.Row, found.Provision, found.Assessment))];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{all.Count} of {rows.Count} labelled provisions found\n\n");
        text.Append("| part | provisions | jurisdictions named | recognised | invented | recall (95 % interval) | precision (95 % interval) |\n|---|---|---|---|---|---|---|\n");
        foreach (IGrouping<string, Named> part in all.GroupBy(named => named.Part, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Named[] named = [.. part];
            Interval recall = Bootstrap.Around(Recall(named), Bootstrap.Resample(named, Recall));
            Interval precision = Bootstrap.Around(Precision(named), Bootstrap.Resample(named, Precision));
            text.Append(CultureInfo.InvariantCulture, $"| {part.Key} | {named.Length} | {named.Sum(each => each.Recognised + each.Missed)} | {named.Sum(each => each.Recognised)} | {named.Sum(each => each.Invented)} ");
            text.Append(CultureInfo.InvariantCulture, $"| {recall.Value:F3} ({recall.Low:F3} to {recall.High:F3}) | {precision.Value:F3} ({precision.Low:F3} to {precision.High:F3}) |\n");
        }

        return text.ToString();
    }

    private readonly record struct Named(string Part, int Recognised, int Missed, int Invented);

    private static Named Compare(PointedRow row, AnalyzedProvision provision, PolicyAssessment assessment)
    {
        var said = assessment.NamedJurisdictions.Where(named => named.Provision == provision).Select(named => named.Code).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<string> labels = PointedRows.Words(row.Cells[0]);
        var asked = labels.Where(code => !code.EndsWith('?')).ToHashSet(StringComparer.Ordinal);

        // Who names a state has named its federation, and who names a member the Union.
        var allowed = labels.Select(code => code.TrimEnd('?')).SelectMany(code => new[] { code, Above(code) }).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new Named(row.Part, asked.Count(said.Contains), asked.Count(code => !said.Contains(code)), said.Count(code => !allowed.Contains(code)));
    }

    private static string? Above(string code)
    {
        int hyphen = code.IndexOf('-', StringComparison.Ordinal);
        if (hyphen > 0)
            return code[..hyphen];
        return UnionMembers.Contains($" {code} ", StringComparison.Ordinal) ? "EU" : null;
    }

    private static double Recall(Named[] named) => named.Sum(each => each.Recognised) / (double)Math.Max(1, named.Sum(each => each.Recognised + each.Missed));

    private static double Precision(Named[] named) => named.Sum(each => each.Recognised) / (double)Math.Max(1, named.Sum(each => each.Recognised + each.Invented));
}
