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
    public void No_id_of_the_shipped_files_leads_nowhere() => Catalog.Verify();

    [Fact]
    public void Every_fact_that_decides_has_a_phrase()
    {
        string[] facts = [.. Catalog.Rules.SelectMany(rule => rule.Versions).SelectMany(version => FactsOf(version.AppliesWhen.Root))
            .Concat(Catalog.Instruments.SelectMany(instrument => instrument.Scope).SelectMany(scope => FactsOf(scope.Condition.Root))).Distinct().Order(StringComparer.Ordinal)];
        Assert.NotEmpty(facts);
        Assert.All(facts, fact => Assert.Matches("^(whether|which|how many|what|the annual) ", Catalog.Cues.Facts.Of(fact)));
        Assert.Empty(Catalog.Cues.Facts.Known.Except(facts));
    }

    private static IEnumerable<string> FactsOf(ConditionNode node) => node switch
    {
        FactIs fact => [fact.Fact],
        AllOf all => all.Parts.SelectMany(FactsOf),
        AnyOf any => any.Parts.SelectMany(FactsOf),
        Not not => FactsOf(not.Part),
        _ => [],
    };

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
    public void Every_rule_can_be_reached_by_a_type_that_a_label_or_a_cue_leads_to()
    {
        var reachable = Catalog.Cues.Types.Values.Where(type => type.Taxonomy is not null || type.Rules.Length > 0).Select(type => type.Id).ToHashSet(StringComparer.Ordinal);
        var anchored = Catalog.Cues.Playbook.Values.SelectMany(entry => entry.Anchors).Concat(Catalog.Cues.Types.Values.SelectMany(type => type.Anchors)).ToHashSet(StringComparer.Ordinal);
        IEnumerable<string> lost = Catalog.Rules
            .Where(rule => !rule.Versions.Any(version => version.ProvisionTypes.Any(reachable.Contains)) && !anchored.Contains(rule.Id))
            .SelectMany(rule => rule.Versions.SelectMany(version => version.ProvisionTypes)).Distinct();
        // Thresholds and sanctions belong to no provision; they are read through the instrument.
        Assert.Subset(new HashSet<string> { "applicability", "penalties" }, lost.ToHashSet());
    }

    [Fact]
    public void Every_type_of_the_playbook_leads_to_rules_that_bind() =>
        Assert.All(Catalog.Playbook, entry => Assert.Contains(entry.Anchors, anchor => Catalog.FindRule(anchor)!.VersionOn(Catalog.Date) is not null));

    [Fact]
    public void Every_type_is_tied_to_a_type_of_the_taxonomy()
    {
        var known = PolicyAnalysis.Classification.Taxonomy.Default.Types.Select(type => type.Id).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Catalog.Cues.Types.Values.Select(type => type.Taxonomy).OfType<string>(), id => !known.Contains(id));
    }

    [Fact]
    public void Every_record_says_where_it_comes_from_and_when_it_is_due_for_review() =>
        Assert.All(Catalog.Rules.SelectMany(rule => rule.Versions).Select(version => version.Provenance).Concat(Catalog.NoticeElements.Select(element => element.Provenance)).Concat(Catalog.Instruments.Select(instrument => instrument.Provenance)), provenance =>
        {
            Assert.NotNull(provenance.ReviewAfter);
            Assert.True(provenance.Status != "verified" || provenance.Source is not null);
            Assert.False(provenance.IsStale(Catalog.Date));
            Assert.True(provenance.IsStale(new DateOnly(2030, 1, 1)));
        });

    [Fact]
    public void Every_element_that_a_text_can_show_has_cues() =>
        Assert.Equal(["nr.us-ca-ccparegs.s-7011-d", "nr.us-wa-mhmda.rcw-19-373-020-1-b"], Catalog.NoticeElements.Where(element => element.Statements.Count == 0).Select(element => element.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void An_unknown_set_is_an_error_that_lists_those_there_are()
    {
        RegulatoryCatalogException error = Assert.Throws<RegulatoryCatalogException>(() => Catalog.RequirementSet("gdpr-99"));
        Assert.Contains("gdpr-13", error.Message, StringComparison.Ordinal);
    }
}
