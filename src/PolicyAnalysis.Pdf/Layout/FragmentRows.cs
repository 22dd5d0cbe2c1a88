namespace PolicyAnalysis.Pdf.Layout;

/// <summary>Fragments side by side on one baseline, from the left.</summary>
internal static class FragmentRows
{
    private const double Tolerance = 0.35;

    /// <summary>The rows of fragments that are sorted from the top.</summary>
    public static List<List<TextFragment>> Of(IReadOnlyList<TextFragment> fragments)
    {
        var rows = new List<List<TextFragment>>();
        int start = 0;
        while (start < fragments.Count)
        {
            int end = start + 1;
            while (end < fragments.Count && Math.Abs(fragments[start].Baseline - fragments[end].Baseline) <= Tolerance * Math.Min(fragments[start].Size, fragments[end].Size))
                end++;
            rows.Add([.. fragments.Skip(start).Take(end - start).OrderBy(fragment => fragment.Left)]);
            start = end;
        }

        return rows;
    }
}
