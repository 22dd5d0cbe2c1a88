namespace PolicyAnalysis.Comparison.Text;

/// <summary>A stretch of equal text.</summary>
internal readonly record struct Run(int Before, int After, int Length);

/// <summary>
/// Myers' greedy search over lines that are never split or hashed: equal lines are passed over by vectorised comparison,
/// and only where the texts part is the next line end looked for. The method for texts in which few lines differ.
/// </summary>
internal sealed class LineWalk
{
    private const int LargestCost = 24;

    private readonly List<Run> _runs = [];
    private readonly Reach[] _rounds = new Reach[(LargestCost + 1) * (LargestCost + 2) / 2];

    /// <summary>The equal stretches in order, whole lines each; null where too many lines differ.</summary>
    public List<Run>? Find(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
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

                int length = EqualLines(before[b..], after[a..]);
                _rounds[at + t] = new Reach(b, a, length);
                if (b + length == before.Length && a + length == after.Length) return Trace(before, after, cost, t);
            }
        }

        return null;
    }

    private static int EqualLines(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (before.IsEmpty || after.IsEmpty || before[0] != after[0]) return 0;
        int length = before.CommonPrefixLength(after);
        return length == before.Length && length == after.Length ? length : before[..length].LastIndexOf('\n') + 1;
    }

    // On one diagonal the further place in the text before is the further place in both.
    private (int Before, int After) Start(ReadOnlySpan<char> before, ReadOnlySpan<char> after, int previous, int t, int cost)
    {
        (int Before, int After) best = (-1, -1);
        if (t > 0 && _rounds[previous + t - 1] is { Before: >= 0 } left && left.BeforeEnd < before.Length)
            best = (LineEnd(before, left.BeforeEnd), left.AfterEnd);
        if (t < cost && _rounds[previous + t] is { Before: >= 0 } right && right.AfterEnd < after.Length && right.BeforeEnd > best.Before)
            best = (right.BeforeEnd, LineEnd(after, right.AfterEnd));
        return best;
    }

    private List<Run> Trace(ReadOnlySpan<char> before, ReadOnlySpan<char> after, int cost, int t)
    {
        _runs.Clear();
        for (; ; cost--)
        {
            int at = cost * (cost + 1) / 2;
            Reach reach = _rounds[at + t];
            if (reach.Length > 0) _runs.Add(new Run(reach.Before, reach.After, reach.Length));
            if (cost == 0) break;
            bool isDeletion = t > 0 && _rounds[at - cost + t - 1] is { Before: >= 0 } left && left.BeforeEnd < before.Length
                && left.AfterEnd == reach.After && LineEnd(before, left.BeforeEnd) == reach.Before;
            if (isDeletion) t--;
        }

        _runs.Reverse();
        return _runs;
    }

    private static int LineEnd(ReadOnlySpan<char> text, int start)
    {
        int newline = text[start..].IndexOf('\n');
        return newline < 0 ? text.Length : start + newline + 1;
    }

    private readonly record struct Reach(int Before, int After, int Length)
    {
        public int BeforeEnd => Before + Length;

        public int AfterEnd => After + Length;
    }
}
