using System.Text.Json;
using Json.Schema;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Tests.Reporting;

/// <summary>The JSON reports are what their published schemas say, and the schemas do not let anything else through.</summary>
public sealed class JsonSchemaTests
{
    private static readonly PolicyAnalyzer Analyzer = PolicyAnalyzer.Create();

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("privacy")]
    [InlineData("terms")]
    public void An_analysis_follows_its_schema(string kind) =>
        AssertValid("analysis", Analyzer.Assess(SamplePolicies.Load(kind, 2026), cancellationToken: Stopping).ToJson().Content);

    [Theory]
    [InlineData("privacy", 2024, 2025)]
    [InlineData("privacy", 2026, 2024)]
    [InlineData("terms", 2025, 2026)]
    public void A_comparison_follows_its_schema(string kind, int before, int after) =>
        AssertValid("comparison", Analyzer.Compare(SamplePolicies.Load(kind, before), SamplePolicies.Load(kind, after), Stopping).ToJson().Content);

    [Fact]
    public void A_check_follows_its_schema() =>
        AssertValid("completeness", Analyzer.Check(SamplePolicies.Load("privacy", 2026), ["gdpr-13"], cancellationToken: Stopping).ToJson().Content);

    [Theory]
    [InlineData("analysis", "{}")]
    [InlineData("comparison", "{\"changes\":[{\"operation\":\"invented\"}]}")]
    [InlineData("completeness", "{\"requirements\":[]}")]
    public void A_schema_refuses_what_is_not_such_a_report(string schema, string json) => Assert.False(Validate(schema, json).IsValid);

    private static void AssertValid(string schema, string json)
    {
        EvaluationResults results = Validate(schema, json);
        Assert.True(results.IsValid, string.Join('\n', (results.Details ?? []).Where(detail => detail.Errors is not null).Select(detail => $"{detail.InstanceLocation}: {string.Join("; ", detail.Errors!.Values)}").Take(10)));
    }

    private static EvaluationResults Validate(string schema, string json)
    {
        JsonSchema rules = JsonSchema.FromText(File.ReadAllText(Repository.PathOf("docs", "schemas", schema + ".schema.json")), new BuildOptions { SchemaRegistry = new SchemaRegistry() });
        using JsonDocument document = JsonDocument.Parse(json);
        return rules.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
    }
}
