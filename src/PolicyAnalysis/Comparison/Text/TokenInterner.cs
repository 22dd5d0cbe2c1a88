namespace PolicyAnalysis.Comparison.Text;

/// <summary>Gives equal slices of two texts equal small integers, without making strings. Not thread-safe.</summary>
/// <remarks>
/// The hash is keyed by the process, so that a hostile text cannot plan collisions; the integers depend only on the
/// order of first sight, so no result depends on the key.
/// </remarks>
internal sealed class TokenInterner
{
    private int[] _slots = new int[256];
    private Entry[] _entries = new Entry[64];

    public int Count { get; private set; }

    public void Clear()
    {
        Array.Clear(_slots);
        Count = 0;
    }

    public int Intern(in TextPair texts, bool isAfter, int start, int length)
    {
        ReadOnlySpan<char> text = texts.Slice(isAfter, start, length);
        int hash = string.GetHashCode(text, StringComparison.Ordinal);
        int mask = _slots.Length - 1;
        int slot = hash & mask;
        while (_slots[slot] != 0)
        {
            ref Entry entry = ref _entries[_slots[slot] - 1];
            if (entry.Hash == hash && entry.Length == length && text.SequenceEqual(texts.Slice(entry.IsAfter, entry.Start, length)))
                return _slots[slot] - 1;
            slot = (slot + 1) & mask;
        }

        if (Count == _entries.Length) Array.Resize(ref _entries, Count * 2);
        _entries[Count] = new Entry(hash, start, length, isAfter);
        _slots[slot] = ++Count;
        if (Count * 2 > _slots.Length) Rehash();
        return Count - 1;
    }

    private void Rehash()
    {
        _slots = new int[_slots.Length * 4];
        int mask = _slots.Length - 1;
        for (int i = 0; i < Count; i++)
        {
            int slot = _entries[i].Hash & mask;
            while (_slots[slot] != 0) slot = (slot + 1) & mask;
            _slots[slot] = i + 1;
        }
    }

    private readonly record struct Entry(int Hash, int Start, int Length, bool IsAfter);
}
