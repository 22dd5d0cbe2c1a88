using System.Text.RegularExpressions;
using static PolicyAnalysis.Tests.Comparison.Compared;

namespace PolicyAnalysis.Tests.Comparison;

public sealed partial class ChangeSummaryTests
{
    // The words a summary may say of itself; all others come from a quote.
    private static readonly string[] OwnWords = ["added", "removed", "moved", "the", "words", "became", "under", "a", "link", "points", "elsewhere", "only", "marks", "or", "capitals", "spaces", "changed", "in", "and", "other", "words", "with", "now", "no", "longer", "takes",
        "age", "period", "amount", "share", "size", "rises", "falls", "from", "to", "is", "newly", "stated", "it", "stood", "minutes", "hours", "days", "months", "years"];

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
                Assert.Contains(quote.Groups["text"].Value.Trim('…'), sources, StringComparison.Ordinal);
                return " ";
            });
            Assert.All(Word().Matches(own).Select(word => word.Value.ToLowerInvariant()), word => Assert.Contains(word, OwnWords));
        });
    }

    [Theory]
    [InlineData("You must be 13 years old to draw.", "You must be 16 years old to draw.", "The age rises from “13 years old” to “16 years old” in “You must be 16 years old to draw.”")]
    [InlineData("We keep drawings for 30 days.", "We keep drawings for two weeks.", "The period falls from “30 days” to “two weeks” in “We keep drawings for two weeks.”")]
    [InlineData("The plan costs €4 a month.", "The plan costs €6 a month.", "The amount rises from “€4” to “€6” in “The plan costs €6 a month.”")]
    [InlineData("We will print a drawing.", "We may print a drawing.", "“will” became “may” in “We may print a drawing.”")]
    [InlineData("“Artist” means Lumenleaf Ltd.", "“Artist” means Lumenleaf Ltd and its affiliates.", "“Artist” now takes in “affiliates”")]
    public void A_summary_names_what_changed_with_its_unit_and_its_sentence(string before, string after, string expected)
    {
        ChangeRecord change = Assert.Single(Compare("# Notice\n\n" + before, "# Notice\n\n" + after).Changes);

        Assert.StartsWith(expected, change.Summary, StringComparison.Ordinal);
        Assert.All(change.DirectionReasons, reason => Assert.DoesNotContain("P30D", reason, StringComparison.Ordinal));
    }

    [GeneratedRegex("‹(?<text>[^›]*)›|“(?<text>(?:[^“”]|“[^“”]*”)*)”", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("[A-Za-z]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
