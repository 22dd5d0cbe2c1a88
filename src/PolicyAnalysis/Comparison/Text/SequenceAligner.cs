namespace PolicyAnalysis.Comparison.Text;

/// <summary>
/// Longest common subsequence of two integer sequences, in counted steps: Myers' greedy search while the sequences
/// differ little, bit vectors where they differ much, halves of the table where it does not fit into memory.
/// </summary>
/// <remarks>
/// Up to <see cref="ExactWords"/> table words the result is a longest one. A larger box is first divided at runs of
/// symbols that occur once on each side; where the budget would not carry it, it is cut along its diagonal and
/// <see cref="IsCoarse"/> says so.
/// </remarks>
internal sealed class SequenceAligner
{
    /// <summary>Table words of 64 cells that are kept for one trace back: 8 MB.</summary>
    public const int ExactWords = 1 << 20;

    private const int SmallestGreedyCost = 8;
    private const int LargestGreedyCost = 1024;

    private readonly Stack<Box> _boxes = new();
    private readonly GreedySearch _greedy = new();
    private readonly BitVectorRows _rows = new();
    private readonly ShingleAnchors _shingles = new();
    private ulong[] _table = [], _forward = [], _backward = [];
    private long _budget;

    public long Steps { get; private set; }

    public bool IsCoarse { get; private set; }

    public void Reset(long budget)
    {
        _budget = budget;
        Steps = 0;
        IsCoarse = false;
    }

    /// <summary>Fills <paramref name="match"/> with the index in <paramref name="b"/> matched to each of <paramref name="a"/>, or -1.</summary>
    /// <param name="a">One sequence of integers under <paramref name="distinct"/>.</param>
    /// <param name="b">The other.</param>
    /// <param name="distinct">One more than the largest integer.</param>
    /// <param name="match">As long as <paramref name="a"/>; the matches ascend.</param>
    public void Align(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int distinct, Span<int> match)
    {
        match.Fill(-1);
        _boxes.Clear();
        _boxes.Push(new Box(0, a.Length, 0, b.Length, true));
        while (_boxes.TryPop(out Box box))
        {
            box = Trim(a, b, box, match);
            ReadOnlySpan<int> rows = a[box.ALow..box.AHigh], columns = b[box.BLow..box.BHigh];
            if (rows.IsEmpty || columns.IsEmpty) continue;
            if (Steps >= _budget)
            {
                IsCoarse = true;
                continue;
            }

            long cost = rows.Length * (long)((columns.Length + 63) >> 6);
            int cap = Math.Min(LargestGreedyCost, SmallestGreedyCost + (int)Math.Sqrt(cost / 3.0));
            long limit = Math.Min(_budget - Steps, Math.Min(cost, ExactWords * 4L) + (2L * (rows.Length + columns.Length)));
            bool isFound = _greedy.TryAlign(rows, columns, cap, limit, box.BLow, match[box.ALow..box.AHigh], out long steps);
            Steps += steps;
            if (isFound) continue;
            if (cost > ExactWords && box.MayHaveAnchors && Divide(a, b, box, match)) continue;
            if (cost > ExactWords)
            {
                _rows.Prepare(columns, distinct, isReversed: false);
                cost = 2 * _rows.Cost(rows);
                if (cost <= _budget - Steps)
                {
                    Halve(rows, columns, distinct, box);
                    continue;
                }
            }

            if (cost > _budget - Steps) Cut(box, cost);
            else Fill(rows, columns, distinct, box.BLow, match[box.ALow..box.AHigh]);
        }
    }

    private static Box Trim(ReadOnlySpan<int> a, ReadOnlySpan<int> b, Box box, Span<int> match)
    {
        (int aLow, int aHigh, int bLow, int bHigh, _) = box;
        int lead = a[aLow..aHigh].CommonPrefixLength(b[bLow..bHigh]);
        for (int i = 0; i < lead; i++) match[aLow + i] = bLow + i;
        (aLow, bLow) = (aLow + lead, bLow + lead);
        while (aLow < aHigh && bLow < bHigh && a[aHigh - 1] == b[bHigh - 1]) match[--aHigh] = --bHigh;
        return box with { ALow = aLow, AHigh = aHigh, BLow = bLow, BHigh = bHigh };
    }

