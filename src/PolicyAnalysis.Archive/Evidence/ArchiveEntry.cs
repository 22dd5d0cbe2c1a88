using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Evidence;

/// <summary>What an entry of the chain records.</summary>
internal enum EntryKind
{
    /// <summary>A copy of a document was seen.</summary>
    Version,

    /// <summary>A document was not there.</summary>
    Absence,

    /// <summary>A version was analysed.</summary>
    Analysis,

    /// <summary>A timestamp authority attested the state of the archive.</summary>
    Timestamp,
}

/// <summary>One entry of the chain: a line of JSON with fields in fixed order, kept and hashed exactly as written.</summary>
internal sealed record ArchiveEntry
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    // The line is hashed as it is and never put into HTML unescaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] KindNames = ["version", "absence", "analysis", "timestamp"];

    public required EntryKind Kind { get; init; }

    public string? Platform { get; init; }

    public string? Document { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    public string? MediaType { get; init; }

    public string? Address { get; init; }

    public string? Origin { get; init; }

    /// <summary>SHA-256 of the source, the timestamp token, or nothing.</summary>
    public byte[]? Source { get; init; }

    /// <summary>The number of bytes of <see cref="Source"/>.</summary>
    public long Length { get; init; }

    /// <summary>The entry that an analysis or a timestamp is about: the version, or the last entry attested.</summary>
    public long Subject { get; init; }

    public byte[]? Text { get; init; }

    public byte[]? Record { get; init; }

    public AnalysisVersions? Versions { get; init; }

    public DateOnly? Effective { get; init; }

    public DateOnly? Updated { get; init; }

    public static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The contents that the entry names by their hash.</summary>
    public IEnumerable<byte[]> Contents()
    {
        if (Source is not null)
            yield return Source;
        if (Text is not null)
            yield return Text;
        if (Record is not null)
            yield return Record;
    }

    public string Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("entry", KindNames[(int)Kind]);
            switch (Kind)
            {
                case EntryKind.Version or EntryKind.Absence:
                    json.WriteString("platform", Platform);
                    json.WriteString("document", Document);
                    json.WriteString("seen", Time(SeenAt));
                    Optional(json, "mediaType", MediaType);
                    Optional(json, "address", Address);
                    Optional(json, "origin", Origin);
                    break;
                case EntryKind.Analysis:
                    json.WriteNumber("version", Subject);
                    json.WriteString("library", Versions!.Library);
                    json.WriteString("model", Versions.Model);
                    json.WriteString("taxonomy", Versions.Taxonomy);
                    Optional(json, "catalog", Versions.Catalog);
                    Optional(json, "effective", Date(Effective));
                    Optional(json, "updated", Date(Updated));
                    json.WriteString("text", Sha256Hash.Hex(Text));
                    json.WriteString("record", Sha256Hash.Hex(Record));
                    break;
                default:
                    json.WriteNumber("through", Subject);
                    break;
            }

            if (Source is not null)
            {
                json.WriteString(Kind == EntryKind.Timestamp ? "token" : "source", Sha256Hash.Hex(Source));
                json.WriteNumber("length", Length);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a line; nothing where it is not the exact form that <see cref="Write"/> gives.</summary>
    public static ArchiveEntry? Parse(string line)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement root = json.RootElement;
            int kind = Array.IndexOf(KindNames, Field(root, "entry"));
            if (kind < 0)
                return null;
            var entry = new ArchiveEntry
            {
                Kind = (EntryKind)kind,
                Platform = Field(root, "platform"),
                Document = Field(root, "document"),
                SeenAt = Field(root, "seen") is { } seen ? DateTimeOffset.ParseExact(seen, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : default,
                MediaType = Field(root, "mediaType"),
                Address = Field(root, "address"),
                Origin = Field(root, "origin"),
                Source = Sha256Hash.Parse(Field(root, kind == (int)EntryKind.Timestamp ? "token" : "source")),
                Length = Number(root, "length"),
                Subject = Number(root, kind == (int)EntryKind.Timestamp ? "through" : "version"),
                Text = Sha256Hash.Parse(Field(root, "text")),
                Record = Sha256Hash.Parse(Field(root, "record")),
                Versions = Field(root, "library") is { } library
                    ? new AnalysisVersions { Library = library, Model = Field(root, "model") ?? string.Empty, Taxonomy = Field(root, "taxonomy") ?? string.Empty, Catalog = Field(root, "catalog") }
                    : null,
                Effective = Date(Field(root, "effective")),
                Updated = Date(Field(root, "updated")),
            };
            return entry.IsComplete && string.Equals(entry.Write(), line, StringComparison.Ordinal) ? entry : null;
        }
        catch (Exception problem) when (problem is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private bool IsComplete => Kind switch
    {
        EntryKind.Version => Platform is not null && Document is not null && Source is not null,
        EntryKind.Absence => Platform is not null && Document is not null,
        EntryKind.Analysis => Subject > 0 && Versions is not null && Text is not null && Record is not null,
        _ => Subject > 0 && Source is not null,
    };

    public static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Date(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Field(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static long Number(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetInt64() : 0;

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
