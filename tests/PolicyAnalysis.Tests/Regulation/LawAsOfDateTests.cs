using PolicyAnalysis.Regulation;

namespace PolicyAnalysis.Tests.Regulation;

/// <summary>What binds on which day: the cases that a flat table gets wrong.</summary>
public sealed class LawAsOfDateTests
{
    private static readonly RegulatoryCatalog Catalog = RegulatoryCatalog.Default;

    [Theory]
    [InlineData("us-ca-82.s-1798-82-a", "2025-12-31", "1")]
    [InlineData("us-ca-82.s-1798-82-a", "2026-01-01", "2")]
    [InlineData("us-ca-ccpa.s-1798-155", "2024-12-31", "1")]
    [InlineData("us-ca-ccpa.s-1798-155", "2025-01-01", "2")]
    [InlineData("us-ct-ctdpa.sb-1295-pa-25-113-thresholds", "2026-06-30", "1")]
    [InlineData("us-ct-ctdpa.sb-1295-pa-25-113-thresholds", "2026-07-01", "2")]
    [InlineData("us-co-ai.sb-26-189", "2026-02-01", null)]
    [InlineData("us-co-ai.sb-26-189", "2026-06-30", null)]
    [InlineData("us-co-ai.sb-26-189", "2026-12-31", null)]
    [InlineData("us-co-ai.sb-26-189", "2027-01-01", "sb-26-189")]
    [InlineData("eu-aiact.art-6-and-annex-iii", "2026-08-02", null)]
    [InlineData("eu-aiact.art-6-and-annex-iii", "2027-12-02", "2026-omnibus")]
    [InlineData("eu-aiact.art-6-and-annex-i", "2027-12-02", null)]
    [InlineData("eu-aiact.art-6-and-annex-i", "2028-08-02", "2026-omnibus")]
    [InlineData("eu-aiact.art-50-1", "2026-08-01", null)]
    [InlineData("eu-aiact.art-50-1", "2026-08-02", "1")]
    [InlineData("us-rosca.16-c-f-r-part-425-click-to-cancel", "2025-07-14", null)]
    [InlineData("us-rosca.16-c-f-r-part-425-click-to-cancel", "2026-11-23", null)]
    [InlineData("eu-gdpr.art-33-1", "2018-05-24", null)]
    [InlineData("eu-gdpr.art-33-1", "2026-11-23", "1")]
    public void The_version_that_binds_on_a_day_is_the_laws_own(string rule, string day, string? version) =>
        Assert.Equal(version, Catalog.FindRule(rule)!.VersionOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))?.VersionId);

    [Theory]
    [InlineData("us-ca-82.s-1798-82-a", "2026-01-01", 30, "day")]
    [InlineData("eu-gdpr.art-33-1", "2026-11-23", 72, "hour")]
    [InlineData("us-ca-ccpa.s-1798-155", "2026-11-23", 2663, "USD")]
    [InlineData("us-ca-ccpa.s-1798-155", "2024-06-01", 2500, "USD")]
    [InlineData("us-ct-ctdpa.sb-1295-pa-25-113-thresholds", "2026-11-23", 35000, "count")]
    [InlineData("us-ct-ctdpa.sb-1295-pa-25-113-thresholds", "2026-01-01", 100000, "count")]
    public void The_figures_are_those_of_the_day(string rule, string day, double value, string unit)
    {
        NumberFact number = Catalog.FindRule(rule)!.VersionOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))!.Numbers[0];
        Assert.Equal((value, unit), (number.Value, number.Unit));
    }

    [Fact]
    public void A_record_past_its_review_date_says_so_in_the_link_and_in_the_check()
    {
        const string Text = "We protect your personal data with technical and organisational security measures.";
        var late = new AssessmentOptions { AsOf = new DateOnly(2031, 1, 1) };
        Assert.Contains("was due for review on", Policies.Assess(Text, late).Provisions.Single().Citations[0].Why, StringComparison.Ordinal);
        Assert.DoesNotContain("was due for review on", Policies.Assess(Text).Provisions.Single().Citations[0].Why, StringComparison.Ordinal);
        Assert.All(
            new CompletenessChecker(Catalog).Check(Policies.Of(Text), ["gdpr-13"], late, TestContext.Current.CancellationToken).Requirements,
            finding => Assert.Contains("past its review date", finding.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Proposed_hours_are_kept_as_history_and_never_shown()
    {
        RegulatoryRule breach = Catalog.FindRule("eu-gdpr.art-33-1")!;
        Assert.Contains(breach.Versions, version => version.Lifecycle == RuleLifecycle.Proposed && version.Numbers.Any(number => number.Value == 96));
        Assert.DoesNotContain("96 hours", Policies.Assess("We tell you and the authority of a personal data breach without delay.", new AssessmentOptions { MaximumCitations = 50, Horizon = new DateOnly(2040, 1, 1) }).ToJson().Content, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proposal_never_binds()
    {
        IEnumerable<RuleVersion> proposals = Catalog.Rules.SelectMany(rule => rule.Versions).Where(version => version.Lifecycle is RuleLifecycle.Proposed or RuleLifecycle.Vacated or RuleLifecycle.Repealed);
        Assert.NotEmpty(proposals);
        Assert.All(proposals, version => Assert.False(version.BindsOn(new DateOnly(2040, 1, 1)) || version.BindsOn(Catalog.Date)));
    }

    [Fact]
    public void The_transatlantic_framework_is_contested_since_the_judgment()
    {
        RegulatoryRule framework = Catalog.FindRule("eu-dpf.decision-eu-2023-1795")!;
        Assert.Equal(RuleLifecycle.InForce, framework.VersionOn(new DateOnly(2026, 6, 28))!.Lifecycle);
        Assert.Equal(RuleLifecycle.Contested, framework.VersionOn(new DateOnly(2026, 6, 29))!.Lifecycle);
    }

    [Fact]
    public void What_is_coming_is_seen_only_up_to_the_horizon()
    {
        RegulatoryRule colorado = Catalog.FindRule("us-co-ai.sb-26-189")!;
        Assert.Null(colorado.UpcomingVersion(Catalog.Date, new DateOnly(2026, 12, 31)));
        Assert.Equal("sb-26-189", colorado.UpcomingVersion(Catalog.Date, new DateOnly(2027, 1, 1))?.VersionId);
    }
}
