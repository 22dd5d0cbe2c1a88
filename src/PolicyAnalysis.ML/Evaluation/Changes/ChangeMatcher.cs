namespace PolicyAnalysis.ML.Evaluation.Changes;

/// <summary>Finds the record that fits a labelled change best.</summary>
internal static class ChangeMatcher
{
    /// <summary>The index of the best record of each labelled change, or -1; <paramref name="touched"/> says which records hold any.</summary>
    public static int[] Match(IReadOnlyList<GoldChange> gold, IReadOnlyList<(string Before, string After)> records, out bool[] touched)
    {
        var words = records.Select(static record => (Before: QuoteWords.Of(record.Before), After: QuoteWords.Of(record.After))).ToList();
        touched = new bool[records.Count];
        int[] best = new int[gold.Count];
        for (int g = 0; g < gold.Count; g++)
        {
            best[g] = -1;
            (double Share, int Length) bestFit = default;
            int wanted = (gold[g].Before.Length > 0 ? 1 : 0) + (gold[g].After.Length > 0 ? 1 : 0);
            for (int n = 0; n < words.Count; n++)
            {
                bool before = QuoteWords.AreInside(gold[g].Before, words[n].Before);
                bool after = QuoteWords.AreInside(gold[g].After, words[n].After);
                if (!before && !after)
                    continue;
                touched[n] = true;
                double share = ((before ? 1.0 : 0) + (after ? 1 : 0)) / wanted;
                int length = (before ? words[n].Before.Length : 0) + (after ? words[n].After.Length : 0);
                if (best[g] >= 0 && (share < bestFit.Share || (share == bestFit.Share && length >= bestFit.Length)))
                    continue;
                best[g] = n;
                bestFit = (share, length);
            }
        }

        return best;
    }
}
