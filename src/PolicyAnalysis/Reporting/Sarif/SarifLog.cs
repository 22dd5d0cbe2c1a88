using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyAnalysis.Reporting.Sarif;

/// <summary>A SARIF 2.1.0 log with one run: rules, artifacts and results in a stable order.</summary>
internal static class SarifLog
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n", MaxDepth = 32 };

    public static string Write(SarifRun run)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            Run(json, run);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Run(Utf8JsonWriter json, SarifRun run)
    {
        List<SarifRule> rules = [.. run.Results.Select(result => result.Rule).DistinctBy(rule => rule.Id, StringComparer.Ordinal).OrderBy(rule => rule.Id, StringComparer.Ordinal)];
        Dictionary<string, int> ruleIndex = rules.Index().ToDictionary(rule => rule.Item.Id, rule => rule.Index, StringComparer.Ordinal);

        json.WriteStartObject();
        Tool(json, run, rules);
        Invocation(json, run);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteString("language", "en");
        json.WriteStartObject("automationDetails");
        json.WriteString("id", run.Kind + "/");
        json.WriteEndObject();

        json.WriteStartArray("artifacts");
        foreach (SarifArtifact artifact in run.Artifacts)
            Artifact(json, artifact);
        json.WriteEndArray();

        json.WriteStartArray("results");
        foreach (SarifResult result in run.Results)
            Result(json, result, ruleIndex[result.Rule.Id], run.Artifacts);
        json.WriteEndArray();

        json.WriteStartObject("properties");
        json.WriteString("disclaimer", run.Disclaimer);
        json.WriteString("method", PolicyDisclaimer.MethodAddress);
        if (run.AsOf is { } asOf)
            json.WriteString("asOf", DisplayNames.Date(asOf));
        json.WriteString("model", run.Versions.Model);
        json.WriteString("taxonomy", run.Versions.Taxonomy);
        json.WriteString("catalog", run.Versions.Catalog);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Tool(Utf8JsonWriter json, SarifRun run, List<SarifRule> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "PolicyAnalysis");
        json.WriteString("version", run.Versions.Library);
        json.WriteString("informationUri", PolicyDisclaimer.MethodAddress);
        json.WriteStartArray("rules");
        foreach (SarifRule rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            Message(json, "shortDescription", rule.Name);
            Message(json, "fullDescription", rule.Description);
            Message(json, "help", rule.Description + " How the statement comes about: " + PolicyDisclaimer.MethodAddress);
            json.WriteString("helpUri", PolicyDisclaimer.MethodAddress);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", "note");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Warnings and remarks as notifications: viewers show them apart from the results.</summary>
    private static void Invocation(Utf8JsonWriter json, SarifRun run)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteStartArray("toolExecutionNotifications");
        foreach ((string code, string message) in run.Warnings)
            Notification(json, code, "warning", message, address: null);
        foreach (SarifArtifact artifact in run.Artifacts)
        {
            foreach (PolicyDiagnostic diagnostic in artifact.Document.Diagnostics)
                Notification(json, diagnostic.Code, "note", diagnostic.Message, Address(artifact.Document.Source));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Notification(Utf8JsonWriter json, string code, string level, string message, string? address)
    {
        json.WriteStartObject();
        json.WriteStartObject("descriptor");
        json.WriteString("id", code);
        json.WriteEndObject();
        json.WriteString("level", level);
        Message(json, "message", message);
        if (address is not null)
        {
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", address);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Artifact(Utf8JsonWriter json, SarifArtifact artifact)
    {
        PolicySource source = artifact.Document.Source;
        json.WriteStartObject();
        json.WriteStartObject("location");
        json.WriteString("uri", Address(source));
        json.WriteEndObject();
        Message(json, "description", artifact.Description);
        json.WriteNumber("length", source.ByteLength);
        json.WriteStartArray("roles");
        json.WriteStringValue("analysisTarget");
        json.WriteEndArray();
        json.WriteString("mimeType", WireNames.Of(source.MediaType));
        json.WriteStartObject("hashes");
        json.WriteString("sha-256", source.Sha256);
        json.WriteEndObject();
        if (ReportFacts.AddressOf(source) is { } address)
        {
            json.WriteStartObject("properties");
            json.WriteString("address", address);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, SarifResult result, int ruleIndex, IReadOnlyList<SarifArtifact> artifacts)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", result.Rule.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("kind", result.Kind);
        json.WriteString("level", result.Level);
        Message(json, "message", result.Message);
        json.WriteStartArray("locations");
        if (result.Location is { } location)
            Location(json, location, artifacts, id: null, message: null);
        json.WriteEndArray();
        if (result.Related is { Count: > 0 } related)
        {
            json.WriteStartArray("relatedLocations");
            for (int index = 0; index < related.Count; index++)
                Location(json, related[index], artifacts, index + 1, related[index].Message);
            json.WriteEndArray();
        }

        if (result.Suppression is { } suppression)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", suppression);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (result.IsKnown)
            json.WriteString("baselineState", "unchanged");
        json.WriteStartObject("partialFingerprints");
        json.WriteString("policyAnalysis/v1", result.Fingerprint);
        json.WriteEndObject();
        json.WriteStartObject("properties");
        foreach ((string name, string value) in result.Properties)
            json.WriteString(name, value);
        json.WriteStartArray("tags");
        foreach (string tag in result.Tags)
            json.WriteStringValue(tag);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Location(Utf8JsonWriter json, SarifLocation location, IReadOnlyList<SarifArtifact> artifacts, int? id, string? message)
    {
        json.WriteStartObject();
        if (id is { } number)
            json.WriteNumber("id", number);
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Address(artifacts[location.Artifact].Document.Source));
        json.WriteNumber("index", location.Artifact);
        json.WriteEndObject();
        if (location.Start is { Line: >= 1, Column: >= 1 } start)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", start.Line);
            json.WriteNumber("startColumn", start.Column);
            if (location.End is { } end)
            {
                json.WriteNumber("endLine", end.Line);
                json.WriteNumber("endColumn", end.Column);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (location.Headings.Count > 0)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("name", location.Headings[^1]);
            json.WriteString("fullyQualifiedName", string.Join(" / ", location.Headings));
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (message is not null)
            Message(json, "message", message);
        json.WriteEndObject();
    }

    private static void Message(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>
    /// Where a viewer finds the source: the file, relative to the root that the log is read under, as code scanning asks; the
    /// page's address only where the source was fetched from it.
    /// </summary>
    private static string Address(PolicySource source)
    {
        if (source.Address is { IsAbsoluteUri: true } && Uri.TryCreate(source.Name, UriKind.Absolute, out Uri? fetched) && fetched.Scheme is "http" or "https")
            return ReportFacts.AddressOf(source)!;
        string[] names = source.Name.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        return names.Length == 0 ? "policy" : string.Join('/', names.Select(Uri.EscapeDataString));
    }
}