    private void Fill(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, int distinct, int shift, Span<int> match)
    {
        _rows.Prepare(columns, distinct, isReversed: false);
        int words = _rows.Words;
        Pooled.Reserve(ref _table, (rows.Length + 1) * words);
        _table.AsSpan(0, words).Fill(ulong.MaxValue);
        for (int i = 0; i < rows.Length; i++)
            Steps += _rows.Advance(_table.AsSpan(i * words, words), _table.AsSpan((i + 1) * words, words), rows[i]);
        int row = rows.Length, column = columns.Length - 1;
        while (row > 0 && column >= 0)
        {
            if (IsLevel(row, words, column)) column--;
            else if (!IsLevel(--row, words, column)) continue;
            else match[row] = shift + column--;
        }
    }

    private bool IsLevel(int row, int words, int column) => (_table[(row * words) + (column >> 6)] >> column & 1) != 0;

    // Hirschberg: where the best path crosses the middle row, from the lengths of both halves.
    private void Halve(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, int distinct, Box box)
    {
        int middle = rows.Length / 2;
        Lengths(rows[..middle], columns, distinct, isReversed: false, ref _forward);
        Lengths(rows[middle..], columns, distinct, isReversed: true, ref _backward);
        int place = 0, ahead = 0, behind = 0;
        for (int i = 0; i < columns.Length; i++) behind += Grows(_backward, i);
        int best = behind;
        for (int i = 0; i < columns.Length; i++)
        {
            ahead += Grows(_forward, i);
            behind -= Grows(_backward, columns.Length - 1 - i);
            if (ahead + behind > best) (best, place) = (ahead + behind, i + 1);
        }

        _boxes.Push(new Box(box.ALow + middle, box.AHigh, box.BLow + place, box.BHigh, false));
        _boxes.Push(new Box(box.ALow, box.ALow + middle, box.BLow, box.BLow + place, false));
    }

    private void Lengths(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, int distinct, bool isReversed, ref ulong[] row)
    {
        _rows.Prepare(columns, distinct, isReversed);
        Pooled.Reserve(ref row, _rows.Words);
        Span<ulong> bits = row.AsSpan(0, _rows.Words);
        bits.Fill(ulong.MaxValue);
        for (int i = 0; i < rows.Length; i++) Steps += _rows.Advance(bits, bits, rows[isReversed ? rows.Length - 1 - i : i]);
    }

    private static int Grows(ulong[] row, int column) => (row[column >> 6] >> column & 1) == 0 ? 1 : 0;

    private bool Divide(ReadOnlySpan<int> a, ReadOnlySpan<int> b, Box box, Span<int> match)
    {
        ReadOnlySpan<(int A, int B)> anchors = _shingles.Find(a[box.ALow..box.AHigh], b[box.BLow..box.BHigh]);
        Steps += box.AHigh - box.ALow + box.BHigh - box.BLow;
        if (anchors.IsEmpty) return false;
        (int aLow, int bLow) = (box.ALow, box.BLow);
        foreach ((int x, int y) in anchors)
        {
            (int aAt, int bAt) = (box.ALow + x, box.BLow + y);
            if (aAt > aLow && bAt > bLow) _boxes.Push(new Box(aLow, aAt, bLow, bAt, false));
            match[aAt] = bAt;
            (aLow, bLow) = (aAt + 1, bAt + 1);
        }

        _boxes.Push(new Box(aLow, box.AHigh, bLow, box.BHigh, false));
        return true;
    }

    private void Cut(Box box, long cost)
    {
        IsCoarse = true;
        int rows = box.AHigh - box.ALow, columns = box.BHigh - box.BLow;
        long remaining = _budget - Steps;
        long pieces = Math.Min(Math.Min(rows, columns), (cost * 4 / Math.Max(1, remaining)) + 2);
        if (pieces < 2) return;
        for (long i = pieces - 1; i >= 0; i--)
        {
            _boxes.Push(new Box(
                box.ALow + (int)(rows * i / pieces), box.ALow + (int)(rows * (i + 1) / pieces), box.BLow + (int)(columns * i / pieces), box.BLow + (int)(columns * (i + 1) / pieces), false));
        }
    }

    private readonly record struct Box(int ALow, int AHigh, int BLow, int BHigh, bool MayHaveAnchors);
}
