using System.Text.Json;
using Json.Schema;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Tests.Reporting;

/// <summary>Every report in every format is what its golden file holds, and says what it rests on.</summary>
public sealed class GoldenReportTests
{
    public static TheoryData<string, string> Reports => RenderedReports.All();

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_report_is_byte_for_byte_what_was_accepted(string kind, string format)
    {
        // The style sheet has tests of its own; a golden page shows the markup.
        string made = RenderedReports.Of(kind, format);
        if (format == "html")
        {
            int start = made.IndexOf("<style>", StringComparison.Ordinal) + "<style>".Length;
            made = string.Concat(made.AsSpan(0, start), made.AsSpan(made.IndexOf("</style>", StringComparison.Ordinal)));
            int policy = made.IndexOf("'sha256-", StringComparison.Ordinal);
            policy = policy < 0 ? made.IndexOf("sha256-", StringComparison.Ordinal) : policy + 1;
            made = made.Remove(policy + "sha256-".Length, 44);
        }

        GoldenFile.AssertSame(made, Repository.PathOf("tests", "PolicyAnalysis.Tests", "Reporting", "Golden", kind + RenderedReports.Extensions[format]));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_report_carries_disclaimer_method_versions_and_the_hash_of_each_source(string kind, string format)
    {
        string report = RenderedReports.Of(kind, format);
        string words = string.Join(' ', report.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(PolicyDisclaimer.Text, words, StringComparison.Ordinal);
        Assert.Contains(PolicyDisclaimer.MethodAddress, report, StringComparison.Ordinal);
        foreach (string version in (string[])["0.0.0-sample", "sample-model 1", "sample-taxonomy 1", "sample-catalogue 1"])
            Assert.Contains(version, format == "markdown" ? report.Replace("\\", "", StringComparison.Ordinal) : report, StringComparison.Ordinal);
        foreach (PolicyDocument document in RenderedReports.Documents(kind))
            Assert.Contains(document.Source.Sha256, report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("comparison", "comparison")]
    [InlineData("comparison-of-nothing", "comparison")]
    [InlineData("assessment", "analysis")]
    [InlineData("assessment-of-nothing", "analysis")]
    [InlineData("completeness", "completeness")]
    public void A_JSON_report_of_every_branch_follows_its_published_schema(string kind, string schema)
    {
        JsonSchema rules = JsonSchema.FromText(File.ReadAllText(Repository.PathOf("docs", "schemas", schema + ".schema.json")), new BuildOptions { SchemaRegistry = new SchemaRegistry() });
        using JsonDocument report = JsonDocument.Parse(RenderedReports.Of(kind, "json"));
        EvaluationResults results = rules.Evaluate(report.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(results.IsValid, string.Join('\n', (results.Details ?? []).Where(detail => detail.Errors is not null).Select(detail => $"{detail.InstanceLocation}: {string.Join("; ", detail.Errors!.Values)}").Take(10)));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_report_never_shows_the_name_and_password_of_an_address(string kind, string format) =>
        Assert.DoesNotContain("secret", RenderedReports.Of(kind, format), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_report_ends_its_lines_alike(string kind, string format)
    {
        string report = RenderedReports.Of(kind, format);
        Assert.EndsWith("\n", report, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", format == "csv" ? report.Replace("\r\n", "", StringComparison.Ordinal) : report, StringComparison.Ordinal);
    }
}
