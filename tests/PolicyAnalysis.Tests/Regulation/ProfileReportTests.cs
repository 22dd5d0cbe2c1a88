using PolicyAnalysis.Regulation;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Tests.Regulation;

/// <summary>Whole reports for three readers, byte for byte: an EU controller, a US university that buys the service, a small shop.</summary>
/// <remarks>The labels are set by the headings, so that the reports change with the catalogue alone.</remarks>
public sealed class ProfileReportTests
{
    private const string Service = """
        # Brightnote Privacy Notice

        Last updated: 2 March 2026

        ## Who we are

        Brightnote GmbH, Lindenweg 4, 10119 Berlin, Germany, is the controller of your personal data. Write to privacy@brightnote.example.

        ## Why we use your data

        We use your account data to provide the service and to prevent abuse. The legal basis is the performance of a contract (Art. 6(1)(b) GDPR).

        ## Security

        We protect your personal data with technical and organisational measures. No method of transmission or storage is completely secure.

        ## Retention

        We keep your account data until you close your account and delete it 30 days later.

        ## Transfers

        Our hosting company processes data in the United States under the EU-U.S. Data Privacy Framework.

        ## Schools

        Where a university uses Brightnote, we act as a school official under its direct control and use education records only for its purposes.

        ## AI features

        We may use your notes to train our models.

        ## Your rights

        You may ask for access to your personal data and for its deletion.
        """;

    private const string Shop = """
        # Tansy & Thread Privacy Policy

        ## What we collect

        We collect your name, address and order. A payment provider takes your card; we never see its number.

        ## Why we use your data

        We use your data to send your order and to answer your questions.

        ## Marketing

        If you subscribe to our newsletter, we send you offers by e-mail. You can unsubscribe with the link at the foot of each message.

        ## Sale

        We do not sell your personal information.

        ## California

        California residents may ask us which personal information we hold and ask us to delete it. Write to hello@tansyandthread.example.

        ## Changes

        We may change this policy at any time. Changes take effect when they are posted here.
        """;

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["Who we are"] = "contact",
        ["Why we use your data"] = "purposes",
        ["Security"] = "data-security",
        ["Retention"] = "data-retention",
        ["Transfers"] = "international-transfer",
        ["Schools"] = "data-collected",
        ["AI features"] = "ai-training",
        ["Your rights"] = "correction-deletion",
        ["What we collect"] = "data-collected",
        ["Marketing"] = "marketing",
        ["Sale"] = "sale-or-share",
        ["California"] = "regional-notice",
        ["Changes"] = "changes-to-terms",
    };

    public static TheoryData<string, string> Reports()
    {
        var all = new TheoryData<string, string>();
        foreach (string profile in (string[])["eu-controller", "us-university", "small-shop"])
        {
            foreach (string extension in (string[])["md", "json", "html"])
                all.Add(profile, extension);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_report_for_a_reader_is_the_golden_one(string profile, string extension)
    {
        PolicyAssessment assessment = Assess(profile);
        RenderedReport report = extension switch { "md" => assessment.ToMarkdown(), "json" => assessment.ToJson(), _ => assessment.ToHtml() };
        GoldenFile.AssertSame(report.Content, Repository.PathOf("tests", "PolicyAnalysis.Tests", "Regulation", "Golden", $"{profile}.{extension}"));
    }

    [Fact]
    public void An_EU_controller_is_not_shown_the_law_of_American_states() =>
        Assert.DoesNotContain(Assess("eu-controller").Provisions.SelectMany(provision => provision.Citations), link => link.Jurisdiction.StartsWith("US", StringComparison.Ordinal));

    [Fact]
    public void A_university_is_shown_the_law_of_education_records_as_likely_engaged() =>
        Assert.Contains(Assess("us-university").Provisions.SelectMany(provision => provision.Citations), link => link.Id.StartsWith("us-ferpa.", StringComparison.Ordinal) && link.Applicability == "likely-engaged");

    [Fact]
    public void A_small_shop_is_not_shown_what_its_size_rules_out() =>
        Assert.DoesNotContain(Assess("small-shop").Provisions.SelectMany(provision => provision.Citations), link => link.Id.StartsWith("us-ca-ccpa.", StringComparison.Ordinal) && link.Applicability != "out-of-scope");

    private static PolicyAssessment Assess(string profile)
    {
        string json = File.ReadAllText(Repository.PathOf("docs", "samples", "profiles", profile + ".json"));
        AnalyzedPolicy policy = Policies.Of(profile == "small-shop" ? Shop : Service);
        policy = policy with { Provisions = [.. policy.Provisions.Select(Labelled)] };
        return new RegulatoryMapper(RegulatoryCatalog.Default).Assess(policy, new AssessmentOptions { Profile = ApplicabilityProfile.Parse(json) }, TestContext.Current.CancellationToken);
    }

    private static AnalyzedProvision Labelled(AnalyzedProvision provision) =>
        provision.Provision.Kind != ProvisionKind.Heading && provision.Provision.Headings.Count > 0 && Types.TryGetValue(provision.Provision.Headings[^1], out string? type)
            ? provision with { Labels = [new ProvisionLabel { Type = type, Score = 0.95 }] }
            : provision;
}
