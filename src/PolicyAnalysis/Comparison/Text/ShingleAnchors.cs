using System.Numerics;

namespace PolicyAnalysis.Comparison.Text;

/// <summary>
/// Finds places of two long integer sequences that belong together: runs of four symbols that occur once on each side,
/// the longest chain that ascends on both (patience sorting). O(n log n).
/// </summary>
internal sealed class ShingleAnchors
{
    private const int Width = 4;
    private const int Repeated = -1;
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
            ref Slot slot = ref Seek(a, a.Slice(i, Width), size - 1);
            slot = slot.A == 0 ? new Slot(i + 1, 0) : slot with { A = -Math.Abs(slot.A) };
        }

        for (int i = 0; i + Width <= b.Length; i++)
        {
            ref Slot slot = ref Seek(a, b.Slice(i, Width), size - 1);
            if (slot.A > 0) slot = slot with { B = slot.B == 0 ? i + 1 : Repeated };
        }

        return Chain(Pairs(a, size));
    }

    private int Pairs(ReadOnlySpan<int> a, int size)
    {
        Pooled.Reserve(ref _pairs, a.Length);
        Pooled.Reserve(ref _tails, a.Length);
        Pooled.Reserve(ref _previous, a.Length);
        int count = 0;
        for (int i = 0; i + Width <= a.Length; i++)
        {
            Slot slot = Seek(a, a.Slice(i, Width), size - 1);
            if (slot.A > 0 && slot.B > 0) _pairs[count++] = (i, slot.B - 1);
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

    // A slot is that of a run where the place it names holds the same symbols.
    private ref Slot Seek(ReadOnlySpan<int> a, ReadOnlySpan<int> run, int mask)
    {
        int at = (int)(Hash(run) >> 20) & mask;
        while (_slots[at].A != 0 && !a.Slice(Math.Abs(_slots[at].A) - 1, Width).SequenceEqual(run)) at = (at + 1) & mask;
        return ref _slots[at];
    }

    private static ulong Hash(ReadOnlySpan<int> run)
        => TextHash.Mix((((ulong)(uint)run[0] << 32) | (uint)run[1]) ^ Seed, (((ulong)(uint)run[2] << 32) | (uint)run[3]) ^ Seed << 1);

    // One more than the places, 0 for none; A is negative and B is Repeated where a run stands more than once.
    private readonly record struct Slot(int A, int B);
}
