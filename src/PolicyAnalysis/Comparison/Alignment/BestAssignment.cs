namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>
/// Chooses, among pairs that are alike, those that together are most alike, each provision once: an assignment of the greatest
/// weight, by shortest augmenting paths over the sparse pairs (Jonker and Volgenant 1987). A search never leaves the pairs that hang together.
/// </summary>
/// <remarks>
/// A provision whose best partner nobody else wants costs its pairs. The search is counted in pairs looked at; past the budget
/// what is left is taken best first. The fourth power of the likeness makes one sure pair weigh more than two doubtful ones.
/// </remarks>
internal sealed class BestAssignment
{
    private const double Scale = 1 << 28;
    private const int FarthestDistance = 63;
    private const long None = long.MaxValue;

    private readonly List<SimilarPair> _pairs;
    private readonly List<int> _firstPair = [];
    private readonly int[] _column;
    private readonly int[] _rowOfPair;
    private readonly int[] _columnOf;
    private readonly int[] _rowOf;
    private readonly int[] _pairOf;
    private readonly int[] _cameFrom;
    private readonly long[] _rowPrice;
    private readonly long[] _columnPrice;
    private readonly long[] _distance;
    private readonly bool[] _isSettled;
    private readonly List<int> _reached = [];
    private readonly PriorityQueue<int, (long Distance, int Column)> _queue = new();

    private BestAssignment(List<SimilarPair> pairs)
    {
        _pairs = pairs;
        var columns = new Dictionary<int, int>();
        (_column, _rowOfPair) = (new int[pairs.Count], new int[pairs.Count]);
        for (int k = 0; k < pairs.Count; k++)
        {
            if (k == 0 || pairs[k].Before != pairs[k - 1].Before)
                _firstPair.Add(k);
            _rowOfPair[k] = _firstPair.Count - 1;
            if (!columns.TryGetValue(pairs[k].After, out _column[k]))
                columns[pairs[k].After] = _column[k] = columns.Count;
        }

        _firstPair.Add(pairs.Count);
        (_rowPrice, _columnOf) = (new long[_firstPair.Count], new int[_firstPair.Count]);
        Array.Fill(_columnOf, -1);
        (_rowOf, _pairOf, _cameFrom) = (new int[columns.Count], new int[columns.Count], new int[columns.Count]);
        (_columnPrice, _distance, _isSettled) = (new long[columns.Count], new long[columns.Count], new bool[columns.Count]);
        Array.Fill(_rowOf, -1);
        Array.Fill(_distance, None);
    }

    private long Steps { get; set; }

    /// <summary>The weight of a pair: its likeness first, then how near the two stand.</summary>
    public static long Weight(in SimilarPair pair)
    {
        double square = pair.Score * pair.Score;
        int distance = Math.Min(pair.Distance, FarthestDistance);
        return ((long)(square * square * Scale) << 12) + 4096 - (distance * distance);
    }

    /// <summary>The chosen pairs.</summary>
    /// <param name="pairs">Pairs that are alike; those of one provision before stand together.</param>
    /// <param name="budget">The pairs that may be looked at, 0 or more.</param>
    /// <param name="complete">Whether the budget sufficed, so that no other choice weighs more.</param>
    public static List<SimilarPair> Choose(List<SimilarPair> pairs, long budget, out bool complete)
    {
        var assignment = new BestAssignment(pairs);
        int row = 0;
        for (; row + 1 < assignment._firstPair.Count && assignment.Steps <= budget; row++)
            assignment.Place(row);
        complete = row + 1 == assignment._firstPair.Count;
        if (!complete)
            assignment.PlaceBestFirst(row);
        var chosen = new List<SimilarPair>();
        for (int column = 0; column < assignment._rowOf.Length; column++)
        {
            if (assignment._rowOf[column] >= 0)
                chosen.Add(pairs[assignment._pairOf[column]]);
        }

        return chosen;
    }

    /// <summary>Gives a row the column, or no column, by which the whole gains most; other rows may change theirs.</summary>
    private void Place(int row)
    {
        // To have no partner costs nothing, so a price is never over 0.
        long price = 0;
        for (int k = _firstPair[row]; k < _firstPair[row + 1]; k++)
            price = Math.Min(price, -Weight(_pairs[k]) - _columnPrice[_column[k]]);
        _rowPrice[row] = price;
        (long length, int end, int loser) = Search(row);
        foreach (int column in _reached)
        {
            if (_isSettled[column])
            {
                _rowPrice[_rowOf[column]] += length - _distance[column];
                _columnPrice[column] -= length - _distance[column];
            }
        }

        _rowPrice[row] += length;
        Exchange(row, end, loser);
        foreach (int column in _reached)
            (_distance[column], _isSettled[column]) = (None, false);
        _reached.Clear();
        _queue.Clear();
    }

    // The shortest way from a row to a free column, or to a row that had best go without.
    private (long Length, int End, int Loser) Search(int row)
    {
        (long length, int loser) = (None, row);
        (int current, long far) = (row, 0);
        while (true)
        {
            if (far - _rowPrice[current] < length)
                (length, loser) = (far - _rowPrice[current], current);
            for (int k = _firstPair[current]; k < _firstPair[current + 1]; k++)
            {
                Steps++;
                int column = _column[k];
                long distance = far - Weight(_pairs[k]) - _rowPrice[current] - _columnPrice[column];
                if (distance >= _distance[column])
                    continue;
                if (_distance[column] == None)
                    _reached.Add(column);
                (_distance[column], _cameFrom[column]) = (distance, k);
                _queue.Enqueue(column, (distance, column));
            }

            int nearest = -1;
            while (_queue.TryDequeue(out int column, out (long Distance, int) at))
            {
                if (_isSettled[column] || at.Distance != _distance[column])
                    continue;
                nearest = column;
                break;
            }

            if (nearest < 0 || _distance[nearest] >= length)
                return (length, -1, loser);
            if (_rowOf[nearest] < 0)
                return (_distance[nearest], nearest, -1);
            _isSettled[nearest] = true;
            (current, far) = (_rowOf[nearest], _distance[nearest]);
        }
    }

    // Walks the way back: each row on it takes the column by which it was come from, and leaves its own to the row before.
    private void Exchange(int row, int end, int loser)
    {
        if (loser == row)
            return;
        int column = end >= 0 ? end : _columnOf[loser];
        if (loser >= 0)
            _columnOf[loser] = -1;
        while (column >= 0)
        {
            int winner = _rowOfPair[_cameFrom[column]];
            int left = _columnOf[winner];
            Take(winner, column, _cameFrom[column]);
            column = left;
        }
    }

    private void Take(int row, int column, int pair) => (_columnOf[row], _rowOf[column], _pairOf[column]) = (column, row, pair);

    private void PlaceBestFirst(int row)
    {
        var rest = new List<int>();
        for (int k = _firstPair[row]; k < _pairs.Count; k++)
            rest.Add(k);
        rest.Sort((x, y) => (-Weight(_pairs[x]), x).CompareTo((-Weight(_pairs[y]), y)));
        foreach (int k in rest)
        {
            if (_columnOf[_rowOfPair[k]] < 0 && _rowOf[_column[k]] < 0)
                Take(_rowOfPair[k], _column[k], k);
        }
    }
}
