using System.Text.Json;

namespace PolicyAnalysis.Reporting.Json;

/// <summary>An assessment as one JSON object; its schema is <c>docs/schemas/analysis.schema.json</c>.</summary>
internal static class AssessmentJson
{
    public static string Write(PolicyAssessment assessment) => JsonReport.Write(json =>
    {
        JsonReport.Date(json, "asOf", assessment.AsOf);
        JsonReport.Disclaimer(json, assessment.Disclaimer);
        JsonReport.Versions(json, assessment.Versions);
        JsonReport.Source(json, "source", assessment.Policy.Document);
        JsonReport.Diagnostics(json, assessment.Policy.Document);
        Exposure(json, assessment.Exposure);
        json.WriteStartArray("namedJurisdictions");
        foreach (NamedJurisdiction named in assessment.NamedJurisdictions)
        {
            json.WriteStartObject();
            json.WriteString("code", named.Code);
            json.WriteString("name", named.Name);
            json.WriteString("provision", named.Provision.Provision.Id);
            JsonReport.QuoteOrNull(json, "evidence", named.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("provisions");
        foreach (ProvisionAssessment provision in assessment.Provisions)
            Provision(json, provision);
        json.WriteEndArray();
    });

    private static void Provision(Utf8JsonWriter json, ProvisionAssessment assessed)
    {
        Provision provision = assessed.Provision.Provision;
        json.WriteStartObject();
        json.WriteString("id", provision.Id);
        json.WriteString("text", provision.Text);
        JsonReport.Strings(json, "headings", provision.Headings);
        json.WriteNumber("start", provision.Range.Start);
        json.WriteNumber("end", provision.Range.End);
        json.WriteNumber("line", provision.Position.Line);
        json.WriteNumber("column", provision.Position.Column);
        JsonReport.Strings(json, "types", assessed.Provision.Labels.Select(label => label.Type));
        json.WriteStartArray("labels");
        foreach (ProvisionLabel label in assessed.Provision.Labels)
        {
            json.WriteStartObject();
            json.WriteString("type", label.Type);
            JsonReport.Score(json, "score", label.Score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("regulatoryType", assessed.RegulatoryType);
        json.WriteString("subject", assessed.Subject);
        Exposure(json, assessed.Exposure);
        json.WriteStartArray("citations");
        foreach (RegulatoryLink citation in assessed.Citations)
            Citation(json, citation);
        json.WriteEndArray();
        JsonReport.Strings(json, "jurisdictions", assessed.Jurisdictions);
        JsonReport.Strings(json, "absent", assessed.Absent);
        JsonReport.Strings(json, "contract", assessed.Contract);
        JsonReport.Strings(json, "actions", assessed.Actions);
        JsonReport.Strings(json, "questions", assessed.Questions);
        json.WriteEndObject();
    }

    private static void Exposure(Utf8JsonWriter json, ExposureAssessment exposure)
    {
        json.WriteStartObject("exposure");
        json.WriteString("level", WireNames.Of(exposure.Level));
        Factors(json, "raised", exposure.Raised);
        Factors(json, "lowered", exposure.Lowered);
        JsonReport.Strings(json, "unknown", exposure.Unknown);
        json.WriteEndObject();
    }

    private static void Factors(Utf8JsonWriter json, string name, IReadOnlyList<ExposureFactor> factors)
    {
        json.WriteStartArray(name);
        foreach (ExposureFactor factor in factors)
        {
            json.WriteStartObject();
            json.WriteString("id", factor.Id);
            json.WriteString("description", factor.Description);
            json.WriteNumber("weight", factor.Weight);
            JsonReport.QuoteOrNull(json, "evidence", factor.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Citation(Utf8JsonWriter json, RegulatoryLink citation)
    {
        json.WriteStartObject();
        json.WriteString("id", citation.Id);
        json.WriteString("display", citation.Display);
        json.WriteString("relation", citation.Relation);
        json.WriteString("why", citation.Why);
        json.WriteString("jurisdiction", citation.Jurisdiction);
        json.WriteString("applicability", citation.Applicability);
        json.WriteString("decidingFact", citation.DecidingFact);
        json.WriteString("decidingFactPhrase", citation.DecidingFactPhrase);
        json.WriteStartArray("related");
        foreach (RelatedRule related in citation.Related)
        {
            json.WriteStartObject();
            json.WriteString("id", related.Id);
            json.WriteString("display", related.Display);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("status", citation.Status);
        json.WriteEndObject();
    }
}
