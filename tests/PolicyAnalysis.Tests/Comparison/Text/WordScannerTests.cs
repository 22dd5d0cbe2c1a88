using CsCheck;
using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Tests.Comparison.Text;

public sealed class WordScannerTests
{
    [Theory]
    [InlineData("We shall not, or May not.", "We|shall not|,|or|May not|.")]
    [InlineData("on 12 May 2024 or May 12, 2024 or 12 May", "on|12 May 2024|or|May 12, 2024|or|12 May")]
    [InlineData("May 2024; 1st June 2025", "May 2024|;|1st June 2025")]
    [InlineData("$5 million, € 20, USD 1,000.50, 20 EUR, 4 %", "$5 million|,|€ 20|,|USD 1,000.50|,|20 EUR|,|4 %")]
    [InlineData("user's data-driven e.g. 3.14", "user's|data|-|driven|e|.|g|.|3.14")]
    [InlineData("nicht não naïve 😀 x", "nicht|não|naïve|😀|x")]
    [InlineData("12\nMay 2024 shall\nnot", "12|May 2024|shall|not")]
    [InlineData("a\u200Bb\u00A0c", "a|b|c")]
    public void Splits_words_and_keeps_protected_ones_whole(string text, string words)
        => Assert.Equal(words, string.Join('|', Split(text, 0)));

    [Fact]
    public void Every_character_is_in_a_token_or_between_tokens_as_space_wherever_the_blocks_fall()
        => Gen.Select(Texts.Document, Gen.Int[0, 130]).Sample(
            static (document, shift) =>
            {
                string text = new string(' ', shift) + document;
                var tokens = new TokenList();
                WordScanner.Split(text, 0, text.Length, tokens);
                int end = 0;
                for (int i = 0; i < tokens.Count; i++)
                {
                    Assert.All(text[end..tokens.Starts[i]], static c => Assert.True(Typography.IsSpace(c)));
                    Assert.True(tokens.Starts[i] < tokens.Ends[i]);
                    end = tokens.Ends[i];
                }

                Assert.All(text[end..], static c => Assert.True(Typography.IsSpace(c)));
                Assert.Equal(Split(document, 0), Split(text, 0));
            },
            iter: 5_000);

    [Fact]
    public void A_lone_surrogate_is_a_token_of_its_own()
        => Assert.Equal(["a", "\uD800", "b", "\uDC00"], Split("a\uD800b \uDC00", 0));

    [Fact]
    public void A_word_longer_than_a_block_is_one_token()
    {
        string word = new('x', 200);
        Assert.Equal(["a", word, "b"], Split($"a {word} b", 0));
    }

    private static List<string> Split(string text, int start)
    {
        var tokens = new TokenList();
        WordScanner.Split(text, start, text.Length, tokens);
        return [.. Enumerable.Range(0, tokens.Count).Select(i => text[tokens.Starts[i]..tokens.Ends[i]])];
    }
}
