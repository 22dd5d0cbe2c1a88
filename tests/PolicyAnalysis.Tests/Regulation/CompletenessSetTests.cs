using PolicyAnalysis.Regulation;

namespace PolicyAnalysis.Tests.Regulation;

/// <summary>Several documents checked together: what any of them states is found, and the result says where.</summary>
public sealed class CompletenessSetTests
{
    private const string Notice = """
        # Privacy Notice

        Lumenleaf GmbH, Birkenweg 12, 10115 Berlin, is the controller of your personal data. You can reach us at hello@lumenleaf.example.

        We keep your account data for as long as your account is open and delete it 30 days later.
        """;

    private const string Rights = """
        # Your Rights at Lumenleaf

        You have the right to access your personal data and to have it erased. You may lodge a complaint with a supervisory authority.
        """;

    private const string German = "Wir verarbeiten personenbezogene Daten nur, soweit das erforderlich ist, und löschen sie danach. Sie haben das Recht auf Auskunft und auf Löschung der Daten, die wir über Sie gespeichert haben.";

    [Theory]
    [InlineData("art-13-1-a", 0)]
    [InlineData("art-13-2-a", 0)]
    [InlineData("art-13-2-b-access", 1)]
    [InlineData("art-13-2-d", 1)]
    public void An_element_is_found_in_the_document_that_states_it(string element, int document)
    {
        CompletenessResult result = Check(Notice, Rights);
        RequirementFinding finding = result.Requirements.Single(each => each.Id == "nr.eu-gdpr." + element);
        Assert.Equal(RequirementStatus.Found, finding.Status);
        Assert.All(finding.Evidence, quote =>
        {
            Assert.Equal(document, quote.Document);
            Assert.Equal(quote.Range.Of(result.Documents[quote.Document].Text), quote.Text);
        });
        Assert.Contains("It stands in", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_one_document_finds_a_set_with_it_finds_too()
    {
        CompletenessResult set = Check(Notice, Rights);
        foreach (string alone in new[] { Notice, Rights })
        {
            IEnumerable<string> found = Check(alone).Requirements.Where(finding => finding.Status == RequirementStatus.Found).Select(finding => finding.Id);
            Assert.Subset(set.Requirements.Where(finding => finding.Status == RequirementStatus.Found).Select(finding => finding.Id).ToHashSet(), found.ToHashSet());
        }
    }

    [Fact]
    public void The_order_of_the_documents_changes_no_outcome() =>
        Assert.Equal(Check(Notice, Rights).Requirements.Select(finding => (finding.Id, finding.Status, finding.Score)), Check(Rights, Notice).Requirements.Select(finding => (finding.Id, finding.Status, finding.Score)));

    [Fact]
    public void A_document_in_another_language_is_left_out_and_the_result_says_so()
    {
        CompletenessResult result = Check(Notice, German);
        Assert.Contains("One of the documents is in a language that is not read here.", result.Requirements.Single(finding => finding.Id == "nr.eu-gdpr.art-13-2-b-access").Reason, StringComparison.Ordinal);
        Assert.Equal(RequirementStatus.Found, result.Requirements.Single(finding => finding.Id == "nr.eu-gdpr.art-13-1-a").Status);
    }

    [Fact]
    public void Every_report_names_every_document()
    {
        CompletenessResult result = Check(Notice, Rights);
        foreach (RenderedReport report in new[] { result.ToHtml(), result.ToMarkdown(), result.ToJson(), result.ToSarif(), result.ToCsv(), result.ToText() })
            Assert.All(result.Documents, document => Assert.Contains(document.Source.Sha256, report.Content, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2 March 2026", RequirementStatus.Found)]
    [InlineData("2 March 2021", RequirementStatus.Partial)]
    public void A_policy_that_is_to_be_renewed_each_year_is_judged_by_the_date_it_states(string date, RequirementStatus expected)
    {
        CompletenessResult result = Policies.Check($"# Privacy Policy\n\nLast updated: {date}\n\nWe use your personal information to send your order.", "ccpa-policy");
        Assert.Equal(expected, result.Requirements.Single(finding => finding.Id == "nr.us-ca-ccpa.s-1798-130-a-5-update").Status);
        Assert.Equal(RequirementStatus.Found, result.Requirements.Single(finding => finding.Id == "nr.us-ca-ccparegs.s-7011-e-4").Status);
    }

    [Fact]
    public void The_quote_shown_first_is_from_a_provision_about_the_element()
    {
        AnalyzedPolicy policy = Policies.Of("# Notice\n\nWe keep backups for 30 days when we test our systems.\n\nWe keep your account data for 30 days after you close your account.");
        policy = policy with { Provisions = [.. policy.Provisions.Select(each => each.Provision.Text.Contains("account data", StringComparison.Ordinal) ? each with { Labels = [new ProvisionLabel { Type = "data-retention", Score = 0.9 }] } : each with { Labels = [new ProvisionLabel { Type = "data-security", Score = 0.9 }] })] };
        RequirementFinding finding = new CompletenessChecker(RegulatoryCatalog.Default).Check(policy, ["gdpr-13"], null, TestContext.Current.CancellationToken).Requirements.Single(each => each.Id == "nr.eu-gdpr.art-13-2-a");
        Assert.Contains("account data", finding.Evidence[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_needs_a_document() =>
        Assert.Throws<ArgumentException>(() => new CompletenessChecker(RegulatoryCatalog.Default).Check([], ["gdpr-13"], null, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData(0, 0, 0.1)]
    [InlineData(0.9, 0.95, 1)]
    public void A_score_is_the_probability_that_notices_of_people_show(double evidence, double least, double most) =>
        Assert.InRange(RegulatoryCatalog.Default.Calibration.Of(evidence), least, most);

    private static CompletenessResult Check(params string[] documents) =>
        new CompletenessChecker(RegulatoryCatalog.Default).Check([.. documents.Select(Policies.Of)], ["gdpr-13"], null, TestContext.Current.CancellationToken);
}
