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
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException error)
        {
            throw NotJson(what, error);
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

    private static RegulatoryCatalogException NotJson(string what, JsonException error) =>
        new($"{what}: not JSON at line {error.LineNumber + 1}, column {error.BytePositionInLine + 1}: {error.Message}", error);
}
