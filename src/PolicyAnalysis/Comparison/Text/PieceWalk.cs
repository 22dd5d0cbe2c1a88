namespace PolicyAnalysis.Comparison.Text;

/// <summary>A stretch of equal text.</summary>
internal readonly record struct Run(int Before, int After, int Length);

/// <summary>How far a walk came.</summary>
internal enum WalkOutcome
{
    /// <summary>Too much differs; the runs say nothing.</summary>
    Lost,

    /// <summary>The runs end with a long one, from which a further walk may start.</summary>
    Partial,

    /// <summary>The runs reach the end of both texts.</summary>
    Finished,
}

/// <summary>
/// Myers' greedy search over lines or sentences that are never split or hashed beforehand: equal ones are passed over by
/// vectorised comparison, and only where the texts part is the next end looked for. The method for texts in which few
/// pieces differ; a long text is walked window after window, so that its cost stays linear.
/// </summary>
internal sealed class PieceWalk(bool areSentences)
{
    private const int LargestCost = 24;
    private const int LongRun = 300;

    private readonly List<Run> _runs = [];
    private readonly Reach[] _rounds = new Reach[(LargestCost + 1) * (LargestCost + 2) / 2];

    /// <summary>The equal stretches of the last walk, in order, whole pieces each.</summary>
    public List<Run> Runs => _runs;

    public WalkOutcome Walk(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        for (int cost = 0; cost <= LargestCost; cost++)
        {
            int at = cost * (cost + 1) / 2;
            for (int t = 0; t <= cost; t++)
            {
                (int b, int a) = cost == 0 ? (0, 0) : Start(before, after, at - cost, t, cost);
                if (b < 0)
                {
                    _rounds[at + t] = new Reach(-1, -1, 0);
                    continue;
                }

                int length = EqualPieces(before[b..], after[a..]);
                _rounds[at + t] = new Reach(b, a, length);
                if (b + length < before.Length || a + length < after.Length) continue;
                Trace(before, after, cost, t);
                return WalkOutcome.Finished;
            }
        }

        Trace(before, after, LargestCost, Furthest());
        int kept = _runs.Count;
        while (kept > 0 && _runs[kept - 1].Length < LongRun) kept--;
        _runs.RemoveRange(kept, _runs.Count - kept);
        return kept == 0 ? WalkOutcome.Lost : WalkOutcome.Partial;
    }

    private int EqualPieces(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (before.IsEmpty || after.IsEmpty || before[0] != after[0]) return 0;
        int length = before.CommonPrefixLength(after);
        if (length == before.Length && length == after.Length) return length;
        return areSentences ? TextPieces.LastSentenceStart(before[..length]) : before[..length].LastIndexOf('\n') + 1;
    }

    private int Furthest()
    {
        int at = LargestCost * (LargestCost + 1) / 2, best = 0;
        for (int t = 1; t <= LargestCost; t++)
        {
            if (_rounds[at + t].Sum > _rounds[at + best].Sum) best = t;
        }

        return best;
    }

    // On one diagonal the further place in the text before is the further place in both.
    private (int Before, int After) Start(ReadOnlySpan<char> before, ReadOnlySpan<char> after, int previous, int t, int cost)
    {
        (int Before, int After) best = (-1, -1);
        if (t > 0 && _rounds[previous + t - 1] is { Before: >= 0 } left && left.BeforeEnd < before.Length)
            best = (End(before, left.BeforeEnd), left.AfterEnd);
        if (t < cost && _rounds[previous + t] is { Before: >= 0 } right && right.AfterEnd < after.Length && right.BeforeEnd > best.Before)
            best = (right.BeforeEnd, End(after, right.AfterEnd));
        return best;
    }

    private void Trace(ReadOnlySpan<char> before, ReadOnlySpan<char> after, int cost, int t)
    {
        _runs.Clear();
        for (; ; cost--)
        {
            int at = cost * (cost + 1) / 2;
            Reach reach = _rounds[at + t];
            if (reach.Length > 0) _runs.Add(new Run(reach.Before, reach.After, reach.Length));
            if (cost == 0) break;
            bool isDeletion = t > 0 && _rounds[at - cost + t - 1] is { Before: >= 0 } left && left.BeforeEnd < before.Length
                && left.AfterEnd == reach.After && End(before, left.BeforeEnd) == reach.Before;
            if (isDeletion) t--;
        }

        _runs.Reverse();
    }

    private int End(ReadOnlySpan<char> text, int start)
        => areSentences ? TextPieces.SentenceEnd(text, start) : TextPieces.LineEnd(text, start);

    private readonly record struct Reach(int Before, int After, int Length)
    {
        public int BeforeEnd => Before + Length;

        public int AfterEnd => After + Length;

        public long Sum => Before < 0 ? -1 : (long)BeforeEnd + AfterEnd;
    }
}
