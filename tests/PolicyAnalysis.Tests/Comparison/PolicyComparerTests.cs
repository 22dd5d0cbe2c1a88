using static PolicyAnalysis.Tests.Comparison.Compared;

namespace PolicyAnalysis.Tests.Comparison;

public sealed class PolicyComparerTests
{
    private const string Sample = """
        # Lumenleaf Privacy Notice

        Last updated: March 1, 2025

        ## Retention

        We retain your notebooks for 30 days after you close your account.

        ## Choices

        You can opt out of study tips in the settings.

        Lumenleaf Ltd keeps the app running in Dublin.
        """;

    [Fact]
    public void The_same_text_twice_has_no_changes()
    {
        Assert.Empty(Compare(Sample, Sample).Changes);
    }

    [Theory]
    [InlineData("30 days", "90 days", "retention-lengthened", ChangeDirection.AgainstUser)]
    [InlineData("30 days", "seven (7) days", "retention-shortened", ChangeDirection.ForUser)]
    public void A_changed_period_says_longer_or_shorter(string was, string now, string effect, ChangeDirection direction)
    {
        ChangeRecord change = Assert.Single(Compare(Sample, Sample.Replace(was, now, StringComparison.Ordinal)).Changes);

        Assert.Equal(effect, change.Effects[0].Id);
        Assert.Equal(direction, change.Direction);
        Assert.Equal(Materiality.Material, change.Materiality);
        Assert.Equal(ChangeOperation.Modified, change.Operation);
    }

    [Fact]
    public void A_lost_way_out_is_a_choice_removed()
    {
        string after = Sample.Replace("You can opt out of study tips in the settings.", string.Empty, StringComparison.Ordinal);

        ChangeRecord change = Assert.Single(Compare(Sample, after).Changes);

        Assert.Equal(ChangeOperation.Removed, change.Operation);
        Assert.Equal("choice-removed", change.Effects[0].Id);
        Assert.Equal(ChangeDirection.AgainstUser, change.Direction);
        Assert.Null(change.After);
    }

    [Fact]
    public void A_date_that_goes_back_is_warned_of()
    {
        PolicyComparison comparison = Compare(Sample, Sample.Replace("March 1, 2025", "March 1, 2024", StringComparison.Ordinal));

        Assert.Equal("dates-run-backwards", Assert.Single(comparison.Warnings).Code);
        ChangeRecord change = Assert.Single(comparison.Changes);
        Assert.Equal("date-changed", change.Effects[0].Id);
        Assert.Equal(Materiality.Editorial, change.Materiality);
    }

    [Fact]
    public void Typography_alone_is_editorial()
    {
        ChangeRecord change = Assert.Single(Compare(Sample, Sample.Replace("in Dublin.", "in Dublin;", StringComparison.Ordinal)).Changes);

        Assert.Equal("layout-only", change.Effects[0].Id);
        Assert.Equal(Materiality.Editorial, change.Materiality);
    }

    [Fact]
    public void Every_quote_and_edit_is_a_slice_and_swapping_the_versions_mirrors_them()
    {
        string after = Sample.Replace("30 days", "12 months", StringComparison.Ordinal).Replace("Dublin", "Cork", StringComparison.Ordinal) + "\n\nWe may suspend your account at our sole discretion.\n";
        PolicyComparison there = Compare(Sample, after);
        PolicyComparison back = Compare(after, Sample);

        foreach (ChangeRecord change in there.Changes)
        {
            if (change.Before is { } before)
                Assert.Equal(before.Range.Of(there.Before.Document.Text), before.Text);
            if (change.After is { } now)
                Assert.Equal(now.Range.Of(there.After.Document.Text), now.Text);
        }

        Assert.Equal(3, there.Changes.Count);
        Assert.Equal(Keys(there, mirrored: false), Keys(back, mirrored: true));
    }

    private static IEnumerable<string> Keys(PolicyComparison comparison, bool mirrored) => comparison.Changes
        .SelectMany(change => change.Edits.Select(edit => mirrored ? $"{edit.After}{edit.Before}{change.Materiality}" : $"{edit.Before}{edit.After}{change.Materiality}"))
        .Order(StringComparer.Ordinal);
}
