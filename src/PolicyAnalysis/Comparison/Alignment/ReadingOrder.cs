namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>Puts matches in the order of the version after; what is gone stands where it stood. Linear, but for sorting what is wanted.</summary>
internal static class ReadingOrder
{
    public static List<AlignedSpan> Of(List<AlignedSpan> spans, int beforeCount, int afterCount, Predicate<AlignedSpan> isWanted)
    {
        int[] byBefore = new int[beforeCount], byAfter = new int[afterCount];
        for (int k = 0; k < spans.Count; k++)
        {
            if (spans[k].IsAdded)
                byAfter[spans[k].After] = k + 1;
            else
                byBefore[spans[k].Before] = k + 1;
        }

        var wanted = new List<(int Place, int Order, int Span)>();
        int place = -1;
        foreach (int k in byBefore)
        {
            if (k == 0)
                continue;
            AlignedSpan span = spans[k - 1];
            if (!span.IsRemoved && !span.Moved)
                place = span.After;
            if (isWanted(span))
                wanted.Add((span.IsRemoved ? place : span.After, span.Before, k - 1));
        }

        foreach (int k in byAfter)
        {
            if (k > 0 && isWanted(spans[k - 1]))
                wanted.Add((spans[k - 1].After, -1, k - 1));
        }

        wanted.Sort();
        return wanted.ConvertAll(entry => spans[entry.Span]);
    }
}
