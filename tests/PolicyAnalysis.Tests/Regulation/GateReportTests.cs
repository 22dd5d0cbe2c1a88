using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using PolicyAnalysis.Regulation;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Tests.Regulation;

/// <summary>What a gate found in every form: each follows its schema, explains itself and carries the disclaimer.</summary>
public sealed class GateReportTests
{
    private const string Notice = """
        # Lumenleaf Privacy Notice

        ## Retention

        We keep your account data for 90 days after you close your account.
        """;

    private static readonly GateResult Result = Evaluate("""
        {
          "require": [{"id":"notice","sets":["gdpr-13"]}],
          "exposure": [{"id":"ceiling","ceiling":"low","severity":"warning"}],
          "suppress": [{"fingerprint":"notice:nr.eu-gdpr.art-13-2-d","owner":"Ada","reason":"stands on a page of its own","expires":"2027-01-31"}],
          "baseline": ["notice:nr.eu-gdpr.art-13-1-a"]
        }
        """);

    public static TheoryData<string> Forms() => ["html", "markdown", "json", "sarif", "csv", "text"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_shows_rule_law_quote_suppression_and_disclaimer(string form)
    {
        string content = Of(form).ReplaceLineEndings(" ");
        foreach (string expected in new[] { "notice", "GDPR Art. 13(2)(d)", "90 days after you close your account", "stands on a page of its own", "not legal advice" })
            Assert.Contains(expected, System.Net.WebUtility.HtmlDecode(content).Replace("\\", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_JSON_follows_its_schema() => AssertValid(Repository.PathOf("docs", "schemas", "gate.schema.json"), Result.ToJson().Content);

    [Fact]
    public void The_SARIF_follows_the_standard_and_marks_what_is_suppressed_and_known()
    {
        string content = Result.ToSarif().Content;
        AssertValid(Repository.PathOf("tests", "PolicyAnalysis.Tests", "Reporting", "sarif-2.1.0-as-written.schema.json"), content);
        JsonArray results = JsonNode.Parse(content)!["runs"]![0]!["results"]!.AsArray();
        JsonNode suppressed = results.Single(result => result!["suppressions"] is not null)!;
        Assert.Contains("Ada", (string)suppressed["suppressions"]![0]!["justification"]!, StringComparison.Ordinal);
        Assert.Equal("unchanged", (string)results.Single(result => result!["baselineState"] is not null)!["baselineState"]!);
        Assert.Contains(results, result => (string)result!["level"]! == "error");
        Assert.Contains(results, result => (string)result!["level"]! == "warning");
    }

    [Theory]
    [InlineData("""{"require":[{"id":"x","sets":["gdpr-13"]}],"suppress":[{"fingerprint":"a","owner":"b","reason":"c","expires":"2027-01-01"}]}""", true)]
    [InlineData("""{"forbid":[{"id":"x","effects":["ai-use-added"],"unlessEffects":["choice-added"],"reason":"promised"}],"exposure":[{"id":"y","ceiling":"medium-high"}],"baseline":[]}""", true)]
    [InlineData("""{"require":[{"id":"x","sets":[]}]}""", false)]
    [InlineData("""{"suppress":[{"fingerprint":"a","owner":"b","reason":"c"}]}""", false)]
    [InlineData("""{"rules":[]}""", false)]
    public void The_schema_of_the_rules_takes_what_the_reader_takes(string rules, bool valid)
    {
        Assert.Equal(valid, Validate(Repository.PathOf("docs", "schemas", "rules.schema.json"), rules).IsValid);
        Assert.Equal(valid, Record.Exception(() => GateRules.Parse(rules)) is null);
    }

    private static string Of(string form) => form switch
    {
        "html" => Result.ToHtml().Content,
        "markdown" => Result.ToMarkdown().Content,
        "json" => Result.ToJson().Content,
        "sarif" => Result.ToSarif().Content,
        "csv" => Result.ToCsv().Content,
        _ => Result.ToText().Content,
    };

    private static GateResult Evaluate(string rules) =>
        new PolicyGate(RegulatoryCatalog.Default, GateRules.Parse(rules)).Evaluate(Policies.Of(Notice), null, null, TestContext.Current.CancellationToken);

    private static void AssertValid(string schema, string json)
    {
        EvaluationResults results = Validate(schema, json);
        Assert.True(results.IsValid, string.Join('\n', (results.Details ?? []).Where(detail => detail.Errors is not null).Select(detail => $"{detail.InstanceLocation}: {string.Join("; ", detail.Errors!.Values)}").Take(10)));
    }

    private static EvaluationResults Validate(string schema, string json)
    {
        JsonSchema rules = JsonSchema.FromText(File.ReadAllText(schema), new BuildOptions { SchemaRegistry = new SchemaRegistry() });
        using JsonDocument document = JsonDocument.Parse(json);
        return rules.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
    }
}
