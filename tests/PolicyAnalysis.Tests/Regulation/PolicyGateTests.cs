using PolicyAnalysis.Regulation;

namespace PolicyAnalysis.Tests.Regulation;

/// <summary>A gate: what must be stated, which changes are not taken, how exposed a provision may be, and what is excepted until when.</summary>
public sealed class PolicyGateTests
{
    private const string Before = """
        # Lumenleaf Privacy Notice

        ## Retention

        We keep your account data for 30 days after you close your account.
        """;

    private const string After = """
        # Lumenleaf Privacy Notice

        ## Retention

        We keep your account data for 90 days after you close your account.
        """;

    [Fact]
    public void What_is_not_stated_closes_the_gate_with_its_law()
    {
        GateResult result = Evaluate("""{"require":[{"id":"notice","sets":["gdpr-13"]}]}""");
        Assert.False(result.IsOpen);
        GateFinding finding = Assert.Single(result.Findings, each => each.Target == "nr.eu-gdpr.art-13-2-d");
        Assert.Equal((GateOutcome.Fails, "GDPR Art. 13(2)(d)", "notice:nr.eu-gdpr.art-13-2-d"), (finding.Outcome, finding.Citation, finding.Fingerprint));
    }

    [Fact]
    public void A_suppression_holds_until_its_day_and_then_says_that_it_ran_out()
    {
        const string Rules = """{"require":[{"id":"notice","sets":["uk-gdpr-13"]}],"suppress":[{"fingerprint":"notice:nr.gb-ukgdpr.art-13-2-d-uk-gdpr","owner":"Ada","reason":"on its way","expires":"2026-12-31"}]}""";
        GateFinding before = Evaluate(Rules).Findings.Single(finding => finding.Target == "nr.gb-ukgdpr.art-13-2-d-uk-gdpr");
        Assert.Equal((GateOutcome.Suppressed, "Ada, until 2026-12-31: on its way"), (before.Outcome, before.Suppression));
        GateResult after = Evaluate(Rules, asOf: new DateOnly(2027, 1, 1));
        Assert.Equal(GateOutcome.Fails, after.Findings.Single(finding => finding.Target == "nr.gb-ukgdpr.art-13-2-d-uk-gdpr").Outcome);
        Assert.Contains(after.Remarks, remark => remark.Contains("ran out on 2026-12-31", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_baseline_names_is_known()
    {
        string[] fingerprints = [.. Evaluate("""{"require":[{"id":"notice","sets":["gdpr-13"]}]}""").Findings.Select(finding => finding.Fingerprint)];
        Assert.NotEmpty(fingerprints);
        GateResult result = Evaluate($$"""{"require":[{"id":"notice","sets":["gdpr-13"]}],"baseline":["{{string.Join("\",\"", fingerprints)}}"]}""");
        Assert.True(result.IsOpen);
        Assert.All(result.Findings, finding => Assert.Equal(GateOutcome.Known, finding.Outcome));
    }

    [Fact]
    public void A_forbidden_change_closes_the_gate_with_the_new_words()
    {
        PolicyAnalyzer analyzer = PolicyAnalyzer.Create();
        AnalyzedPolicy after = analyzer.Analyze(Policies.Of(After).Document, TestContext.Current.CancellationToken);
        PolicyComparison comparison = analyzer.Compare(analyzer.Analyze(Policies.Of(Before).Document, TestContext.Current.CancellationToken), after, TestContext.Current.CancellationToken);
        GateResult result = new PolicyGate(RegulatoryCatalog.Default, GateRules.Parse("""{"forbid":[{"id":"no-longer","effects":["retention-lengthened"]}]}""")).Evaluate(after, comparison, null, TestContext.Current.CancellationToken);
        GateFinding finding = Assert.Single(result.Findings);
        Assert.Equal((GateOutcome.Fails, "retention-lengthened"), (finding.Outcome, finding.Target));
        Assert.Contains("90 days", finding.Evidence!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_earlier_version_the_rules_on_changes_say_so() =>
        Assert.Contains("No earlier version", Assert.Single(Evaluate("""{"forbid":[{"id":"x","effects":["ai-use-added"]}]}""").Remarks), StringComparison.Ordinal);

    [Fact]
    public void A_ceiling_names_what_raised_the_exposure()
    {
        GateFinding finding = Evaluate("""{"exposure":[{"id":"ceiling","ceiling":"low","severity":"warning"}]}""").Findings[0];
        Assert.Equal(GateOutcome.Warns, finding.Outcome);
        Assert.Contains("caps governance exposure at low", finding.Message, StringComparison.Ordinal);
        Assert.NotNull(finding.Evidence);
    }

    [Fact]
    public void Every_form_carries_the_disclaimer()
    {
        GateResult result = Evaluate("""{"require":[{"id":"notice","sets":["gdpr-13"]}]}""");
        Assert.Contains("not legal advice", result.ToJson().Content, StringComparison.Ordinal);
        Assert.Contains("not legal advice", result.ToSarif().Content, StringComparison.Ordinal);
        Assert.Contains("not legal advice", result.ToText().Content.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"require\":[{\"id\":\"x\",\"sets\":[]}]}")]
    [InlineData("{\"forbid\":[{\"id\":\"x\"}]}")]
    [InlineData("{\"exposure\":[{\"id\":\"x\",\"ceiling\":\"huge\"}]}")]
    [InlineData("{\"suppress\":[{\"fingerprint\":\"a\",\"owner\":\"b\",\"reason\":\"c\"}]}")]
    [InlineData("{\"suppress\":[{\"fingerprint\":\"a\",\"reason\":\"c\",\"expires\":\"2027-01-01\"}]}")]
    [InlineData("{\"rules\":[]}")]
    public void Rules_that_cannot_be_read_are_a_typed_error(string json) =>
        Assert.Throws<RegulatoryCatalogException>(() => GateRules.Parse(json));

    private static GateResult Evaluate(string rules, DateOnly? asOf = null) =>
        new PolicyGate(RegulatoryCatalog.Default, GateRules.Parse(rules)).Evaluate(Policies.Of(After), null, new AssessmentOptions { AsOf = asOf }, TestContext.Current.CancellationToken);
}
