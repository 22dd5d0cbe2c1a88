using System.Text.RegularExpressions;
using static PolicyAnalysis.Tests.Comparison.Compared;

namespace PolicyAnalysis.Tests.Comparison;

public sealed partial class ChangeSummaryTests
{
    // The words a summary may say of itself; all others come from a quote.
    private static readonly string[] OwnWords = ["added", "removed", "moved", "the", "words", "became", "under", "a", "link", "points", "elsewhere", "spaces", "changed", "in", "and", "other", "places"];

    [Theory]
    [InlineData("privacy-2024.html", "privacy-2025.html")]
    [InlineData("privacy-2025.html", "privacy-2026.html")]
    [InlineData("terms-2024.html", "terms-2025.html")]
    [InlineData("terms-2025.html", "terms-2026.html")]
    public void Every_word_of_substance_in_a_summary_comes_from_a_quote(string before, string after)
    {
        PolicyComparison comparison = Compare(PlantedChangesTests.Classified(before), PlantedChangesTests.Classified(after));

        Assert.All(comparison.Changes, change =>
        {
            Assert.NotEmpty(change.Summary);
            string sources = string.Join('\n', [change.Before?.Text ?? string.Empty, change.After?.Text ?? string.Empty, .. change.Before?.Headings ?? [], .. change.After?.Headings ?? []]).ReplaceLineEndings(" ");
            string own = Quoted().Replace(change.Summary, quote =>
            {
                Assert.Contains(quote.Groups["text"].Value.TrimEnd('…'), sources, StringComparison.Ordinal);
                return " ";
            });
            Assert.All(Word().Matches(own).Select(word => word.Value.ToLowerInvariant()), word => Assert.Contains(word, OwnWords));
        });
    }

    [GeneratedRegex("‹(?<text>[^›]*)›|“(?<text>(?:[^“”]|“[^“”]*”)*)”", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("[A-Za-z]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
