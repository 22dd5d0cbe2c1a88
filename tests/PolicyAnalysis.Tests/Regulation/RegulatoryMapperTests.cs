using PolicyAnalysis.Regulation;

namespace PolicyAnalysis.Tests.Regulation;

/// <summary>From a provision to law, exposure and what to do about it.</summary>
public sealed class RegulatoryMapperTests
{
    private const string Security = """
        # Lumenleaf Privacy Notice

        ## Security

        Lumenleaf applies technical and organisational measures to protect your personal data against loss and misuse. However, no transmission over the internet and no method of storage is completely secure.
        """;

    [Fact]
    public void A_security_provision_that_names_no_standard_gets_its_law_exposure_and_gaps()
    {
        ProvisionAssessment assessed = Assert.Single(Policies.Assess(Security, new AssessmentOptions { MaximumCitations = 12 }).Provisions);

        string[] ids = [.. assessed.Citations.Select(link => link.Id), .. assessed.Citations.SelectMany(link => link.Related).Select(related => related.Id)];
        Assert.Contains("eu-gdpr.art-32-1", ids);
        Assert.Contains("us-ftca.15-u-s-c-s-45-a-1", ids);
        Assert.Contains("us-ny-shield.gbl-s-899-bb-2", ids);
        Assert.Contains("us-ca-81-5.s-1798-81-5-b-c", ids);
        Assert.Contains("us-ca-82.s-1798-82-a", ids);
        Assert.Contains("eu-gdpr.art-33-1", ids);
        Assert.Equal(ExposureLevel.LowMedium, assessed.Exposure.Level);
        Assert.Contains(assessed.Exposure.Lowered, factor => factor.Id == "absolute-security-disclaimer" && factor.Evidence is not null);
        Assert.Contains(assessed.Exposure.Raised, factor => factor.Id == "no-measures-described");
        Assert.Contains(assessed.Absent, absent => absent.Contains("standard", StringComparison.Ordinal));
        Assert.NotEmpty(assessed.Contract);
        Assert.NotEmpty(assessed.Actions);
        Assert.NotEmpty(assessed.Questions);
    }

    [Fact]
    public void The_case_from_outside_has_everything_that_it_names()
    {
        ProvisionAssessment assessed = Assert.Single(Policies.Assess(Security, new AssessmentOptions { MaximumCitations = 12 }).Provisions);
        Dictionary<string, RegulatoryLink> links = assessed.Citations.ToDictionary(link => link.Id, StringComparer.Ordinal);
        Assert.Contains("72 hours", links["eu-gdpr.art-32-1"].Why, StringComparison.Ordinal);
        Assert.Contains("30 days", links["us-ny-shield.gbl-s-899-bb-2"].Why, StringComparison.Ordinal);
        Assert.Contains("30 calendar days", links["us-ca-82.s-1798-82-a"].Why, StringComparison.Ordinal);
        Assert.All(new[] { "EU", "US", "US-CA", "US-NY" }, place => Assert.Contains(place, assessed.Jurisdictions));
        Assert.All(new[] { "standard, certificate", "testing" }, absent => Assert.Contains(assessed.Absent, phrase => phrase.Contains(absent, StringComparison.Ordinal)));
        Assert.All(new[] { "standards", "hours", "sub-processors" }, point => Assert.Contains(assessed.Contract, phrase => phrase.Contains(point, StringComparison.Ordinal)));
        Assert.All(new[] { "SOC 2 Type II", "ISO/IEC 27001", "72 hours" }, action => Assert.Contains(assessed.Actions, phrase => phrase.Contains(action, StringComparison.Ordinal)));
        Assert.All(assessed.Questions, question => Assert.EndsWith("?", question, StringComparison.Ordinal));
        Assert.NotEmpty(assessed.Questions);
    }

    [Fact]
    public void The_five_links_of_a_security_provision_bring_the_time_limits_along()
    {
        ProvisionAssessment assessed = Assert.Single(Policies.Assess(Security).Provisions);
        Assert.Equal(
            ["eu-gdpr.art-32-1", "us-ftca.15-u-s-c-s-45-a-1", "us-ny-shield.gbl-s-899-bb-2", "us-ca-81-5.s-1798-81-5-b-c", "us-ca-82.s-1798-82-a"],
            assessed.Citations.Select(link => link.Id));
        Assert.Contains("72 hours", assessed.Citations[0].Why, StringComparison.Ordinal);
        Assert.Equal("eu-gdpr.art-33-1", Assert.Single(assessed.Citations[0].Related).Id);
        Assert.Contains("30 days", assessed.Citations[2].Why, StringComparison.Ordinal);
        Assert.Contains("30 calendar days", assessed.Citations[4].Why, StringComparison.Ordinal);
        Assert.Equal(["EU", "US", "US-CA", "US-NY"], assessed.Jurisdictions);
    }

    [Fact]
    public void Before_its_first_day_a_time_limit_is_not_shown() =>
        Assert.DoesNotContain(
            Policies.Assess(Security, new AssessmentOptions { AsOf = new DateOnly(2025, 12, 31) }).Provisions.SelectMany(provision => provision.Citations),
            link => link.Why.Contains("30 calendar days", StringComparison.Ordinal));

    [Fact]
    public void A_provision_has_at_most_as_many_links_as_asked_for()
    {
        Assert.True(Policies.Assess(Security).Provisions.All(provision => provision.Citations.Count <= 5));
        Assert.True(Policies.Assess(Security, new AssessmentOptions { MaximumCitations = 2 }).Provisions.All(provision => provision.Citations.Count <= 2));
    }

    [Fact]
    public void Law_that_the_profile_rules_out_is_not_linked()
    {
        var profile = new ApplicabilityProfile { Jurisdictions = ["DE"] };
        IEnumerable<string> places = Policies.Assess(Security, new AssessmentOptions { Profile = profile, MaximumCitations = 20 })
            .Provisions.SelectMany(provision => provision.Citations).Select(link => link.Jurisdiction).Distinct();
        Assert.Subset(new HashSet<string> { "EU", "INT" }, places.ToHashSet());
    }

    [Fact]
    public void Advice_on_places_that_the_profile_rules_out_is_left_out()
    {
        static IEnumerable<string> Actions(params string[] places) => Policies.Assess("We may use your notes and prompts to train our models.", new AssessmentOptions { Profile = new ApplicabilityProfile { Jurisdictions = places } }).Provisions.SelectMany(provision => provision.Actions);
        Assert.DoesNotContain(Actions("DE"), action => action.Contains("CCPA", StringComparison.Ordinal));
        Assert.Contains(Actions("US-CA"), action => action.Contains("CCPA", StringComparison.Ordinal));
        Assert.Contains(Actions(), action => action.Contains("CCPA", StringComparison.Ordinal));
    }

    [Fact]
    public void What_one_link_brings_along_does_not_stand_again()
    {
        ProvisionAssessment assessed = Assert.Single(Policies.Assess(Security, new AssessmentOptions { MaximumCitations = 20 }).Provisions);
        Assert.Empty(assessed.Citations.Select(link => link.Id).Intersect(assessed.Citations.SelectMany(link => link.Related).Select(related => related.Id)));
    }

    [Fact]
    public void The_same_policy_gives_the_same_bytes() =>
        Assert.Equal(Policies.Assess(Security).ToJson().Content, Policies.Assess(Security).ToJson().Content);
}
