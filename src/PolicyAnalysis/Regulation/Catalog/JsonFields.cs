using System.Globalization;
using System.Text.Json;

namespace PolicyAnalysis.Regulation.Catalog;

/// <summary>Reads the fields of one JSON object strictly: a field that nobody asked for is an error that names its place.</summary>
internal sealed class JsonFields
{
    private const int MostFields = 64;

    private readonly JsonElement _object;
    private readonly JsonFields? _owner;
    private readonly string _name;
    private readonly int _index;
    private string[] _read = new string[8];
    private int _count;
    private bool _allRead;

    public JsonFields(JsonElement element, string path)
        : this(element, null, path, -1)
    {
    }

    /// <param name="element">The object.</param>
    /// <param name="owner">The object around it; <see langword="null"/> at the top.</param>
    /// <param name="name">The field of the owner, or the whole place at the top.</param>
    /// <param name="index">The index where the field is a list; otherwise -1.</param>
    public JsonFields(JsonElement element, JsonFields? owner, string name, int index = -1)
    {
        _object = element;
        _owner = owner;
        _name = name;
        _index = index;
        if (element.ValueKind != JsonValueKind.Object)
            throw Wrong("an object was expected");
    }

    /// <summary>Where the object stands, for messages: written out only when there is something to say.</summary>
    public string Path
    {
        get
        {
            string path = _owner is null ? _name : _owner.Path + "/" + _name;
            if (_index < 0)
                return path;
            bool named = _object.ValueKind == JsonValueKind.Object && _object.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String;
            return path + "/" + (named ? _object.GetProperty("id").GetString() : _index.ToString(CultureInfo.InvariantCulture));
        }
    }

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
        Note(name);
        return _object.TryGetProperty(name, out JsonElement value) ? value : null;
    }

    public JsonFields? OptionalObject(string name) => Find(name) is { ValueKind: not JsonValueKind.Null } value ? new JsonFields(value, this, name) : null;

    /// <summary>Reads the objects of a list; the reader reads each to its end.</summary>
    public T[] List<T>(string name, Func<JsonFields, T> read)
    {
        if (Find(name) is not { } array)
            return [];
        if (array.ValueKind != JsonValueKind.Array)
            throw Wrong($"'{name}' is not a list");
        var all = new T[array.GetArrayLength()];
        int index = 0;
        foreach (JsonElement item in array.EnumerateArray())
        {
            all[index] = read(new JsonFields(item, this, name, index));
            index++;
        }

        return all;
    }

    /// <summary>The object's fields in order, for objects whose names are data.</summary>
    public IEnumerable<(string Name, JsonElement Value)> All()
    {
        _allRead = true;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty property in _object.EnumerateObject())
        {
            if (!seen.Add(property.Name))
                throw Wrong($"'{property.Name}' stands twice");
            yield return (property.Name, property.Value);
        }
    }

    /// <summary>Ends the reading.</summary>
    /// <exception cref="RegulatoryCatalogException">A field was not asked for, or stands twice.</exception>
    public void End()
    {
        if (_allRead)
            return;
        ulong met = 0;
        int next = 0;
        foreach (JsonProperty property in _object.EnumerateObject())
        {
            int at = PlaceOf(property, next);
            if (at < 0)
                throw Wrong($"'{property.Name}' is not a field that is known here");
            if ((met >> at & 1) != 0)
                throw Wrong($"'{property.Name}' stands twice");
            met |= 1UL << at;
            next = at + 1;
        }
    }

    public RegulatoryCatalogException Wrong(string what) => new($"{Path}: {what}.");

    /// <summary>Files list their fields much as they are read, so the search goes on from the last one found.</summary>
    private int PlaceOf(JsonProperty property, int from)
    {
        for (int i = 0; i < _count; i++)
        {
            int at = from + i < _count ? from + i : from + i - _count;
            if (property.NameEquals(_read[at]))
                return at;
        }

        return -1;
    }

    private void Note(string name)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_read[i] == name)
                return;
        }

        if (_count == _read.Length)
            Array.Resize(ref _read, Math.Min(MostFields, _count * 2));
        _read[_count++] = name;
    }
}
