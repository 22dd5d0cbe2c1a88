namespace PolicyAnalysis.Comparison.Text;

/// <summary>
/// Myers' greedy search for a shortest edit script (E. Myers, "An O(ND) Difference Algorithm and Its Variations",
/// 1986), with every round kept for the way back: the method for sequences that differ little.
/// </summary>
internal sealed class GreedySearch
{
    private const int Unreached = -1 << 28;

    // Round d holds d + 1 diagonals and begins at d (d + 1) / 2; an entry is the furthest row reached.
    private int[] _rounds = [];

    /// <summary>Aligns the sequences if at most <paramref name="cap"/> edits and <paramref name="limit"/> steps do.</summary>
    public bool TryAlign(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int cap, long limit, int shift, Span<int> match, out long steps)
    {
        int n = a.Length, m = b.Length;
        steps = 0;
        if (Math.Abs(n - m) > cap) return false;
        for (int cost = 0; cost <= cap; cost++)
        {
            int at = cost * (cost + 1) / 2;
            if (_rounds.Length < at + cost + 1) Array.Resize(ref _rounds, Math.Max(1024, (at + cost + 1) * 2));
            Span<int> round = _rounds.AsSpan(at, cost + 1);
            ReadOnlySpan<int> previous = cost == 0 ? default : _rounds.AsSpan(at - cost, cost);
            for (int t = 0; t <= cost; t++)
            {
                int k = (2 * t) - cost;
                int x = cost == 0 ? 0 : Start(previous, t, k, n, m);
                if (x >= 0)
                {
                    int from = x;
                    int y = x - k;
                    while (x < n && y < m && a[x] == b[y])
                    {
                        x++;
                        y++;
                    }

                    steps += x - from;
                    if (x == n && y == m)
                    {
                        round[t] = x;
                        steps += cost + 1;
                        Trace(n, m, cost, shift, match);
                        return true;
                    }
                }

                round[t] = x;
            }

            steps += cost + 1;
            if (steps > limit) return false;
        }

        return false;
    }

    // The further of a deletion on the diagonal to the left and an insertion on the one to the right.
    private static int Start(ReadOnlySpan<int> previous, int t, int k, int n, int m)
    {
        int deleted = t > 0 && previous[t - 1] < n ? previous[t - 1] + 1 : Unreached;
        int inserted = t < previous.Length && previous[t] - k <= m ? previous[t] : Unreached;
        return Math.Max(deleted, inserted);
    }

    private void Trace(int n, int m, int cost, int shift, Span<int> match)
    {
        int x = n, k = n - m;
        for (; cost >= 0; cost--)
        {
            int at = cost * (cost + 1) / 2, t = (k + cost) / 2;
            int start = 0;
            ReadOnlySpan<int> previous = cost == 0 ? default : _rounds.AsSpan(at - cost, cost);
            if (cost > 0) start = Start(previous, t, k, n, m);
            while (x > start)
            {
                x--;
                match[x] = shift + x - k;
            }

            if (cost == 0) return;
            bool isDeletion = t > 0 && previous[t - 1] < n && previous[t - 1] + 1 == start;
            (x, k) = isDeletion ? (start - 1, k - 1) : (start, k + 1);
        }
    }
}
