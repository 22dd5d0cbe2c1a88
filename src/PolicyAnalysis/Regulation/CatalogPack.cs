using System.Text.Json;
using PolicyAnalysis.Regulation.Catalog;

namespace PolicyAnalysis.Regulation;

/// <summary>What a pack did to a catalogue.</summary>
/// <param name="Pack">The pack's name.</param>
/// <param name="Operation"><c>add</c>, <c>patch</c>, <c>disable</c> or <c>note</c>.</param>
/// <param name="Target">The record.</param>
/// <param name="Reason">Why, in the pack's own words.</param>
public sealed record CatalogChange(string Pack, string Operation, string Target, string? Reason);

/// <summary>A team's own data, laid over a catalogue: additions under its own name, patches with a reason, records switched off, notes.</summary>
/// <remarks>Immutable and thread-safe. Reading runs no code and opens no address.</remarks>
public sealed class CatalogPack
{
    private const int MostCharacters = 8 * 1024 * 1024;

    private CatalogPack(string json, string name)
    {
        Json = json;
        Name = name;
    }

    /// <summary>The pack's name and version, for example <c>com.example.legal 2026.11.1</c>.</summary>
    public string Name { get; }

    internal string Json { get; }

    /// <summary>Reads a pack; its schema is <c>docs/schemas/catalog.schema.json</c>.</summary>
    /// <param name="json">The JSON text.</param>
    /// <exception cref="RegulatoryCatalogException">The text is not a pack, or too large.</exception>
    public static CatalogPack Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > MostCharacters)
            throw new RegulatoryCatalogException($"pack: longer than {MostCharacters} characters; split it into several packs.");
        using JsonDocument document = CatalogJson.Parse(json, "pack");
        var fields = new JsonFields(document.RootElement, "pack");
        return new CatalogPack(json, fields.Text("pack") + " " + fields.Text("version"));
    }
}
