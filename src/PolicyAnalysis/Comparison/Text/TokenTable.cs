using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicyAnalysis.Comparison.Text;

/// <summary>Gives equal tokens of two texts equal small integers, without making strings. Not thread-safe.</summary>
/// <remarks>
/// A plain word of up to eight characters is its own key; any other is hashed and compared in full on a hit. When a
/// probe grows long the table takes a seed that no text can foresee; integers follow first sight, so no result depends on it.
/// </remarks>
internal sealed class TokenTable
{
    private const int PackedLength = 8;
    private const int LongestProbe = 48;
    private const int SmallestSlots = 128;
    private const ulong FixedSeed = 0x9E3779B97F4A7C15;

    private int[] _slots = new int[SmallestSlots];
    private Entry[] _entries = new Entry[64];
    private char[] _folded = [];
    private int _foldedLength, _slotCount = SmallestSlots, _shift = 64 - 7;
    private ulong _seed = FixedSeed;

    private enum Place : byte
    {
        Before,
        After,
        Folded,
        Packed,
    }

    public int Count { get; private set; }

    // Eight units of ones for the characters of a short word, then eight of zeros.
    private static ReadOnlySpan<ushort> Kept => [0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Empties the table and makes room for <paramref name="expected"/> tokens.</summary>
    public void Reset(int expected)
    {
        Count = 0;
        _foldedLength = 0;
        _seed = FixedSeed;
        Resize(Math.Max(SmallestSlots, (int)BitOperations.RoundUpToPowerOf2((uint)expected + ((uint)expected / 2))));
    }

    /// <summary>Writes the integer of each token of one side.</summary>
    public void InternWords(in TextPair texts, bool isAfter, TokenList tokens)
    {
        ReadOnlySpan<char> text = isAfter ? texts.After : texts.Before;
        ReadOnlySpan<int> starts = tokens.Starts.AsSpan(0, tokens.Count), ends = tokens.Ends.AsSpan(0, tokens.Count);
        Span<int> ids = tokens.Ids.AsSpan(0, tokens.Count);
        ref ushort units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref ushort kept = ref MemoryMarshal.GetReference(Kept);
        for (int i = 0; i < ids.Length; i++)
        {
            int start = starts[i], length = ends[i] - start;
            if (length <= PackedLength && start + PackedLength <= text.Length)
            {
                Vector128<ushort> word = Vector128.LoadUnsafe(ref units, (nuint)start) & Vector128.LoadUnsafe(ref kept, (nuint)(PackedLength - length));
                if ((word & Vector128.Create((ushort)0xFF80)) == Vector128<ushort>.Zero)
                {
                    ids[i] = Find(texts, Vector128.Narrow(word, word).AsUInt64()[0], 0, 0, Place.Packed);
                    continue;
                }
            }

            ids[i] = InternOther(texts, isAfter, start, length);
        }
    }

    /// <summary>Writes the integer of each line, sentence or other long piece of one side, compared exactly.</summary>
    public void InternExactly(in TextPair texts, bool isAfter, TokenList pieces)
    {
        ReadOnlySpan<char> text = isAfter ? texts.After : texts.Before;
        Place place = isAfter ? Place.After : Place.Before;
        for (int i = 0; i < pieces.Count; i++)
        {
            int start = pieces.Starts[i], length = pieces.Ends[i] - start;
            pieces.Ids[i] = Find(texts, TextHash.Of(text.Slice(start, length), _seed), start, length, place);
        }
    }

    private int InternOther(in TextPair texts, bool isAfter, int start, int length)
    {
        ReadOnlySpan<char> token = (isAfter ? texts.After : texts.Before).Slice(start, length);
        Place place = isAfter ? Place.After : Place.Before;
        if (token.ContainsAnyExceptInRange('\0', '\u007F'))
        {
            int room = _foldedLength + Typography.Room(length);
            if (_folded.Length < room) Array.Resize(ref _folded, room * 2);
            length = Typography.Fold(token, _folded.AsSpan(_foldedLength));
            (start, place) = (_foldedLength, Place.Folded);
            token = _folded.AsSpan(start, length);
        }

        if (length <= PackedLength && !token.ContainsAnyExceptInRange('\0', '\u007F'))
        {
            ulong packed = 0;
            for (int i = 0; i < length; i++) packed |= (ulong)token[i] << (8 * i);
            return Find(texts, packed, 0, 0, Place.Packed);
        }

        int known = Count;
        int id = Find(texts, TextHash.Of(token, _seed), start, length, place);
        if (place == Place.Folded && Count > known) _foldedLength += length;
        return id;
    }

    private int Find(in TextPair texts, ulong key, int start, int length, Place place)
    {
        int mask = _slotCount - 1, probes = 0;
        int slot = Slot(key);
        while (_slots[slot] != 0)
        {
            int id = _slots[slot] - 1;
            ref Entry entry = ref _entries[id];
            if (entry.Key == key && entry.Length == length && (length == 0 || Text(texts, entry).SequenceEqual(Text(texts, new Entry(key, start, length, place))))) return id;
            slot = (slot + 1) & mask;
            if (++probes != LongestProbe || _seed != FixedSeed) continue;
            Reseed(texts);
            var again = new Entry(key, start, length, place);
            return Find(texts, Key(texts, again), start, length, place);
        }

        if (Count == _entries.Length) Array.Resize(ref _entries, Count * 2);
        _entries[Count] = new Entry(key, start, length, place);
        _slots[slot] = ++Count;
        if (Count * 3 > _slotCount * 2) Rehash(_slotCount * 2);
        return Count - 1;
    }

    private int Slot(ulong key) => (int)((key ^ (key >> 29)) * _seed >> _shift);

    private void Reseed(in TextPair texts)
    {
        // Strings hash with a key of the process's own; odd, so that the product loses nothing.
        _seed = TextHash.Mix((ulong)(uint)string.GetHashCode("slot", StringComparison.Ordinal) << 32 | (uint)string.GetHashCode("seed", StringComparison.Ordinal), FixedSeed) | 1;
        for (int i = 0; i < Count; i++) _entries[i] = _entries[i] with { Key = Key(texts, _entries[i]) };
        Rehash(_slotCount);
    }

    private ulong Key(in TextPair texts, in Entry entry)
        => entry.Place == Place.Packed ? entry.Key : TextHash.Of(Text(texts, entry), _seed);

    private ReadOnlySpan<char> Text(in TextPair texts, in Entry entry) => entry.Place switch
    {
        Place.Before => texts.Before.Slice(entry.Start, entry.Length),
        Place.After => texts.After.Slice(entry.Start, entry.Length),
        Place.Folded => _folded.AsSpan(entry.Start, entry.Length),
        _ => default,
    };

    private void Rehash(int slots)
    {
        Resize(slots);
        int mask = _slotCount - 1;
        for (int i = 0; i < Count; i++)
        {
            int slot = Slot(_entries[i].Key);
            while (_slots[slot] != 0) slot = (slot + 1) & mask;
            _slots[slot] = i + 1;
        }
    }

    private void Resize(int slots)
    {
        if (_slots.Length < slots) _slots = new int[slots];
        else Array.Clear(_slots, 0, slots);
        _slotCount = slots;
        _shift = 64 - BitOperations.Log2((uint)slots);
    }

    private readonly record struct Entry(ulong Key, int Start, int Length, Place Place);
}
