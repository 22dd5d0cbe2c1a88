using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyAnalysis.Reporting.Json;

/// <summary>What the JSON reports share: how they are written, and the parts that stand in each.</summary>
internal static class JsonReport
{
    // A report is not put into HTML as it is, so letters of all languages stay letters.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 32 };

    /// <summary>Writes one JSON object on one line, with a line feed at its end.</summary>
    public static string Write(Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            body(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    public static void Disclaimer(Utf8JsonWriter json, string disclaimer)
    {
        json.WriteString("disclaimer", disclaimer);
        json.WriteString("method", PolicyDisclaimer.MethodAddress);
    }

    public static void Versions(Utf8JsonWriter json, AnalysisVersions versions)
    {
        json.WriteStartObject("versions");
        json.WriteString("library", versions.Library);
        json.WriteString("model", versions.Model);
        json.WriteString("taxonomy", versions.Taxonomy);
        json.WriteString("catalog", versions.Catalog);
        json.WriteEndObject();
    }

    /// <param name="json">The writer.</param>
    /// <param name="name">The field; <see langword="null"/> for an item of a list.</param>
    /// <param name="document">The document.</param>
    public static void Source(Utf8JsonWriter json, string? name, PolicyDocument document)
    {
        if (name is null)
            json.WriteStartObject();
        else
            json.WriteStartObject(name);
        json.WriteString("name", document.Source.Name);
        json.WriteString("address", ReportFacts.AddressOf(document.Source));
        json.WriteString("mediaType", WireNames.Of(document.Source.MediaType));
        json.WriteString("sha256", document.Source.Sha256);
        json.WriteNumber("byteLength", document.Source.ByteLength);
        json.WriteString("title", document.Title);
        json.WriteString("language", document.Language);
        json.WriteEndObject();
    }

    public static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    public static void Quotes(Utf8JsonWriter json, string name, IEnumerable<Quote> quotes)
    {
        json.WriteStartArray(name);
        foreach (Quote quote in quotes)
        {
            json.WriteStartObject();
            QuoteBody(json, quote);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void QuoteOrNull(Utf8JsonWriter json, string name, Quote? quote)
    {
        if (quote is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        QuoteBody(json, quote);
        json.WriteEndObject();
    }

    public static void Date(Utf8JsonWriter json, string name, DateOnly? date) => json.WriteString(name, date is { } day ? DisplayNames.Date(day) : null);

    /// <summary>A probability or score with four decimals, so that the last bits of a sum never show.</summary>
    public static void Score(Utf8JsonWriter json, string name, double score) => json.WriteNumber(name, Math.Round(score, 4));

    public static void Diagnostics(Utf8JsonWriter json, PolicyDocument document) => Diagnostics(json, [document]);

    public static void Diagnostics(Utf8JsonWriter json, IReadOnlyList<PolicyDocument> documents)
    {
        json.WriteStartArray("diagnostics");
        foreach (PolicyDiagnostic diagnostic in documents.SelectMany(document => document.Diagnostics))
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteString("message", diagnostic.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void QuoteBody(Utf8JsonWriter json, Quote quote)
    {
        json.WriteString("quote", quote.Text);
        json.WriteNumber("start", quote.Range.Start);
        json.WriteNumber("end", quote.Range.End);
    }
}
