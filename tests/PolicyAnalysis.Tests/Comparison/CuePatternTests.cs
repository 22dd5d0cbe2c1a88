using System.Text.RegularExpressions;
using PolicyAnalysis.Comparison.Evidence;
using PolicyAnalysis.Comparison.Quantities;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Tests.Comparison;

public sealed class CuePatternTests
{
    private static IEnumerable<CuePattern> Patterns =>
        Cue.All.SelectMany(static cue => new[] { cue.Pattern, cue.Guard })
            .Concat(QuantitySubject.All.SelectMany(static subject => new[] { subject.Cue, subject.Guard })).OfType<CuePattern>();

    [Theory]
    [InlineData("(we|you) (must|may)", "we may|we must|you may|you must")]
    [InlineData(@"\barbitrat(e|or)s?\b", "arbitrate|arbitrates|arbitrator|arbitrators")]
    [InlineData(@"\b(fees?|prices?)\b.{0,300}\bnotice\b", "notice")]
    [InlineData("(free of )?charge", "charge|free of charge")]
    [InlineData("any(thing)? [0-9]{1,3} days", " days")]
    [InlineData("don[’']t sell", "don't sell|don’t sell")]
    [InlineData(@"\w{1,9}", null)]
    [InlineData("notice|[0-9]{1,2}", null)]
    public void The_literals_that_a_match_needs_are_found(string pattern, string? literals)
    {
        IReadOnlyCollection<string>? needed = new CuePattern(pattern).Needed;

        Assert.Equal(literals, needed is null ? null : string.Join('|', needed.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("a+", "no end")]
    [InlineData("(also )*must", "no end")]
    [InlineData("a{2,}", "no end")]
    [InlineData("(a{0,9}b){0,9}", "inside another")]
    [InlineData("a{0,9999}", "more than 400")]
    [InlineData("(?=a)b", "not known")]
    [InlineData(@"(a)\1", "not known")]
    [InlineData("(a", "not closed")]
    [InlineData("a)", "without its opening")]
    [InlineData("[a", "not closed")]
    [InlineData("?a", "not expected")]
    public void A_pattern_without_a_bound_or_of_another_language_is_refused(string pattern, string why)
    {
        var refused = Assert.Throws<FormatException>(() => new CuePattern(pattern));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_passed_over_has_no_match()
    {
        Assert.All(SampleSentences(), sentence =>
            Assert.DoesNotContain(Patterns, pattern => !pattern.MayMatch(sentence) && pattern.Expression.IsMatch(sentence)));
    }

    [Fact]
    public void Letters_that_fold_to_ascii_are_not_passed_over()
    {
        var pattern = new CuePattern("kids");

        Assert.Equal(pattern.Expression.IsMatch("\u212AIDS"), pattern.IsMatch("\u212AIDS"));
    }

    [Fact]
    public void Matches_are_those_of_an_automaton_without_backtracking()
    {
        // The automaton takes ten milliseconds to build, so every seventh pattern stands for all.
        CuePattern[] some = [.. Patterns.Where(static (_, index) => index % 7 == 0)];
        string[] sentences = [.. SampleSentences()];
        foreach (CuePattern pattern in some)
        {
            var automaton = new Regex(pattern.Expression.ToString(), pattern.Expression.Options | RegexOptions.NonBacktracking, Regex.InfiniteMatchTimeout);
            foreach (string sentence in sentences)
                Assert.Equal(automaton.Matches(sentence).Select(static match => (match.Index, match.Length)), pattern.Expression.Matches(sentence).Select(static match => (match.Index, match.Length)));
        }
    }

    private static IEnumerable<string> SampleSentences()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "samples", "policies"), "*.html").Order(StringComparer.Ordinal))
        {
            foreach (string line in PolicyDocument.Load(file).Text.Split('\n'))
                yield return line;
        }

        foreach (Cue cue in Cue.All)
        {
            yield return cue.Example;
            yield return cue.NearMiss;
        }
    }
}
