namespace PolicyAnalysis.Regulation.Cues;

/// <summary>The distinct words of a text in lower case, numbered in the order they were met.</summary>
internal sealed class WordTable
{
    private readonly Dictionary<string, int> _indexes = new(1024, StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _words = new(1024);

    public WordTable() => _lookup = _indexes.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _words.Count;

    public string this[int index] => _words[index];

    public int Add(ReadOnlySpan<char> word)
    {
        char[]? rented = word.Length > 128 ? new char[word.Length] : null;
        Span<char> lower = rented ?? stackalloc char[128];
        int length = word.ToLowerInvariant(lower);
        lower[..length].Replace('’', '\'');
        ReadOnlySpan<char> key = lower[..length];
        if (_lookup.TryGetValue(key, out int index))
            return index;
        string kept = new(key);
        index = _words.Count;
        _words.Add(kept);
        _indexes.Add(kept, index);
        return index;
    }
}
