using PolicyAnalysis.Comparison.History;
using static PolicyAnalysis.Tests.Comparison.Compared;

namespace PolicyAnalysis.Tests.Comparison;

public sealed class HistoryTests
{
    private const string First = "# Lumenleaf Terms\n\nYou own every note you write in the app.\n\nWe answer letters within ten days of their arrival.";
    private static readonly string Second = First.Replace("ten days", "twenty days", StringComparison.Ordinal) + "\n\nParrots may not join the study group on Mondays.";
    private static readonly string Third = Second.Replace("You own every note you write in the app.\n\n", string.Empty, StringComparison.Ordinal);

    [Fact]
    public void A_provision_is_born_edited_and_gone()
    {
        PolicyHistory history = Of(First, Second, Third);

        Assert.Equal(
            ["Born 0", "Born 0 Gone 2", "Born 0 Edited 1", "Born 1"],
            history.Lives.Select(life => string.Join(' ', life.Events.Select(happened => $"{happened.Kind} {happened.Version}"))));
        Assert.Equal([true, false, true, true], history.Lives.Select(life => life.IsAlive));
    }

    [Fact]
    public void A_return_to_an_earlier_text_is_set_aside()
    {
        PolicyHistory history = Of(First, Second, First, Second, Third);

        Assert.Equal([new RepeatedVersion(2, 0), new RepeatedVersion(3, 1)], history.Repeats);
        Assert.Equal(4, history.Lives.Count);
        Assert.Contains(history.Lives, life => life.Events.Count == 2 && life.Events[1] is { Kind: ProvisionLifeEventKind.Gone, Version: 4 });
    }

    [Fact]
    public void Any_two_versions_can_be_compared_directly()
    {
        PolicyHistory history = Of(First, Second, Third);

        Assert.Equal(3, history.Compare(0, 2, TestContext.Current.CancellationToken).Changes.Count);
        Assert.Empty(history.Compare(1, 1, TestContext.Current.CancellationToken).Changes);
        Assert.Throws<ArgumentOutOfRangeException>(() => history.Compare(0, 3, TestContext.Current.CancellationToken));
    }

    private static PolicyHistory Of(params string[] versions) => PolicyHistory.Of([.. versions.Select(Read)], TestContext.Current.CancellationToken);
}
