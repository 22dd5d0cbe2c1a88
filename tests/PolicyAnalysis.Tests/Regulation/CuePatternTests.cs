using CsCheck;
using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Tests.Regulation;

/// <summary>The small language of cues, against what a person would say it means.</summary>
public sealed class CuePatternTests
{
    [Theory]
    [InlineData("right to access", "You have the right to access it.", "right to access")]
    [InlineData("opt-out", "You may opt out of it.", "opt out")]
    [InlineData("delet*", "Deletion is possible.", "Deletion")]
    [InlineData("(erase|be forgotten)", "to be forgotten", "be forgotten")]
    [InlineData("keep ..3 days", "we keep it for 30 days", "keep it for 30 days")]
    [InlineData("keep ..2 days", "we keep it for up to 30 days", null)]
    [InlineData("<number> (days|months)", "within thirty days", "thirty days")]
    [InlineData("<email>", "Write to hello@lumenleaf.example.", "hello@lumenleaf.example")]
    [InlineData("keep ..5 days", "We keep it. Days go by.", null)]
    [InlineData("[the] data subject", "a data subject", "data subject")]
    [InlineData("^it", "ask it of IT", "IT")]
    [InlineData("§ 1798.100", "see § 1798.100(a)", "§ 1798.100")]
    [InlineData("art 6", "Art. 6 Abs. 1", "Art. 6")]
    public void A_pattern_finds_its_words(string pattern, string text, string? found) => Assert.Equal(found, First(pattern, text));

    [Theory]
    [InlineData("")]
    [InlineData("(a")]
    [InlineData("a)")]
    [InlineData("[a]")]
    [InlineData("..3 a")]
    [InlineData("a ..0 b")]
    [InlineData("a ..99 b")]
    [InlineData("A")]
    [InlineData("<thing>")]
    public void A_pattern_that_cannot_be_read_says_where(string pattern) =>
        Assert.Contains("cue", Assert.Throws<FormatException>(() => CueSet.Compile([pattern])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_gap_takes_as_many_words_as_it_says() =>
        Gen.Int[0, 12].Select(Gen.Int[1, 10]).Sample((between, most) =>
        {
            string text = "keep " + string.Concat(Enumerable.Repeat("word ", between)) + "days";
            Assert.Equal(between <= most, First($"keep ..{most} days", text) is not null);
        });

    [Fact]
    public void Any_text_is_walked_without_an_error_and_hits_lie_inside_it()
    {
        CueSet set = CueSet.Compile(["a ..3 b", "(a|b c) [d] <number>", "<capital> ..4 <email>"]);
        Gen.String[Gen.OneOf(Gen.Char["ab cd1.@\n’-"], Gen.Char), 0, 60].Sample(text =>
        {
            var words = new WordTable();
            var tokens = new List<CueToken>();
            CueTokenizer.Add(text, new TextRange(0, text.Length), words, tokens);
            var hits = new List<CueHit>();
            set.Begin(words).Match(tokens.ToArray(), 0, hits);
            Assert.All(tokens, token => Assert.InRange(token.Range.End, token.Range.Start + 1, text.Length));
            Assert.All(hits, hit => Assert.InRange(hit.Last, hit.First, tokens.Count - 1));
        });
    }

    private static string? First(string pattern, string text)
    {
        CueSet set = CueSet.Compile([pattern]);
        var words = new WordTable();
        var tokens = new List<CueToken>();
        CueTokenizer.Add(text, new TextRange(0, text.Length), words, tokens);
        var hits = new List<CueHit>();
        set.Begin(words).Match(tokens.ToArray(), 0, hits);
        return hits.Count == 0 ? null : text[tokens[hits[0].First].Range.Start..tokens[hits[0].Last].Range.End];
    }
}
