namespace PolicyAnalysis.Comparison.Text;

/// <summary>
/// Pairs equal lines without looking inside them: lines that occur once on each side and keep their order, the
/// heaviest such chain by length (a Fenwick tree of prefix maxima, O(n log n)), grown over their equal neighbours.
/// </summary>
internal sealed class LineAnchors
{
    private const int ShortestAnchor = 4;

    private int[] _countBefore = [], _countAfter = [], _placeAfter = [], _previous = [], _chain = [];
    private long[] _weight = [];
    private int[] _tree = [];

    /// <summary>Fills <paramref name="match"/> with the after line paired with each before line, or -1; the pairs ascend.</summary>
    public void Pair(TokenList before, TokenList after, int distinct, Span<int> match)
    {
        match.Fill(-1);
        Prepare(before, after, distinct);
        int last = -1;
        long heaviest = 0;
        for (int i = 0; i < before.Count; i++)
        {
            int id = before.Ids[i];
            if (_countBefore[id] != 1 || _countAfter[id] != 1 || before.Ends[i] - before.Starts[i] < ShortestAnchor) continue;
            int place = _placeAfter[id];
            int best = Best(place);
            _previous[i] = best;
            _chain[i] = place;
            _weight[i] = before.Ends[i] - before.Starts[i] + (best < 0 ? 0 : _weight[best]);
            Raise(place, i, after.Count);
            if (_weight[i] > heaviest) (heaviest, last) = (_weight[i], i);
        }

        for (int i = last; i >= 0; i = _previous[i]) match[i] = _chain[i];
        Grow(before, after, match);
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
        if (_countBefore.Length < distinct)
        {
            _countBefore = new int[distinct * 2];
            _countAfter = new int[distinct * 2];
            _placeAfter = new int[distinct * 2];
        }

        if (_previous.Length < before.Count)
        {
            _previous = new int[before.Count * 2];
            _chain = new int[before.Count * 2];
            _weight = new long[before.Count * 2];
        }

        if (_tree.Length < after.Count + 1) _tree = new int[(after.Count + 1) * 2];
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
