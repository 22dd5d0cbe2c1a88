using CsCheck;
using PolicyAnalysis.Regulation;

namespace PolicyAnalysis.Tests.Regulation;

/// <summary>Whether law applies on the facts known: true, false, or not known, with the fact that decides.</summary>
public sealed class ApplicabilityTests
{
    private static readonly RegulatoryCatalog Catalog = RegulatoryCatalog.Default;

    [Theory]
    [InlineData("""{}""", "us-ct-ctdpa", ConditionResult.Unknown)]
    [InlineData("""{"facts":{"consumers.US-CT":34999,"processes.sensitive":false,"sells.personal-data":false,"entity.type":"company"}}""", "us-ct-ctdpa", ConditionResult.False)]
    [InlineData("""{"facts":{"consumers.US-CT":35000,"entity.type":"company"}}""", "us-ct-ctdpa", ConditionResult.True)]
    [InlineData("""{"facts":{"consumers.US-CT":10,"processes.sensitive":true,"entity.type":"company"}}""", "us-ct-ctdpa", ConditionResult.True)]
    [InlineData("""{"facts":{"consumers.US-CT":10,"entity.type":"company"}}""", "us-ct-ctdpa", ConditionResult.Unknown)]
    [InlineData("""{"facts":{"consumers.US-CT":99999,"entity.type":"government"}}""", "us-ct-ctdpa", ConditionResult.False)]
    public void The_reach_of_an_instrument_follows_the_facts(string profile, string instrument, ConditionResult expected)
    {
        InstrumentScope scope = Catalog.FindInstrument(instrument)!.Scope.Single(each => each.ValidFrom <= Catalog.Date && !(each.ValidTo <= Catalog.Date));
        Assert.Equal(expected, scope.Condition.Evaluate(ApplicabilityProfile.Parse(profile)).Result);
    }

    [Fact]
    public void The_reach_changes_with_the_day()
    {
        ApplicabilityProfile profile = ApplicabilityProfile.Parse("""{"facts":{"consumers.US-CT":40000,"entity.type":"company","revenue-from-sale-percent":0}}""");
        InstrumentScope[] scopes = [.. Catalog.FindInstrument("us-ct-ctdpa")!.Scope];
        Assert.Equal(ConditionResult.False, scopes[0].Condition.Evaluate(profile).Result);
        Assert.Equal(ConditionResult.True, scopes[1].Condition.Evaluate(profile).Result);
    }

    [Theory]
    [InlineData("""{"jurisdictions":["DE"]}""", "EU", ConditionResult.True)]
    [InlineData("""{"jurisdictions":["EU"]}""", "EU", ConditionResult.True)]
    [InlineData("""{"jurisdictions":["US-CA"]}""", "US", ConditionResult.True)]
    [InlineData("""{"jurisdictions":["US"]}""", "US-CA", ConditionResult.Unknown)]
    [InlineData("""{"jurisdictions":["GB"]}""", "EU", ConditionResult.False)]
    [InlineData("""{}""", "EU", ConditionResult.Unknown)]
    public void A_place_lies_in_another_or_not(string profile, string law, ConditionResult expected) =>
        Assert.Equal(expected, new ApplicabilityCondition(new JurisdictionIs([law])).Evaluate(ApplicabilityProfile.Parse(profile)).Result);

    [Fact]
    public void The_fact_that_is_not_known_is_named()
    {
        (ConditionResult result, string? fact) = Catalog.FindRule("eu-gdpr.art-46")!.VersionOn(Catalog.Date)!.AppliesWhen.Evaluate(ApplicabilityProfile.Parse("""{"jurisdictions":["EU"],"roles":["controller"]}"""));
        Assert.Equal((ConditionResult.Unknown, "transfers.third-country"), (result, fact));
    }

    [Fact]
    public void Reader_and_publisher_are_read_together()
    {
        ApplicabilityProfile profile = ApplicabilityProfile.Parse("""{"reader":{"jurisdictions":["US-NY"],"roles":["educational-agency"]},"publisher":{"jurisdictions":["IE"],"roles":["processor"],"facts":{"uses.processors":true}}}""");
        Assert.Equal(["IE", "US-NY"], profile.Jurisdictions.Order(StringComparer.Ordinal));
        Assert.Equal(["educational-agency", "processor"], profile.Roles.Order(StringComparer.Ordinal));
        Assert.True(profile.Facts["uses.processors"].Flag);
    }

    [Fact]
    public void A_profile_or_rules_file_that_was_damaged_anywhere_gives_a_typed_error_or_is_read()
    {
        const string Profile = """{"name":"n","jurisdictions":["DE","US-CA"],"roles":["controller"],"facts":{"a":true,"b":3,"c":"x"},"reader":{"jurisdictions":["FR"]}}""";
        const string Rules = """{"require":[{"id":"x","sets":["gdpr-13"],"except":["a"]}],"exposure":[{"id":"y","ceiling":"low"}],"suppress":[{"fingerprint":"a","owner":"b","reason":"c","expires":"2027-01-01"}]}""";
        Gen.Select(Gen.Int[0, Profile.Length - 1], Gen.Char["\"{}[]:,x1-\\u"], Gen.Bool).Array[1, 4].Sample(hits =>
        {
            Assert.True(IsReadOrRefused(Damaged(Profile, hits), json => ApplicabilityProfile.Parse(json)));
            Assert.True(IsReadOrRefused(Damaged(Rules, hits), json => GateRules.Parse(json)));
        });
    }

    private static string Damaged(string whole, (int At, char Mark, bool Cut)[] hits)
    {
        foreach ((int at, char mark, bool cut) in hits)
            whole = cut && whole.Length > 1 ? whole.Remove(at % whole.Length, 1) : whole[..(at % whole.Length)] + mark + whole[((at % whole.Length) + 1)..];
        return whole;
    }

    private static bool IsReadOrRefused(string json, Func<string, object> read) => Record.Exception(() => read(json)) is null or RegulatoryCatalogException;

    [Theory]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("""{"jurisdictions":"EU"}""")]
    [InlineData("""{"jurisdictions":["Europe"]}""")]
    [InlineData("""{"roles":["emperor"]}""")]
    [InlineData("""{"facts":{"x":[1]}}""")]
    [InlineData("""{"unknown":1}""")]
    [InlineData("""{"name":"\ud800"}""")]
    public void A_profile_that_cannot_be_read_is_a_typed_error(string json) =>
        Assert.Throws<RegulatoryCatalogException>(() => ApplicabilityProfile.Parse(json));
}
