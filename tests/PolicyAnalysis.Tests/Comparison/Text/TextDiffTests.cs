using CsCheck;
using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Tests.Comparison.Text;

public sealed class TextDiffTests
{
    [Fact]
    public void Applying_the_script_to_the_text_before_gives_the_text_after()
        => Gen.Select(Texts.Pair, Texts.Options).Sample(
            static (pair, options) =>
            {
                (string before, string after) = pair;
                TextEditScript script = TextDiff.Compare(before, after, options);
                CoversBothTexts(script, before, after);
                Assert.Equal(after, script.Apply(before, after));
            },
            iter: 20_000);

    [Fact]
    public void The_mirrored_comparison_gives_the_mirrored_script()
        => Gen.Select(Texts.Pair, Texts.Options).Sample(
            static (pair, options) => Assert.Equal(
                TextDiff.Compare(pair.Before, pair.After, options).Mirror().AsSpan().ToArray(), TextDiff.Compare(pair.After, pair.Before, options).AsSpan().ToArray()),
            iter: 10_000);

    [Fact]
    public void A_differ_used_again_gives_what_a_new_one_gives()
    {
        var differ = new TextDiffer();
        Texts.Pair.Sample(
            pair => Assert.Equal(new TextDiffer().Compare(pair.Before, pair.After).AsSpan().ToArray(), differ.Compare(pair.Before, pair.After).AsSpan().ToArray()),
            iter: 5_000,
            threads: 1);
    }

    [Fact]
    public void A_finer_edit_lies_inside_a_coarser_one()
        => Texts.Pair.Sample(
            static pair =>
            {
                (string before, string after) = pair;
                TextEditScript[] scripts = [.. new[] { TextDiffLevel.Character, TextDiffLevel.Word, TextDiffLevel.Sentence }
                    .Select(level => TextDiff.Compare(before, after, new TextDiffOptions { Level = level }))];
                TextEditScript lines = TextDiff.Compare(before, after, new TextDiffOptions { Level = TextDiffLevel.Line });
                AssertNested(scripts[0], scripts[1]);
                AssertNested(scripts[1], scripts[2]);
                AssertNested(scripts[1], lines);
            },
            iter: 5_000);

    [Theory]
    [InlineData("We shall keep it.", "We shall not keep it.", "shall", "shall not")]
    [InlineData("Effective 12 May 2024 here", "Effective 13 May 2024 here", "12 May 2024", "13 May 2024")]
    [InlineData("Effective May 12, 2024 here", "Effective May 12, 2025 here", "May 12, 2024", "May 12, 2025")]
    [InlineData("A fee of €1,000.50 a year", "A fee of €1,000.75 a year", "€1,000.50", "€1,000.75")]
    [InlineData("up to 4 % of it", "up to 2 % of it", "4 %", "2 %")]
    public void Protected_tokens_change_as_a_whole(string before, string after, string old, string now)
    {
        TextEdit change = Assert.Single(TextDiff.Compare(before, after).Changes);
        Assert.Equal(EditOperation.Replace, change.Operation);
        Assert.Equal(old, change.Before.Of(before));
        Assert.Equal(now, change.After.Of(after));
    }

    [Fact]
    public void An_inserted_sentence_slides_to_its_sentence_boundary()
    {
        const string before = "We use data. We share data.";
        const string after = "We use data. We sell data. We share data.";
        TextEdit change = Assert.Single(TextDiff.Compare(before, after).Changes);
        Assert.Equal("We sell data. ", change.After.Of(after));
    }

    [Fact]
    public void The_steps_never_pass_the_budget_by_more_than_one_round_and_the_script_says_it_is_coarse()
    {
        string before = string.Join(' ', Enumerable.Range(0, 5_000).Select(static i => "w" + (i * 7919 % 613)));
        string after = string.Join(' ', Enumerable.Range(0, 5_000).Select(static i => "w" + (i * 104_729 % 613)));
        TextEditScript script = TextDiff.Compare(before, after, new TextDiffOptions { StepBudget = 1_000 });
        Assert.True(script.IsCoarse);
        Assert.InRange(script.Steps, 1_000, 1_000 + before.Length + after.Length);
        Assert.Equal(after, script.Apply(before, after));
    }

    [Fact]
    public void A_moved_line_costs_only_itself()
    {
        const string before = "One long line here.\nShort.\nAnother long line here.\n";
        const string after = "Short.\nOne long line here.\nAnother long line here.\n";
        Assert.Equal(14, TextDiff.Compare(before, after).Changes.Sum(static edit => edit.Before.Length + edit.After.Length));
    }

    private static void CoversBothTexts(TextEditScript script, string before, string after)
    {
        int b = 0, a = 0;
        bool? wasEqual = null;
        foreach (TextEdit edit in script)
        {
            bool isEqual = edit.Operation == EditOperation.Equal;
            Assert.Equal((b, a), (edit.Before.Start, edit.After.Start));
            Assert.NotEqual(wasEqual, isEqual);
            Assert.False(edit.Before.IsEmpty && edit.After.IsEmpty);
            if (isEqual) Assert.Equal(edit.Before.Of(before), edit.After.Of(after));
            (b, a, wasEqual) = (edit.Before.End, edit.After.End, isEqual);
        }

        Assert.Equal((before.Length, after.Length), (b, a));
    }

    private static void AssertNested(TextEditScript fine, TextEditScript coarse)
    {
        foreach (TextEdit edit in fine.Changes)
            Assert.Contains(coarse.Changes, outer => outer.Before.Contains(edit.Before) && outer.After.Contains(edit.After));
    }
}
