using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PolicyAnalysis.Comparison.Text;

/// <summary>
/// The rows of the longest-common-subsequence table as bit vectors, sixty-four columns a step: a zero bit says that the
/// length grows at its column (H. Hyyrö, "Bit-parallel LCS-length computation revisited", 2004).
/// </summary>
/// <remarks>
/// A symbol that is frequent has its columns as a bit mask; a rare one as a list, so that its row costs its
/// occurrences and not the width of the table.
/// </remarks>
internal sealed class BitVectorRows
{
    private const int FewestDense = 4;

    // Setting one bit of a list costs as much as this many words of a mask.
    private const int SparseCost = 4;

    private int[] _local = [], _seen = [], _end = [], _columns = [], _denseAt = [];
    private ulong[] _dense = [];
    private int _stamp;

    /// <summary>The number of 64-bit words of a row.</summary>
    public int Words { get; private set; }

    /// <summary>Indexes the columns; <paramref name="isReversed"/> reads them from the end.</summary>
    public void Prepare(ReadOnlySpan<int> columns, int distinct, bool isReversed)
    {
        Words = (columns.Length + 63) >> 6;
        Reserve(columns.Length, distinct);
        int symbols = Count(columns);
        int dense = 0, sum = 0;
        for (int i = 0; i < symbols; i++)
        {
            int count = _end[i];
            _denseAt[i] = count > Math.Max(FewestDense, Words / SparseCost) ? dense++ : -1;
            _end[i] = sum;
            sum += count;
        }

        Pooled.Reserve(ref _dense, dense * Words);
        _dense.AsSpan(0, dense * Words).Clear();
        for (int i = 0; i < columns.Length; i++)
        {
            int symbol = _local[columns[isReversed ? columns.Length - 1 - i : i]];
            _columns[_end[symbol]++] = i;
            if (_denseAt[symbol] >= 0) _dense[(_denseAt[symbol] * Words) + (i >> 6)] |= 1UL << i;
        }
    }

    /// <summary>The steps, at most, that the rows would take.</summary>
    public long Cost(ReadOnlySpan<int> rows)
    {
        long sum = 0;
        foreach (int id in rows)
        {
            if (_seen[id] != _stamp) continue;
            int symbol = _local[id];
            int occurrences = _end[symbol] - (symbol == 0 ? 0 : _end[symbol - 1]);
            sum += Math.Min(Words, SparseCost * occurrences) + 1;
        }

        return sum;
    }

    /// <summary>Makes the row after <paramref name="id"/> from the row before it; both may be the same. Gives the steps taken.</summary>
    public int Advance(ReadOnlySpan<ulong> from, Span<ulong> to, int id)
    {
        bool isKnown = _seen[id] == _stamp;
        int symbol = isKnown ? _local[id] : -1;
        if (isKnown && _denseAt[symbol] >= 0)
        {
            Dense(from, to, _dense.AsSpan(_denseAt[symbol] * Words, Words));
            return Words;
        }

        if (!Unsafe.AreSame(in MemoryMarshal.GetReference(from), in MemoryMarshal.GetReference(to))) from.CopyTo(to);
        if (!isKnown) return 1;
        int first = symbol == 0 ? 0 : _end[symbol - 1];
        return Sparse(to, _columns.AsSpan(first, _end[symbol] - first));
    }

    // Symbols get small integers of this table's own, so that a small box costs nothing of the whole vocabulary.
    private int Count(ReadOnlySpan<int> columns)
    {
        _stamp++;
        int symbols = 0;
        foreach (int id in columns)
        {
            if (_seen[id] != _stamp)
            {
                _seen[id] = _stamp;
                _local[id] = symbols;
                _end[symbols++] = 0;
            }

            _end[_local[id]]++;
        }

        return symbols;
    }

    private void Reserve(int columns, int distinct)
    {
        if (_local.Length < distinct)
        {
            Pooled.Reserve(ref _local, distinct);
            _seen = new int[_local.Length];
            _stamp = 0;
        }

        Pooled.Reserve(ref _columns, columns);
        Pooled.Reserve(ref _end, columns);
        Pooled.Reserve(ref _denseAt, columns);
    }

    private static void Dense(ReadOnlySpan<ulong> from, Span<ulong> to, ReadOnlySpan<ulong> mask)
    {
        ulong carry = 0;
        for (int i = 0; i < mask.Length; i++)
        {
            ulong row = from[i], matched = row & mask[i];
            ulong sum = row + matched;
            ulong over = sum < row ? 1UL : 0;
            sum += carry;
            carry = over | (sum < carry ? 1UL : 0);
            to[i] = sum | (row & ~mask[i]);
        }
    }

    private static int Sparse(Span<ulong> row, ReadOnlySpan<int> columns)
    {
        int steps = SparseCost * columns.Length;
        for (int i = 0; i < columns.Length;)
        {
            int word = columns[i] >> 6;
            ulong mask = 0;
            for (; i < columns.Length && columns[i] >> 6 == word; i++) mask |= 1UL << columns[i];
            ulong bits = row[word], matched = bits & mask, sum = bits + matched;
            bool carry = sum < bits;
            row[word] = sum | (bits & ~mask);
            int stop = i < columns.Length ? columns[i] >> 6 : row.Length;
            for (word++; carry && word < row.Length; word++, steps++)
            {
                if (word == stop)
                {
                    mask = 0;
                    for (; i < columns.Length && columns[i] >> 6 == word; i++) mask |= 1UL << columns[i];
                    stop = i < columns.Length ? columns[i] >> 6 : row.Length;
                    bits = row[word];
                    sum = bits + (bits & mask);
                    carry = sum < bits;
                    sum++;
                    carry |= sum == 0;
                    row[word] = sum | (bits & ~mask);
                }
                else
                {
                    bits = row[word];
                    carry = bits == ulong.MaxValue;
                    row[word] = (bits + 1) | bits;
                }
            }
        }

        return steps;
    }
}
