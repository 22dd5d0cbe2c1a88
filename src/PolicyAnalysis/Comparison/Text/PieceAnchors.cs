namespace PolicyAnalysis.Comparison.Text;

/// <summary>
/// Pairs equal pieces without looking inside them: pieces that occur once on each side and keep their order, the
/// heaviest such chain by length (a Fenwick tree of prefix maxima, O(n log n)), grown over their equal neighbours.
/// </summary>
internal sealed class PieceAnchors
{
    private const int ShortestAnchor = 12;

    private int[] _countBefore = [], _countAfter = [], _placeAfter = [], _previous = [], _chain = [];
    private long[] _weight = [];
    private int[] _tree = [];

    /// <summary>Fills <paramref name="match"/> with the after piece paired with each before piece, or -1; the pairs ascend.</summary>
    /// <param name="before">The pieces of the text before, interned.</param>
    /// <param name="after">The pieces of the text after.</param>
    /// <param name="distinct">One more than the largest integer.</param>
    /// <param name="match">As long as <paramref name="before"/>.</param>
    /// <param name="isCrossed">Says of each pair whether another pair of equal pieces crosses it: one of the two has moved.</param>
    public void Pair(TokenList before, TokenList after, int distinct, Span<int> match, Span<bool> isCrossed)
    {
        match.Fill(-1);
        isCrossed.Clear();
        Prepare(before, after, distinct);
        int last = -1;
        long heaviest = 0;
        int candidates = 0;
        for (int i = 0; i < before.Count; i++)
        {
            int id = before.Ids[i];
            if (_countBefore[id] != 1 || _countAfter[id] != 1 || before.Ends[i] - before.Starts[i] < ShortestAnchor)
            {
                _chain[i] = -1;
                continue;
            }

            candidates++;
            int place = _placeAfter[id];
            int best = Best(place);
            _previous[i] = best;
            _chain[i] = place;
            _weight[i] = before.Ends[i] - before.Starts[i] + (best < 0 ? 0 : _weight[best]);
            Raise(place, i, after.Count);
            if (_weight[i] > heaviest) (heaviest, last) = (_weight[i], i);
        }

        for (int i = last; i >= 0; i = _previous[i], candidates--) match[i] = _chain[i];
        if (candidates > 0) MarkCrossed(match, isCrossed);
        Grow(before, after, match);
    }

    private void MarkCrossed(ReadOnlySpan<int> match, Span<bool> isCrossed)
    {
        for (int i = 0, furthest = -1; i < match.Length; i++)
        {
            isCrossed[i] = match[i] >= 0 && furthest > match[i];
            furthest = Math.Max(furthest, _chain[i]);
        }

        for (int i = match.Length - 1, nearest = int.MaxValue; i >= 0; i--)
        {
            isCrossed[i] |= match[i] >= 0 && nearest < match[i];
            if (_chain[i] >= 0) nearest = Math.Min(nearest, _chain[i]);
        }
    }

    private static void Grow(TokenList before, TokenList after, Span<int> match)
    {
        int floor = 0;
        for (int i = 0; i < before.Count; i++)
        {
            if (match[i] < 0) continue;
            int b = i - 1, a = match[i] - 1;
            while (b >= 0 && match[b] < 0 && a >= floor && before.Ids[b] == after.Ids[a]) match[b--] = a--;
            floor = match[i] + 1;
        }

        int ceiling = after.Count;
        for (int i = before.Count - 1; i >= 0; i--)
        {
            if (match[i] < 0) continue;
            int b = i + 1, a = match[i] + 1;
            while (b < before.Count && match[b] < 0 && a < ceiling && before.Ids[b] == after.Ids[a]) match[b++] = a++;
            ceiling = match[i];
        }
    }

    private void Prepare(TokenList before, TokenList after, int distinct)
    {
        Pooled.Reserve(ref _countBefore, distinct);
        Pooled.Reserve(ref _countAfter, distinct);
        Pooled.Reserve(ref _placeAfter, distinct);
        Pooled.Reserve(ref _previous, before.Count);
        Pooled.Reserve(ref _chain, before.Count);
        Pooled.Reserve(ref _weight, before.Count);
        Pooled.Reserve(ref _tree, after.Count + 1);
        _countBefore.AsSpan(0, distinct).Clear();
        _countAfter.AsSpan(0, distinct).Clear();
        _tree.AsSpan(0, after.Count + 1).Fill(-1);
        for (int i = 0; i < before.Count; i++) _countBefore[before.Ids[i]]++;
        for (int i = 0; i < after.Count; i++)
        {
            _countAfter[after.Ids[i]]++;
            _placeAfter[after.Ids[i]] = i;
        }
    }

    private int Best(int place)
    {
        int best = -1;
        for (int node = place; node > 0; node &= node - 1)
        {
            int candidate = _tree[node];
            if (candidate >= 0 && (best < 0 || _weight[candidate] > _weight[best])) best = candidate;
        }

        return best;
    }

    private void Raise(int place, int line, int count)
    {
        for (int node = place + 1; node <= count; node += node & -node)
        {
            if (_tree[node] < 0 || _weight[line] > _weight[_tree[node]]) _tree[node] = line;
        }
    }
}
