using PolicyAnalysis.Regulation;

namespace PolicyAnalysis.Tests.Regulation;

/// <summary>Every record of the catalogue can be reached, cited and traced.</summary>
public sealed class CatalogDataTests
{
    private static readonly RegulatoryCatalog Catalog = RegulatoryCatalog.Default;

    [Fact]
    public void The_catalogue_holds_what_was_researched()
    {
        Assert.Equal(89, Catalog.Instruments.Count);
        Assert.True(Catalog.Rules.Count >= 415);
        Assert.Equal(191, Catalog.NoticeElements.Count);
        Assert.Equal(61, Catalog.Playbook.Count);
        Assert.Equal(new DateOnly(2026, 11, 23), Catalog.Date);
    }

    [Fact]
    public void Every_citation_is_formatted()
    {
        IEnumerable<LegalCitation> citations = Catalog.Rules.SelectMany(rule => rule.Versions).Select(version => version.Citation).Concat(Catalog.NoticeElements.Select(element => element.Citation));
        Assert.All(citations, citation =>
        {
            Assert.NotEmpty(citation.Display);
            Assert.DoesNotContain("  ", citation.Display, StringComparison.Ordinal);
            Assert.NotEmpty(citation.Formal);
        });
    }

    [Theory]
    [InlineData("eu-gdpr.art-33-1", "GDPR Art. 33(1)", "Regulation (EU) 2016/679, Art. 33(1)")]
    [InlineData("us-ca-ccpa.s-1798-100-a-3", "CCPA § 1798.100(a)(3)", "Cal. Civ. Code § 1798.100(a)(3)")]
    [InlineData("us-ftca.15-u-s-c-s-45-a-1", "FTC Act s. 5, 15 U.S.C. § 45(a)(1)", "15 U.S.C. § 45(a)(1)")]
    [InlineData("us-ny-shield.gbl-s-899-bb-2", "SHIELD Act, N.Y. GBL § 899-bb(2)", "N.Y. GBL § 899-bb(2)")]
    [InlineData("eu-gdpr.art-7-1-3", "GDPR Art. 7(1)-(3)", "Regulation (EU) 2016/679, Art. 7(1)-(3)")]
    public void A_citation_is_made_from_its_parts(string rule, string display, string formal)
    {
        LegalCitation citation = Catalog.FindRule(rule)!.VersionOn(Catalog.Date)!.Citation;
        Assert.Equal((display, formal), (citation.Display, citation.Formal));
    }

    [Fact]
    public void Every_element_of_a_notice_is_in_a_set()
    {
        var inSets = Catalog.RequirementSets.SelectMany(set => set.Elements).Select(element => element.Id).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Catalog.NoticeElements.Where(element => !inSets.Contains(element.Id)).Select(element => element.Id));
    }

    [Theory]
    [InlineData("gdpr-13")]
    [InlineData("gdpr-14")]
    [InlineData("uk-gdpr-13")]
    [InlineData("ccpa-notice")]
    [InlineData("ccpa-policy")]
    [InlineData("coppa")]
    [InlineData("lgpd")]
    [InlineData("pipeda")]
    [InlineData("swiss-fadp")]
    [InlineData("ai-act-50")]
    [InlineData("dsa-14")]
    public void A_set_can_be_named(string name) => Assert.NotEmpty(Catalog.RequirementSet(name).Elements);

    [Fact]
    public void An_unknown_set_is_an_error_that_lists_those_there_are()
    {
        RegulatoryCatalogException error = Assert.Throws<RegulatoryCatalogException>(() => Catalog.RequirementSet("gdpr-99"));
        Assert.Contains("gdpr-13", error.Message, StringComparison.Ordinal);
    }
}
