using System.Text.RegularExpressions;

namespace PolicyAnalysis.ML.Evaluation.Changes;

/// <summary>The words by which a labelled quote is found in a record.</summary>
internal static partial class QuoteWords
{
    private const int ShortestForShare = 6;
    private const double Share = 0.85;

    /// <summary>The words of Markdown as labelled: the targets of links left out.</summary>
    public static string[] OfSource(string markdown) => Of(LinkTarget().Replace(markdown, "]"));

    public static string[] Of(string text) => [.. Word().Matches(text).Select(static match => match.Value.ToLowerInvariant())];

    /// <summary>Whether a record's words hold a quote, in a row, or 85 % of the words of a quote of six or more.</summary>
    public static bool AreInside(string[] quote, string[] words)
    {
        if (quote.Length == 0)
            return false;
        for (int i = 0; i + quote.Length <= words.Length; i++)
        {
            if (words.AsSpan(i, quote.Length).SequenceEqual(quote))
                return true;
        }

        if (quote.Length < ShortestForShare)
            return false;
        var left = words.GroupBy(static word => word, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);
        int found = quote.GroupBy(static word => word, StringComparer.Ordinal).Sum(group => Math.Min(group.Count(), left.GetValueOrDefault(group.Key)));
        return found >= Share * quote.Length;
    }

    [GeneratedRegex(@"\]\((?:[^()\s]|\([^()]*\))*\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word();
}
