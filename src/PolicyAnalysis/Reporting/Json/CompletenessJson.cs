using System.Text.Json;

namespace PolicyAnalysis.Reporting.Json;

/// <summary>A completeness check as one JSON object; its schema is <c>docs/schemas/completeness.schema.json</c>.</summary>
internal static class CompletenessJson
{
    public static string Write(CompletenessResult result) => JsonReport.Write(json =>
    {
        JsonReport.Strings(json, "sets", result.RequirementSets);
        json.WriteStartArray("requirements");
        foreach (RequirementFinding finding in result.Requirements)
        {
            json.WriteStartObject();
            json.WriteString("id", finding.Id);
            json.WriteString("citation", finding.Citation);
            json.WriteString("element", finding.Element);
            json.WriteString("status", WireNames.Of(finding.Status));
            JsonReport.Quotes(json, "evidence", finding.Evidence);
            Documents(json, finding.Evidence);
            JsonReport.Score(json, "score", finding.Score);
            json.WriteString("reason", finding.Reason);
            JsonReport.Quotes(json, "candidates", finding.Candidates);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonReport.Date(json, "asOf", result.AsOf);
        JsonReport.Disclaimer(json, result.Disclaimer);
        JsonReport.Versions(json, result.Versions);
        JsonReport.Source(json, "source", result.Policy.Document);
        json.WriteStartArray("others");
        foreach (AnalyzedPolicy other in result.Others)
            JsonReport.Source(json, null, other.Document);
        json.WriteEndArray();
        JsonReport.Diagnostics(json, result.Documents);
    });

    /// <summary>For each quote, the index of its document: 0 is the source, 1 the first of the others.</summary>
    private static void Documents(Utf8JsonWriter json, IReadOnlyList<Quote> evidence)
    {
        json.WriteStartArray("evidenceDocuments");
        foreach (Quote quote in evidence)
            json.WriteNumberValue(quote.Document);
        json.WriteEndArray();
    }
}
