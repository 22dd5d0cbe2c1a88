using static PolicyAnalysis.Tests.Comparison.Compared;

namespace PolicyAnalysis.Tests.Comparison;

/// <summary>The same change in many provisions.</summary>
public sealed class RepeatTests
{
    [Fact]
    public void Words_that_join_a_few_provisions_say_something_of_each()
    {
        string before = "# Notice\n\nYou may not sell drawings in the shop.\n\nA teacher prints drawings in the shop.\n";
        string after = before.Replace("the shop", "the shop or the fair", StringComparison.Ordinal);

        Assert.Equal(2, Compare(before, after).Changes.Count);
    }

    [Fact]
    public void Words_that_join_nearly_everywhere_are_one_record()
    {
        string before = "# Notice\n\n" + string.Concat(new[] { "Sell", "Print", "Show", "Lend", "Frame", "Wash" }.Select(verb => $"{verb} a drawing of {verb.ToLowerInvariant()} kind in the shop.\n\n"));
        string after = before.Replace("the shop", "the shop or the fair", StringComparison.Ordinal);

        ChangeRecord change = Assert.Single(Compare(before, after).Changes);
        Assert.Equal((6, 5), (change.Repeats, change.Occurrences.Count));
    }

    [Fact]
    public void The_connectives_of_a_list_are_one_record_and_no_certificate()
    {
        ChangeRecord change = Assert.Single(Compare("# Notice\n\n* blue pens; and\n\n* red pens; or\n", "# Notice\n\n* blue pens;\n\n* red pens;\n").Changes);

        Assert.Equal((2, true), (change.Repeats, change.Certificate is null));
    }
}
