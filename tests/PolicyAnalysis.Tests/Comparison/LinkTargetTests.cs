using static PolicyAnalysis.Tests.Comparison.Compared;

namespace PolicyAnalysis.Tests.Comparison;

/// <summary>Links whose target changed under the same words.</summary>
public sealed class LinkTargetTests
{
    [Theory]
    [InlineData("Read [the cookie page](https://lumenleaf.example/cookies).", "Read [the cookie page](https://lumenleaf.example/biscuits).", "reference-changed", Materiality.Minor)]
    [InlineData("See [Cookies](https://lumenleaf.example/privacy#cookies).", "See [Cookies](#cookies).", "reference-changed", Materiality.Editorial)]
    [InlineData("See lumenleaf.example/cookies for more.", "See [lumenleaf.example/cookies](https://lumenleaf.example/cookies) for more.", "layout-only", Materiality.Editorial)]
    [InlineData("Write to [the office](mailto:a@lumenleaf.example).", "Write to [the office](mailto:b@lumenleaf.example).", "layout-only", Materiality.Editorial)]
    public void A_link_that_leads_to_the_same_place_is_editorial(string before, string after, string effect, Materiality materiality)
    {
        ChangeRecord change = Assert.Single(Compare("# Notice\n\n" + before, "# Notice\n\n" + after).Changes);

        Assert.Equal(NoEffectLevel.LinkTarget, change.Certificate!.Level);
        Assert.Equal((effect, materiality), (change.Effects[0].Id, change.Materiality));
    }

    [Fact]
    public void Links_that_changed_to_places_in_the_same_page_are_one_record()
    {
        const string was = "See [Cookies](https://lumenleaf.example/privacy#cookies).\n\nRead [Rights](https://lumenleaf.example/privacy#rights).";

        ChangeRecord change = Assert.Single(Compare("# Notice\n\n" + was, "# Notice\n\n" + was.Replace("https://lumenleaf.example/privacy", string.Empty, StringComparison.Ordinal)).Changes);

        Assert.Equal(2, change.Repeats);
    }
}
