using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>Pairs provisions of the same text: a longest sequence in order, and what is left wherever it stands.</summary>
/// <remarks>Linear in the texts, plus the bounded search of <see cref="SequenceAligner"/> over provisions.</remarks>
internal static class EqualProvisions
{
    private const long StepBudget = 20_000_000;

    /// <returns>Whether the sequence in order is surely a longest one.</returns>
    public static bool Pair(AnalyzedPolicy before, AnalyzedPolicy after, ProvisionPairs pairs)
    {
        (IReadOnlyList<AnalyzedProvision> old, IReadOnlyList<AnalyzedProvision> now) = (before.Provisions, after.Provisions);
        int head = 0;
        for (int limit = Math.Min(old.Count, now.Count); head < limit && IsSame(old[head], now[head]); head++)
            pairs.Pair(head, head, isMoved: false, isSame: true);
        (int oldEnd, int nowEnd) = (old.Count, now.Count);
        while (oldEnd > head && nowEnd > head && IsSame(old[oldEnd - 1], now[nowEnd - 1]))
            pairs.Pair(--oldEnd, --nowEnd, isMoved: false, isSame: true);
        if (oldEnd == head || nowEnd == head || WalkEdited(old, now, head, oldEnd, nowEnd, pairs))
            return true;

        TokenList left = Ranges(old, head, oldEnd), right = Ranges(now, head, nowEnd);
        var texts = new TextPair(before.Document.Text, after.Document.Text);
        var table = new TokenTable();
        table.Reset(left.Count + right.Count);
        table.InternExactly(texts, isAfter: false, left);
        table.InternExactly(texts, isAfter: true, right);
        ReadOnlySpan<int> leftIds = left.Ids.AsSpan(0, left.Count), rightIds = right.Ids.AsSpan(0, right.Count);
        bool complete = PairInOrder(leftIds, rightIds, table.Count, head, pairs);
        PairElsewhere(leftIds, rightIds, table.Count, head, pairs);
        return complete;
    }

    // Where provisions were only edited, each stands against its own later version: nothing need be hashed.
    private static bool WalkEdited(IReadOnlyList<AnalyzedProvision> old, IReadOnlyList<AnalyzedProvision> now, int head, int oldEnd, int nowEnd, ProvisionPairs pairs)
    {
        if (oldEnd != nowEnd)
            return false;
        for (int i = head; i < oldEnd; i++)
        {
            if (!IsSame(old[i], now[i]) && !ProvisionAligner.AreAlikeAtEnds(old[i].Provision.Text, now[i].Provision.Text))
                return false;
        }

        for (int i = head; i < oldEnd; i++)
        {
            if (IsSame(old[i], now[i]))
                pairs.Pair(i, i, isMoved: false, isSame: true);
        }

        return true;
    }

    private static bool PairInOrder(ReadOnlySpan<int> left, ReadOnlySpan<int> right, int distinct, int head, ProvisionPairs pairs)
    {
        (int[] a, int[] aPlaces) = Shared(left, right, distinct);
        (int[] b, int[] bPlaces) = Shared(right, left, distinct);
        int[] match = new int[a.Length];
        var aligner = new SequenceAligner();
        aligner.Reset(StepBudget);
        aligner.Align(a, b, distinct, match);
        for (int i = 0; i < match.Length; i++)
        {
            if (match[i] >= 0)
                pairs.Pair(head + aPlaces[i], head + bPlaces[match[i]], isMoved: false, isSame: true);
        }

        return !aligner.IsCoarse;
    }

    // What stands on one side only can't be matched, so it need not be searched.
    private static (int[] Ids, int[] Places) Shared(ReadOnlySpan<int> ids, ReadOnlySpan<int> others, int distinct)
    {
        bool[] isThere = new bool[distinct];
        foreach (int id in others)
            isThere[id] = true;
        var kept = new List<int>(ids.Length);
        var places = new List<int>(ids.Length);
        for (int i = 0; i < ids.Length; i++)
        {
            if (!isThere[ids[i]])
                continue;
            kept.Add(ids[i]);
            places.Add(i);
        }

        return ([.. kept], [.. places]);
    }

    private static void PairElsewhere(ReadOnlySpan<int> left, ReadOnlySpan<int> right, int distinct, int head, ProvisionPairs pairs)
    {
        int[] first = new int[distinct], next = new int[right.Length];
        Array.Fill(first, -1);
        for (int j = right.Length - 1; j >= 0; j--)
        {
            if (pairs.IsFree(head + j))
                (next[j], first[right[j]]) = (first[right[j]], j);
        }

        for (int i = 0; i < left.Length; i++)
        {
            int j = first[left[i]];
            if (j < 0 || !pairs.IsOpen(head + i))
                continue;
            pairs.Pair(head + i, head + j, isMoved: true, isSame: true);
            first[left[i]] = next[j];
        }
    }

    private static TokenList Ranges(IReadOnlyList<AnalyzedProvision> provisions, int start, int end)
    {
        var ranges = new TokenList();
        for (int i = start; i < end; i++)
        {
            TextRange range = provisions[i].Provision.Range;
            ranges.Add(range.Start, range.End);
        }

        return ranges;
    }

    private static bool IsSame(AnalyzedProvision before, AnalyzedProvision after) =>
        string.Equals(before.Provision.Text, after.Provision.Text, StringComparison.Ordinal);
}
