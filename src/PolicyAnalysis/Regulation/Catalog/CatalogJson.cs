using System.Text.Json;

namespace PolicyAnalysis.Regulation.Catalog;

/// <summary>How every JSON text of the catalogue, of a pack, a profile or a rules file is parsed.</summary>
internal static class CatalogJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 40, AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow };

    /// <exception cref="RegulatoryCatalogException">The text is not JSON.</exception>
    public static JsonDocument Parse(string json, string what)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(json, Options);
            if (json.Contains("\\u", StringComparison.Ordinal))
                CheckText(document.RootElement, what);
            return document;
        }
        catch (JsonException error)
        {
            throw NotJson(what, error);
        }
    }

    /// <summary>A text may escape half of a character; that is found here, not where the text is used.</summary>
    private static void CheckText(JsonElement element, string what)
    {
        try
        {
            // The parser bounds the nesting, and with it this walk.
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (JsonProperty property in element.EnumerateObject())
                    {
                        _ = property.Name;
                        CheckText(property.Value, what);
                    }

                    break;
                case JsonValueKind.Array:
                    foreach (JsonElement item in element.EnumerateArray())
                        CheckText(item, what);
                    break;
                case JsonValueKind.String:
                    _ = element.GetString();
                    break;
            }
        }
        catch (InvalidOperationException error)
        {
            throw new RegulatoryCatalogException($"{what}: a text holds half of a surrogate pair.", error);
        }
    }

    /// <exception cref="RegulatoryCatalogException">The bytes are not JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json, string what)
    {
        try
        {
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException error)
        {
            throw NotJson(what, error);
        }
    }

    /// <summary>Reads the records of one list of a data file, each under its own id.</summary>
    /// <exception cref="RegulatoryCatalogException">The file is not JSON, a record is malformed, or an id stands twice.</exception>
    public static Dictionary<string, T> Records<T>(CatalogFiles files, string file, string list, Func<JsonFields, T> read, Func<T, string> idOf)
    {
        using JsonDocument document = Parse(files[file], file);
        var fields = new JsonFields(document.RootElement, file);
        var records = new Dictionary<string, T>(StringComparer.Ordinal);
        fields.List(list, each =>
        {
            T record = read(each);
            return records.TryAdd(idOf(record), record) ? record : throw each.Wrong($"the id '{idOf(record)}' stands twice");
        });
        fields.End();
        return records;
    }

    private static RegulatoryCatalogException NotJson(string what, JsonException error) =>
        new($"{what}: not JSON at line {error.LineNumber + 1}, column {error.BytePositionInLine + 1}: {error.Message}", error);
}
