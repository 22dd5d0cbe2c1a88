using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>
/// Pairs the provisions of two versions: equal in order, equal elsewhere, edited in place, edited elsewhere, split, merged; the
/// rest is added or removed. Linear in practice: see <c>docs/diff.md</c>.
/// </summary>
internal static class ProvisionAligner
{
    private const double SameProvision = 0.45;
    private const double SameLoneProvision = 0.2;
    private const double SameProvisionElsewhere = 0.65;
    private const long AssignmentBudget = 4_000_000;

    public static List<ProvisionMatch> Align(AnalyzedPolicy before, AnalyzedPolicy after, out bool complete, CancellationToken cancellationToken) =>
        Spans(before, after, out complete, cancellationToken).ConvertAll(span => span.Of(before.Provisions, after.Provisions));

    /// <summary>The matches as places: those with a side before in its order, then what came in the order of the version after.</summary>
    public static List<AlignedSpan> Spans(AnalyzedPolicy before, AnalyzedPolicy after, out bool complete, CancellationToken cancellationToken)
    {
        var pairs = new ProvisionPairs(before.Provisions.Count, after.Provisions.Count);
        complete = EqualProvisions.Pair(before, after, pairs);
        cancellationToken.ThrowIfCancellationRequested();
        complete &= PairSimilar(before.Provisions, after.Provisions, pairs, cancellationToken);
        List<AlignedSpan> spans = pairs.ToSpans();
        bool hasLoose = spans.Exists(static span => span.IsAdded || span.IsRemoved);
        if (!hasLoose)
            return spans;
        if (spans.Exists(static span => !span.IsAdded && !span.IsRemoved))
            complete &= SplitMergeFinder.Apply(spans, before, after);
        FragmentJoiner.Apply(spans, before.Provisions, after.Provisions);
        return spans;
    }

    private static bool PairSimilar(IReadOnlyList<AnalyzedProvision> before, IReadOnlyList<AnalyzedProvision> after, ProvisionPairs pairs, CancellationToken cancellationToken)
    {
        List<int> open = Where(pairs.BeforeCount, pairs.IsOpen), free = Where(pairs.AfterCount, pairs.IsFree);
        List<(List<int> Open, List<int> Free)> gaps = Gaps(open, free, pairs);
        if (gaps.RemoveAll(PairAlikeAtEnds) > 0)
        {
            (open, free) = (Where(pairs.BeforeCount, pairs.IsOpen), Where(pairs.AfterCount, pairs.IsFree));
            gaps = Gaps(open, free, pairs);
        }

        if (open.Count == 0 || free.Count == 0)
            return true;
        // From here on a provision is its place among those that have no partner.
        var words = new ProvisionWords([.. open.Select(i => before[i].Provision.Text), .. free.Select(j => after[j].Provision.Text)]);
        var finder = new SimilarPairFinder(words, open.Count);
        var found = new List<SimilarPair>();
        foreach ((List<int> here, List<int> there) in gaps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            finder.Find(here, there, SameProvision, SameLoneProvision, found);
        }

        bool complete = Pair(found, open, free, pairs, isMoved: false);
        found.Clear();
        finder.Find(Where(open.Count, a => pairs.IsOpen(open[a])), Where(free.Count, b => pairs.IsFree(free[b])), SameProvisionElsewhere, SameProvisionElsewhere, found);
        cancellationToken.ThrowIfCancellationRequested();
        return complete & Pair(found, open, free, pairs, isMoved: true);

        // As many on each side between the same neighbours, each the same at its ends: no words need be counted.
        bool PairAlikeAtEnds((List<int> Open, List<int> Free) gap)
        {
            if (gap.Open.Count != gap.Free.Count)
                return false;
            for (int k = 0; k < gap.Open.Count; k++)
            {
                if (!AreAlikeAtEnds(before[open[gap.Open[k]]].Provision.Text, after[free[gap.Free[k]]].Provision.Text))
                    return false;
            }

            for (int k = 0; k < gap.Open.Count; k++)
                pairs.Pair(open[gap.Open[k]], free[gap.Free[k]], isMoved: false, isSame: false);
            return true;
        }
    }

    /// <summary>Whether half of the longer text, at its ends, is the other's too.</summary>
    public static bool AreAlikeAtEnds(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        int lead = before.CommonPrefixLength(after);
        return (lead + CommonEnd.Length(before[lead..], after[lead..])) * 2 >= Math.Max(before.Length, after.Length);
    }

    private static bool Pair(List<SimilarPair> found, List<int> open, List<int> free, ProvisionPairs pairs, bool isMoved)
    {
        List<SimilarPair> chosen = BestAssignment.Choose(found, AssignmentBudget, out bool complete);
        foreach (SimilarPair pair in chosen)
            pairs.Pair(open[pair.Before], free[pair.After], isMoved, isSame: false);
        return complete;
    }

    /// <summary>The provisions without a partner between two neighbours that are in place.</summary>
    private static List<(List<int> Open, List<int> Free)> Gaps(List<int> open, List<int> free, ProvisionPairs pairs)
    {
        var gaps = new List<(List<int> Open, List<int> Free)>();
        (int a, int b) = (0, 0);
        for (int i = 0; i <= pairs.BeforeCount && a < open.Count && b < free.Count; i++)
        {
            if (i < pairs.BeforeCount && !pairs.IsInPlace(i))
                continue;
            int j = i < pairs.BeforeCount ? pairs.AfterOf(i) : pairs.AfterCount;
            (List<int> here, List<int> there) = (Before(open, i, ref a), Before(free, j, ref b));
            if (here.Count > 0 && there.Count > 0)
                gaps.Add((here, there));
        }

        return gaps;
    }

    private static List<int> Before(List<int> places, int end, ref int at)
    {
        var taken = new List<int>();
        for (; at < places.Count && places[at] < end; at++)
            taken.Add(at);
        return taken;
    }

    private static List<int> Where(int count, Func<int, bool> isWanted)
    {
        var wanted = new List<int>();
        for (int i = 0; i < count; i++)
        {
            if (isWanted(i))
                wanted.Add(i);
        }

        return wanted;
    }
}
