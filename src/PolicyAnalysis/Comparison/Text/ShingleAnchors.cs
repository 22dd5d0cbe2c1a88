using System.Numerics;

namespace PolicyAnalysis.Comparison.Text;

/// <summary>
/// Finds places of two long integer sequences that belong together: runs of four symbols that occur once on each side,
/// the longest chain that ascends on both (patience sorting). O(n log n).
/// </summary>
internal sealed class ShingleAnchors
{
    private const int Width = 4;
    private const ulong Seed = 0xD6E8FEB86659FD93;

    private Slot[] _slots = [];
    private (int A, int B)[] _pairs = [];
    private int[] _tails = [], _previous = [];

    /// <summary>The anchors in order: the index in each sequence of the first symbol of a run.</summary>
    public ReadOnlySpan<(int A, int B)> Find(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.Length < Width || b.Length < Width) return default;
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)a.Length * 2);
        if (_slots.Length < size) _slots = new Slot[size];
        else Array.Clear(_slots, 0, size);
        for (int i = 0; i + Width <= a.Length; i++)
        {
            ref Slot slot = ref Seek(Hash(a, i), size - 1);
            slot = slot.CountA == 0 ? new Slot(Hash(a, i), i, -1, 1, 0) : slot with { CountA = 2 };
        }

        for (int i = 0; i + Width <= b.Length; i++)
        {
            ref Slot slot = ref Seek(Hash(b, i), size - 1);
            if (slot.CountA != 0) slot = slot with { B = i, CountB = (byte)Math.Min(2, slot.CountB + 1) };
        }

        return Chain(Pairs(a, b, size));
    }

    private int Pairs(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int size)
    {
        if (_pairs.Length < a.Length)
        {
            _pairs = new (int A, int B)[a.Length];
            _tails = new int[a.Length];
            _previous = new int[a.Length];
        }

        int count = 0;
        for (int i = 0; i + Width <= a.Length; i++)
        {
            Slot slot = Seek(Hash(a, i), size - 1);
            if (slot.CountA == 1 && slot.CountB == 1 && a.Slice(i, Width).SequenceEqual(b.Slice(slot.B, Width))) _pairs[count++] = (i, slot.B);
        }

        return count;
    }

    private ReadOnlySpan<(int A, int B)> Chain(int count)
    {
        int length = 0;
        for (int i = 0; i < count; i++)
        {
            int low = 0, high = length;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (_pairs[_tails[middle]].B < _pairs[i].B) low = middle + 1;
                else high = middle;
            }

            _previous[i] = low == 0 ? -1 : _tails[low - 1];
            _tails[low] = i;
            length = Math.Max(length, low + 1);
        }

        // The chain is read backwards into the tails, then gathered in order: each index only moves forward.
        int last = length == 0 ? -1 : _tails[length - 1];
        for (int at = length - 1; at >= 0; at--)
        {
            _tails[at] = last;
            last = _previous[last];
        }

        for (int at = 0; at < length; at++) _pairs[at] = _pairs[_tails[at]];
        return _pairs.AsSpan(0, length);
    }

    private ref Slot Seek(ulong hash, int mask)
    {
        int at = (int)(hash >> 20) & mask;
        while (_slots[at].CountA != 0 && _slots[at].Hash != hash) at = (at + 1) & mask;
        return ref _slots[at];
    }

    private static ulong Hash(ReadOnlySpan<int> symbols, int at)
        => TextHash.Mix((((ulong)(uint)symbols[at] << 32) | (uint)symbols[at + 1]) ^ Seed, (((ulong)(uint)symbols[at + 2] << 32) | (uint)symbols[at + 3]) ^ 0xA0761D6478BD642F);

    private readonly record struct Slot(ulong Hash, int A, int B, byte CountA, byte CountB);
}
