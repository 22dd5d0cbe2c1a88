namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>Pairs the provisions of two versions: equal in order, edited in place, moved, split, merged; the rest is added or removed.</summary>
internal static class ProvisionAligner
{
    private const int MaxDistance = 4000;
    private const int MaxPairings = 400_000;
    private const double SameProvision = 0.45;
    private const double SameProvisionElsewhere = 0.65;
    private const double ExtendedLabel = 0.66;

    public static List<ProvisionMatch> Align(AnalyzedPolicy beforePolicy, AnalyzedPolicy afterPolicy, out bool complete, CancellationToken cancellationToken)
    {
        (IReadOnlyList<AnalyzedProvision> before, IReadOnlyList<AnalyzedProvision> after) = (beforePolicy.Provisions, afterPolicy.Provisions);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] left = Intern(before, ids);
        int[] right = Intern(after, ids);
        int[] partner = new int[before.Count];
        bool[] taken = new bool[after.Count];
        Array.Fill(partner, -1);
        List<(int Before, int After)> anchors = SequenceMatcher.Match(left, right, MaxDistance, out complete);
        var moved = new HashSet<int>();
        foreach ((int x, int y) in anchors)
        {
            partner[x] = y;
            taken[y] = true;
        }

        PairEqualElsewhere(left, right, partner, taken, moved);
        List<HashSet<string>?> leftWords = WordsOfOpen(before, i => partner[i] < 0);
        List<HashSet<string>?> rightWords = WordsOfOpen(after, j => !taken[j]);
        int i = 0;
        int j = 0;
        anchors.Add((before.Count, after.Count));
        foreach ((int x, int y) in anchors)
        {
            cancellationToken.ThrowIfCancellationRequested();
            complete &= PairSimilar(i, x, j, y, leftWords, rightWords, partner, taken, SameProvision, null);
            i = x + 1;
            j = y + 1;
        }

        complete &= PairSimilar(0, before.Count, 0, after.Count, leftWords, rightWords, partner, taken, SameProvisionElsewhere, moved);
        List<ProvisionMatch> matches = Matches(before, after, partner, taken, moved);
        if (matches.Exists(static match => match.IsAdded) || matches.Exists(static match => match.IsRemoved))
            SplitMergeFinder.Apply(matches, SharedText.Of(before, beforePolicy.Document.Text, after, afterPolicy.Document.Text));
        FragmentJoiner.Apply(matches);
        return matches;
    }

    private static List<ProvisionMatch> Matches(IReadOnlyList<AnalyzedProvision> before, IReadOnlyList<AnalyzedProvision> after, int[] partner, bool[] taken, HashSet<int> moved)
    {
        var matches = new List<ProvisionMatch>(before.Count);
        for (int i = 0; i < before.Count; i++)
            matches.Add(new ProvisionMatch([before[i]], partner[i] < 0 ? [] : [after[partner[i]]], moved.Contains(i)));
        for (int j = 0; j < after.Count; j++)
        {
            if (!taken[j])
                matches.Add(new ProvisionMatch([], [after[j]], false));
        }

        return matches;
    }

    private static void PairEqualElsewhere(int[] left, int[] right, int[] partner, bool[] taken, HashSet<int> moved)
    {
        var free = new Dictionary<int, Queue<int>>();
        for (int j = 0; j < right.Length; j++)
        {
            if (taken[j])
                continue;
            if (!free.TryGetValue(right[j], out Queue<int>? places))
                free[right[j]] = places = new Queue<int>();
            places.Enqueue(j);
        }

        for (int i = 0; i < left.Length; i++)
        {
            if (partner[i] >= 0 || !free.TryGetValue(left[i], out Queue<int>? places) || !places.TryDequeue(out int j))
                continue;
            partner[i] = j;
            taken[j] = true;
            moved.Add(i);
        }
    }

    private static bool PairSimilar(int i0, int i1, int j0, int j1, List<HashSet<string>?> leftWords, List<HashSet<string>?> rightWords, int[] partner, bool[] taken, double least, HashSet<int>? moved)
    {
        var open = new List<int>();
        var free = new List<int>();
        for (int i = i0; i < i1; i++)
        {
            if (partner[i] < 0)
                open.Add(i);
        }

        for (int j = j0; j < j1; j++)
        {
            if (!taken[j])
                free.Add(j);
        }

        if ((long)open.Count * free.Count > MaxPairings)
            return false;
        var candidates = new List<(double Score, int Distance, int I, int J)>();
        for (int a = 0; a < open.Count; a++)
        {
            for (int b = 0; b < free.Count; b++)
            {
                double score = Similarity(leftWords[open[a]]!, rightWords[free[b]]!);
                bool alone = moved is null && open.Count == 1 && free.Count == 1 && score >= 0.2;
                if (score >= least || alone)
                    candidates.Add((score, Math.Abs(a - b), open[a], free[b]));
            }
        }

        candidates.Sort(static (x, y) => (-x.Score, x.Distance, x.I, x.J).CompareTo((-y.Score, y.Distance, y.I, y.J)));
        foreach ((_, _, int i, int j) in candidates)
        {
            if (partner[i] >= 0 || taken[j])
                continue;
            partner[i] = j;
            taken[j] = true;
            moved?.Add(i);
        }

        return true;
    }

    // The shared part of both, leaning to the shorter side so that a provision that only grew stays itself.
    private static double Similarity(HashSet<string> left, HashSet<string> right)
    {
        if (left.Count == 0 || right.Count == 0)
            return 0;
        int shared = 0;
        foreach (string word in left)
        {
            if (right.Contains(word))
                shared++;
        }

        double dice = 2.0 * shared / (left.Count + right.Count);
        int shorter = Math.Min(left.Count, right.Count);
        double contained = shorter >= 6 ? 0.75 * shared / shorter : 0;
        // Two words that both stand in a longer name or label are that label, extended.
        if (shorter is >= 2 and < 6 && shared == shorter)
            contained = ExtendedLabel;
        return Math.Max(dice, contained);
    }

    private static List<HashSet<string>?> WordsOfOpen(IReadOnlyList<AnalyzedProvision> provisions, Func<int, bool> isOpen)
    {
        var result = new List<HashSet<string>?>(provisions.Count);
        for (int i = 0; i < provisions.Count; i++)
            result.Add(isOpen(i) ? WordSets.Of(provisions[i].Provision.Text) : null);
        return result;
    }

    private static int[] Intern(IReadOnlyList<AnalyzedProvision> provisions, Dictionary<string, int> ids)
    {
        int[] result = new int[provisions.Count];
        for (int i = 0; i < result.Length; i++)
        {
            string text = provisions[i].Provision.Text;
            if (!ids.TryGetValue(text, out int id))
                ids[text] = id = ids.Count;
            result[i] = id;
        }

        return result;
    }
}
