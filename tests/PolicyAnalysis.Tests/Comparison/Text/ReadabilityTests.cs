using CsCheck;
using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Tests.Comparison.Text;

public sealed class ReadabilityTests
{
    private static readonly string[] Protected = ["12 May 2024", "May 12, 2024", "€ 20", "$5 million", "30 %", "shall not", "may never", "1,000.50"];
    private static readonly string[] Plain = ["keep", "it", "for", "data", ",", ".", "shall", "may", "12", "notes"];

    [Theory]
    [InlineData("the")]
    [InlineData("of the")]
    [InlineData(", and the")]
    public void Words_that_only_happen_to_be_equal_do_not_split_a_rewrite(string island)
    {
        (string before, string after) = Rewrite(island, words: 7);
        TextEdit change = Assert.Single(TextDiff.Compare(before, after).Changes);
        Assert.Equal((before.Length, after.Length), (change.Before.Length, change.After.Length));
        Assert.Equal(TextDiff.Compare(before, after).Mirror().AsSpan().ToArray(), TextDiff.Compare(after, before).AsSpan().ToArray());
    }

    [Theory]
    [InlineData("of the", 3)]
    [InlineData("never sell", 9)]
    [InlineData("of the and in the", 12)]
    public void Equal_words_stay_where_the_edits_are_small_or_the_words_mean_something(string between, int words)
    {
        (string before, string after) = Rewrite(between, words);
        Assert.Equal(2, TextDiff.Compare(before, after).Changes.Count());
    }

    [Fact]
    public void No_edit_parts_a_number_a_date_an_amount_or_a_negation()
        => Gen.Select(Words(60), Words(60)).Sample(
            static (before, after) =>
            {
                TextEdit[] changes = [.. TextDiff.Compare(before, after).Changes];
                AssertWhole(before, changes.Select(static edit => edit.Before));
                AssertWhole(after, changes.Select(static edit => edit.After));
            },
            iter: 5_000);

    [Fact]
    public void Without_islands_a_short_script_is_a_shortest_one()
        => Gen.Select(Syllables(4), Syllables(4)).Sample(
            static (before, after) =>
            {
                int changed = TextDiff.Compare(string.Join(' ', before), string.Join(' ', after)).Changes
                    .Sum(edit => Count(edit.Before.Of(string.Join(' ', before))) + Count(edit.After.Of(string.Join(' ', after))));
                Assert.Equal(before.Length + after.Length - (2 * LongestCommonSubsequence(before, after)), changed);
            },
            iter: 3_000);

    [Theory]
    [InlineData("user's “data”", "user’s \"data\"")]
    [InlineData("a pre-paid plan", "a pre\u2011paid plan")]
    [InlineData("cooperate", "co\u00ADoperate")]
    [InlineData("café", "cafe\u0301")]
    [InlineData("30\u00A0days", "30 days")]
    [InlineData("\uD800 data", "\uD800\u00A0data")]
    public void Type_is_not_wording(string before, string after)
    {
        TextEditScript script = TextDiff.Compare(before, after);
        Assert.Equal(after, script.Apply(before, after));
        Assert.NotEmpty(script.Changes);
        Assert.Empty(script.WordingChanges(before, after));
    }

    private static (string Before, string After) Rewrite(string between, int words)
    {
        string[] text = [.. Enumerable.Range(0, words * 4).Select(static i => "word" + (char)('a' + (i % 26)) + (char)('a' + (i / 26)))];
        return ($"{Some(0)} {between} {Some(1)}", $"{Some(2)} {between} {Some(3)}");

        string Some(int part) => string.Join(' ', text.Skip(part * words).Take(words));
    }

    private static Gen<string> Words(int most) => Gen.Int[0, Protected.Length + Plain.Length - 1].Array[0, most].Select(static words => string.Join(' ', words.Select(static word => word < Protected.Length ? Protected[word] : Plain[word - Protected.Length])));

    private static Gen<string[]> Syllables(int kinds) => Gen.Int[0, kinds].Select(static kind => "k" + "aeiou"[kind]).Array[0, 30];

    private static void AssertWhole(string text, IEnumerable<TextRange> changed)
    {
        var tokens = new TokenList();
        WordScanner.Split(text, 0, text.Length, tokens);
        foreach (TextRange range in changed)
        {
            for (int i = 0; i < tokens.Count; i++)
            {
                Assert.False(tokens.Starts[i] < range.Start && range.Start < tokens.Ends[i], $"'{text[tokens.Starts[i]..tokens.Ends[i]]}' is parted");
                Assert.False(tokens.Starts[i] < range.End && range.End < tokens.Ends[i], $"'{text[tokens.Starts[i]..tokens.Ends[i]]}' is parted");
            }
        }
    }

    private static int Count(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static int LongestCommonSubsequence(string[] a, string[] b)
    {
        int[,] longest = new int[a.Length + 1, b.Length + 1];
        for (int i = a.Length - 1; i >= 0; i--)
        {
            for (int j = b.Length - 1; j >= 0; j--)
                longest[i, j] = a[i] == b[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }

        return longest[0, 0];
    }
}
