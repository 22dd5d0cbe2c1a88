namespace PolicyAnalysis.Reporting.Json;

/// <summary>What a gate found as one JSON object; its schema is <c>docs/schemas/gate.schema.json</c>.</summary>
internal static class GateJson
{
    public static string Write(GateResult result) => JsonReport.Write(json =>
    {
        json.WriteBoolean("open", result.IsOpen);
        json.WriteStartArray("findings");
        foreach (GateFinding finding in result.Findings)
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule);
            json.WriteString("kind", finding.Kind);
            json.WriteString("target", finding.Target);
            json.WriteString("fingerprint", finding.Fingerprint);
            json.WriteString("outcome", WireNames.Of(finding.Outcome));
            json.WriteString("message", finding.Message);
            JsonReport.QuoteOrNull(json, "evidence", finding.Evidence);
            json.WriteString("citation", finding.Citation);
            json.WriteString("suppression", finding.Suppression);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonReport.Strings(json, "remarks", result.Remarks);
        JsonReport.Date(json, "asOf", result.AsOf);
        JsonReport.Disclaimer(json, result.Disclaimer);
        JsonReport.Versions(json, result.Versions);
        JsonReport.Source(json, "source", result.Policy.Document);
        JsonReport.Diagnostics(json, result.Policy.Document);
    });
}
