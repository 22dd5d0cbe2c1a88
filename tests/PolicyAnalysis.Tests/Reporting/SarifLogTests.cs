using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Tests.Reporting;

/// <summary>A SARIF report follows the standard and has what code-scanning viewers need.</summary>
public sealed class SarifLogTests
{
    public static TheoryData<string> Kinds => RenderedReports.AllKinds();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_log_follows_the_schema_of_what_is_written_of_the_standard(string kind)
    {
        JsonSchema schema = Schema();
        using JsonDocument log = JsonDocument.Parse(RenderedReports.Of(kind, "sarif"));
        EvaluationResults results = schema.Evaluate(log.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(results.IsValid, string.Join('\n', (results.Details ?? []).Where(detail => detail.Errors is not null).Select(detail => $"{detail.InstanceLocation}: {string.Join("; ", detail.Errors!.Values)}").Take(10)));
    }

    [Theory]
    [InlineData("/version", "\"2.0.0\"")]
    [InlineData("/runs/0/columnKind", "\"bytes\"")]
    [InlineData("/runs/0/results/0/level", "\"fatal\"")]
    [InlineData("/runs/0/results/0/message", "{}")]
    [InlineData("/runs/0/results/0/locations/0/physicalLocation/region/startLine", "0")]
    [InlineData("/runs/0/results/0/invented", "1")]
    public void The_schema_refuses_what_the_standard_does_not_allow(string path, string value)
    {
        JsonNode log = JsonNode.Parse(RenderedReports.Of("comparison", "sarif"))!;
        string[] steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        JsonNode parent = log;
        foreach (string step in steps[..^1])
            parent = int.TryParse(step, out int index) ? parent[index]! : parent[step]!;
        parent[steps[^1]] = JsonNode.Parse(value);
        using JsonDocument changed = JsonDocument.Parse(log.ToJsonString());
        Assert.False(Schema().Evaluate(changed.RootElement).IsValid);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_result_names_its_rule_its_place_and_a_fingerprint_of_its_own(string kind)
    {
        JsonNode run = JsonNode.Parse(RenderedReports.Of(kind, "sarif"))!["runs"]![0]!;
        JsonArray rules = run["tool"]!["driver"]!["rules"]!.AsArray();
        JsonArray artifacts = run["artifacts"]!.AsArray();
        var fingerprints = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonNode? result in run["results"]!.AsArray())
        {
            Assert.Equal((string?)result!["ruleId"], (string?)rules[(int)result["ruleIndex"]!]!["id"]);
            Assert.NotEmpty(result["locations"]!.AsArray());
            Assert.True(fingerprints.Add((string)result["partialFingerprints"]!["policyAnalysis/v1"]!), (string)result["ruleId"]!);

            // The standard: only a result of kind "fail" has a level.
            Assert.Equal((string?)result["kind"] != "fail", (string?)result["level"] == "none");
            foreach (JsonNode? place in result["locations"]!.AsArray().Concat(result["relatedLocations"]?.AsArray() ?? []))
            {
                JsonNode artifact = place!["physicalLocation"]!["artifactLocation"]!;
                Assert.Equal((string?)artifacts[(int)artifact["index"]!]!["location"]!["uri"], (string?)artifact["uri"]);
                Assert.False(Uri.TryCreate((string?)artifact["uri"], UriKind.Absolute, out _));
            }
        }
    }

    [Fact]
    public void Warnings_and_remarks_are_notifications()
    {
        JsonNode invocation = JsonNode.Parse(RenderedReports.Of("comparison", "sarif"))!["runs"]![0]!["invocations"]![0]!;
        Assert.Equal(["dates-run-backwards", "approximate", "charset-guessed"], invocation["toolExecutionNotifications"]!.AsArray().Select(each => (string?)each!["descriptor"]!["id"]));
    }

    [Fact]
    public void A_region_spans_the_quote_in_the_source()
    {
        PolicyDocument document = PolicyDocument.Parse("# Quillmere privacy notice\n\nWe keep notes\nfor *thirty* days.\n", new PolicyReadOptions { Name = "notes/quillmere.md", MediaType = PolicyMediaType.Markdown }, TestContext.Current.CancellationToken);
        string quote = document.Text[document.Text.IndexOf("We keep", StringComparison.Ordinal)..];
        int start = document.Text.IndexOf(quote, StringComparison.Ordinal);
        var provision = new AnalyzedProvision
        {
            Provision = new Provision { Id = "p", Ordinal = 0, Kind = ProvisionKind.Paragraph, Range = new TextRange(start, start + quote.Length), Text = quote, Position = document.GetSourcePosition(start) },
            Labels = [],
        };
        PolicyAssessment assessment = ReportSamples.Nothing with
        {
            Policy = ReportSamples.Nothing.Policy with { Document = document, Provisions = [provision] },
            Provisions = [ReportSamples.Assessment.Provisions[0] with { Provision = provision }],
        };
        JsonNode place = JsonNode.Parse(assessment.ToSarif().Content)!["runs"]![0]!["results"]![0]!["locations"]![0]!["physicalLocation"]!;
        Assert.Equal("notes/quillmere.md", (string?)place["artifactLocation"]!["uri"]);
        Assert.Equal("""{"startLine":3,"startColumn":1,"endLine":4,"endColumn":19}""", place["region"]!.ToJsonString());
    }

    [Fact]
    public void A_page_that_was_fetched_is_named_by_its_address()
    {
        PolicyDocument document = ReportSamples.Nothing.Policy.Document;
        PolicyDocument Fetched(string name) => new() { Source = document.Source with { Name = name, Address = new Uri("https://quillmere.example/privacy") }, Text = document.Text, Blocks = document.Blocks };
        string Address(PolicyDocument fetched) => (string)JsonNode.Parse((ReportSamples.Nothing with { Policy = ReportSamples.Nothing.Policy with { Document = fetched } }).ToSarif().Content)!["runs"]![0]!["artifacts"]![0]!["location"]!["uri"]!;
        Assert.Equal("https://quillmere.example/privacy", Address(Fetched("https://quillmere.example/privacy")));
        Assert.Equal("a%20page.html", Address(Fetched("a page.html")));
    }

    private static JsonSchema Schema() =>
        JsonSchema.FromText(File.ReadAllText(Repository.PathOf("tests", "PolicyAnalysis.Tests", "Reporting", "sarif-2.1.0-as-written.schema.json")), new BuildOptions { SchemaRegistry = new SchemaRegistry() });
}
