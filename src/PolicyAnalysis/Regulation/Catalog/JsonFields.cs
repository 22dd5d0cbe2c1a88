using System.Globalization;
using System.Text.Json;

namespace PolicyAnalysis.Regulation.Catalog;

/// <summary>Reads the fields of one JSON object strictly: a field that nobody asked for is an error that names its place.</summary>
internal sealed class JsonFields
{
    private readonly JsonElement _object;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public JsonFields(JsonElement element, string path)
    {
        Path = path;
        if (element.ValueKind != JsonValueKind.Object)
            throw Wrong("an object was expected");
        _object = element;
    }

    /// <summary>Where the object stands, for messages.</summary>
    public string Path { get; }

    public bool Has(string name) => _object.TryGetProperty(name, out _);

    public string Text(string name) => OptionalText(name) ?? throw Wrong($"'{name}' is missing");

    public string? OptionalText(string name) => Find(name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        _ => throw Wrong($"'{name}' is not text"),
    };

    public IReadOnlyList<string> Texts(string name)
    {
        if (Find(name) is not { } array)
            return [];
        if (array.ValueKind != JsonValueKind.Array)
            throw Wrong($"'{name}' is not a list");
        var texts = new string[array.GetArrayLength()];
        int index = 0;
        foreach (JsonElement item in array.EnumerateArray())
            texts[index++] = item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Wrong($"'{name}' holds something that is not text");
        return texts;
    }

    public DateOnly? OptionalDate(string name) => OptionalText(name) is not { } text
        ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : throw Wrong($"'{name}' is \"{text}\", not a date as 2026-11-23");

    public int Integer(string name) => Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out int number) ? number : throw Wrong($"'{name}' is not a whole number");

    public double? OptionalNumber(string name) => Find(name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Number } value => value.GetDouble(),
        _ => throw Wrong($"'{name}' is not a number"),
    };

    public bool? OptionalFlag(string name) => Find(name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw Wrong($"'{name}' is neither true nor false"),
    };

    /// <summary>A field as it stands, for readers of their own.</summary>
    public JsonElement? Find(string name)
    {
        _read.Add(name);
        return _object.TryGetProperty(name, out JsonElement value) ? value : null;
    }

    public JsonFields? OptionalObject(string name) => Find(name) is { ValueKind: not JsonValueKind.Null } value ? new JsonFields(value, $"{Path}/{name}") : null;

    /// <summary>The objects of a list; each is read to its end by the caller.</summary>
    public IEnumerable<JsonFields> Objects(string name)
    {
        if (Find(name) is not { } array)
            yield break;
        if (array.ValueKind != JsonValueKind.Array)
            throw Wrong($"'{name}' is not a list");
        int index = 0;
        foreach (JsonElement item in array.EnumerateArray())
        {
            string id = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out JsonElement value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()!
                : index.ToString(CultureInfo.InvariantCulture);
            yield return new JsonFields(item, $"{Path}/{name}/{id}");
            index++;
        }
    }

    /// <summary>The object's fields in order, for objects whose names are data.</summary>
    public IEnumerable<(string Name, JsonElement Value)> All()
    {
        foreach (JsonProperty property in _object.EnumerateObject())
        {
            _read.Add(property.Name);
            yield return (property.Name, property.Value);
        }
    }

    /// <summary>Ends the reading.</summary>
    /// <exception cref="RegulatoryCatalogException">A field was not asked for, or stands twice.</exception>
    public void End()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty property in _object.EnumerateObject())
        {
            if (!_read.Contains(property.Name))
                throw Wrong($"'{property.Name}' is not a field that is known here");
            if (!seen.Add(property.Name))
                throw Wrong($"'{property.Name}' stands twice");
        }
    }

    public RegulatoryCatalogException Wrong(string what) => new($"{Path}: {what}.");
}
