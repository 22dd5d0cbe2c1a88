using PolicyAnalysis.Comparison.NoEffect;

namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>
/// Reads a heading or lead-in that came or went together with what stands below it as one change: alone it says nothing.
/// Short items join the lead-in that came or went before them, scraps the paragraph.
/// </summary>
internal static class FragmentJoiner
{
    private const int LongestItem = 12;
    private const int LongestScrap = 5;

    public static void Apply(List<ProvisionMatch> matches)
    {
        Join(matches, isAdded: true);
        Join(matches, isAdded: false);
    }

    private static void Join(List<ProvisionMatch> matches, bool isAdded)
    {
        var loose = new List<int>();
        for (int k = 0; k < matches.Count; k++)
        {
            if (isAdded ? matches[k].IsAdded : matches[k].IsRemoved)
                loose.Add(k);
        }

        loose.Sort((x, y) => Side(matches[x], isAdded)[0].Provision.Ordinal.CompareTo(Side(matches[y], isAdded)[0].Provision.Ordinal));
        var dropped = new List<int>();
        for (int at = 0; at + 1 < loose.Count; at++)
        {
            IReadOnlyList<AnalyzedProvision> here = Side(matches[loose[at]], isAdded);
            IReadOnlyList<AnalyzedProvision> next = Side(matches[loose[at + 1]], isAdded);
            if (here[^1].Provision.Ordinal + 1 != next[0].Provision.Ordinal || !(IsLabel(here) || IsItemOf(here, next[0].Provision) || IsScrap(here[^1].Provision, next[0].Provision)))
                continue;
            dropped.Add(loose[at]);
            IReadOnlyList<AnalyzedProvision> joined = [.. here, .. next];
            matches[loose[at + 1]] = isAdded ? matches[loose[at + 1]] with { After = joined } : matches[loose[at + 1]] with { Before = joined };
        }

        dropped.Sort();
        for (int k = dropped.Count - 1; k >= 0; k--)
            matches.RemoveAt(dropped[k]);
    }

    private static bool IsLabel(IReadOnlyList<AnalyzedProvision> side)
    {
        foreach (AnalyzedProvision part in side)
        {
            if (part.Provision.Kind != ProvisionKind.Heading && !part.Provision.Text.TrimEnd().EndsWith(':'))
                return false;
        }

        return true;
    }

    // "Call us" or "Place: Cork" after a new paragraph under the same heading belongs to it.
    private static bool IsScrap(Provision here, Provision next) =>
        next.Kind != ProvisionKind.Heading
        && here.Kind != ProvisionKind.TableRow
        && next.Kind != ProvisionKind.TableRow
        && !next.Text.AsSpan().TrimEnd().EndsWith(".")
        && !NormalText.IsDateLine(next.Text)
        && WordTokens.Words(next.Text).Count <= LongestScrap
        && (here.Kind == ProvisionKind.Heading || here.Headings.SequenceEqual(next.Headings, StringComparer.Ordinal));

    private static bool IsItemOf(IReadOnlyList<AnalyzedProvision> side, Provision next)
    {
        if (next.Kind != ProvisionKind.ListItem || next.LeadInRange is not { } leadIn || WordTokens.Words(next.Text).Count > LongestItem)
            return false;
        foreach (AnalyzedProvision part in side)
        {
            if (part.Provision.Range == leadIn)
                return true;
        }

        return false;
    }

    private static IReadOnlyList<AnalyzedProvision> Side(ProvisionMatch match, bool isAdded) => isAdded ? match.After : match.Before;
}
