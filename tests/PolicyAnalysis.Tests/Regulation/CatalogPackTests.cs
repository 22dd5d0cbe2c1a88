using PolicyAnalysis.Regulation;

namespace PolicyAnalysis.Tests.Regulation;

/// <summary>A team's own pack over the catalogue, and what cannot be read as one.</summary>
public sealed class CatalogPackTests
{
    private static RegulatoryCatalog With(string changes) =>
        RegulatoryCatalog.Default.With(CatalogPack.Parse($$"""{"pack":"com.example.legal","version":"1","changes":[{{changes}}]}"""));

    [Fact]
    public void A_patch_changes_one_field_and_says_why()
    {
        RegulatoryCatalog catalog = With("""{"op":"patch","target":"playbook/security-measures/raises/no-measures-described","set":{"weight":2},"reason":"appetite of 2026"}""");
        Assert.Equal(2, catalog.Playbook.Single(entry => entry.ProvisionType == "security-measures").Factors.Single(factor => factor.Id == "no-measures-described").Weight);
        Assert.Equal(1, RegulatoryCatalog.Default.Playbook.Single(entry => entry.ProvisionType == "security-measures").Factors.Single(factor => factor.Id == "no-measures-described").Weight);
        Assert.Equal(new CatalogChange("com.example.legal", "patch", "playbook/security-measures/raises/no-measures-described", "appetite of 2026"), Assert.Single(catalog.Changes));
        Assert.Equal(RegulatoryCatalog.Default.Version + "+com.example.legal-1", catalog.Version);
        Assert.NotEqual(RegulatoryCatalog.Default.Sha256, catalog.Sha256);
    }

    [Fact]
    public void A_record_that_is_switched_off_is_gone_and_is_reported()
    {
        RegulatoryCatalog catalog = With("""{"op":"disable","target":"eu-gdpr.art-33-1","reason":"no users in the Union"}""");
        Assert.Null(catalog.FindRule("eu-gdpr.art-33-1"));
        Assert.NotNull(RegulatoryCatalog.Default.FindRule("eu-gdpr.art-33-1"));
        Assert.Equal("no users in the Union", Assert.Single(catalog.Changes).Reason);
    }

    [Fact]
    public void A_note_shows_with_the_rule()
    {
        RegulatoryCatalog catalog = With("""{"op":"note","target":"eu-gdpr.art-32-1","text":"Our vendors name their standards."}""");
        AnalyzedPolicy policy = Policies.Of("We protect your personal data with technical and organisational security measures.");
        RegulatoryLink link = new RegulatoryMapper(catalog).Assess(policy, null, TestContext.Current.CancellationToken).Provisions.Single().Citations[0];
        Assert.Contains("Our vendors name their standards.", link.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void An_added_rule_belongs_to_its_pack()
    {
        RegulatoryCatalog catalog = With("""
            {"op":"add","instrument":{"id":"com.example.legal.policy","shortName":"Vendor policy","fullName":"Vendor policy","jurisdiction":"INT","kind":"guideline","citation":"Vendor policy","formalCitation":"Vendor policy","provenance":{"status":"editorial","sourceKind":"editorial"}}},
            {"op":"add","requirement":{"id":"com.example.legal.retention","instrument":"com.example.legal.policy","topic":"retention","versions":[{"versionId":"1","validFrom":"2026-01-01","lifecycle":"in-force","citation":[{"kind":"section","value":"4"}],"paraphrase":"Vendors keep data no longer than 24 months.","provisionTypes":["data-retention"],"provenance":{"status":"editorial","sourceKind":"editorial"}}]}}
            """);
        Assert.Equal("Vendor policy § 4", catalog.FindRule("com.example.legal.retention")!.VersionOn(catalog.Date)!.Citation.Display);
    }

    [Theory]
    [InlineData("""{"op":"remove","target":"eu-gdpr"}""")]
    [InlineData("""{"op":"patch","target":"eu-gdpr.art-33-1","set":{"topic":"x"}}""")]
    [InlineData("""{"op":"patch","target":"nothing","set":{"topic":"x"},"reason":"y"}""")]
    [InlineData("""{"op":"patch","target":"eu-gdpr.art-33-1","set":{"colour":"x"},"reason":"y"}""")]
    [InlineData("""{"op":"patch","target":"eu-gdpr.art-33-1","set":{"id":"x"},"reason":"y"}""")]
    [InlineData("""{"op":"patch","target":"eu-gdpr.art-33-1/versions/1","set":{"validTo":"2018-01-01"},"reason":"y"}""")]
    [InlineData("""{"op":"add","requirement":{"id":"eu-gdpr.mine"}}""")]
    [InlineData("""{"op":"add","requirement":{"id":"com.example.legal.x","instrument":"no-such","topic":"x","versions":[]}}""")]
    [InlineData("""{"op":"add","statement":{"id":"com.example.legal.s","phrase":"x","rules":[{"any":["((("]}]}}""")]
    [InlineData("""{"op":"disable","target":"eu-gdpr","reason":"its rules would lead nowhere"}""")]
    public void A_change_that_does_not_hold_together_is_a_typed_error(string change) =>
        Assert.Throws<RegulatoryCatalogException>(() => With(change));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"pack":"nopoint","version":"1","changes":[]}""")]
    [InlineData("""{"pack":"com.example","version":"1","extra":true,"changes":[]}""")]
    public void A_text_that_is_not_a_pack_is_a_typed_error(string json) =>
        Assert.Throws<RegulatoryCatalogException>(() => RegulatoryCatalog.Default.With(CatalogPack.Parse(json)));

    [Fact]
    public void A_pack_that_was_damaged_anywhere_gives_a_typed_error_or_a_catalogue()
    {
        const string Whole = """{"pack":"com.example.legal","version":"1","changes":[{"op":"patch","target":"eu-gdpr.art-33-1/versions/1","set":{"paraphrase":"x","numbers":[{"text":"72 hours","value":72,"unit":"hour"}],"appliesWhen":{"all":[{"jurisdiction":{"anyOf":["EU"]}},{"not":{"fact":"x","gte":3}}]}},"reason":"r"}]}""";
        var random = new Random(7);
        const string Marks = "\"{}[]:,x1-\\u";
        for (int round = 0; round < 60; round++)
        {
            char[] damaged = Whole.ToCharArray();
            for (int hit = 0; hit < 1 + (round % 3); hit++)
                damaged[random.Next(damaged.Length)] = Marks[random.Next(Marks.Length)];
            try
            {
                CatalogPack pack = CatalogPack.Parse(new string(damaged));
                _ = RegulatoryCatalog.Default.With(pack);
            }
            catch (RegulatoryCatalogException error)
            {
                Assert.NotEmpty(error.Message);
            }
        }
    }
}
