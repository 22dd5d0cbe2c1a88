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

    public static void Apply(List<AlignedSpan> spans, IReadOnlyList<AnalyzedProvision> before, IReadOnlyList<AnalyzedProvision> after)
    {
        Join(spans, before, static span => span.IsRemoved, static span => span.Before, static (span, first, count) => span with { Before = first, BeforeCount = count });
        Join(spans, after, static span => span.IsAdded, static span => span.After, static (span, first, count) => span with { After = first, AfterCount = count });
    }

    // Loose spans stand in the order of their provisions, so one pass sees neighbours one after the other.
    private static void Join(List<AlignedSpan> spans, IReadOnlyList<AnalyzedProvision> provisions, Predicate<AlignedSpan> isLoose, Func<AlignedSpan, int> placeOf, Func<AlignedSpan, int, int, AlignedSpan> grow)
    {
        bool[] isJoined = new bool[spans.Count];
        (int last, int first, bool areLabels) = (-1, 0, true);
        for (int k = 0; k < spans.Count; k++)
        {
            if (!isLoose(spans[k]))
                continue;
            int place = placeOf(spans[k]);
            Provision provision = provisions[place].Provision;
            if (last >= 0 && placeOf(spans[last]) + CountOf(spans[last]) == place
                && (areLabels || IsItemOf(provisions, first, place) || IsScrap(provisions[place - 1].Provision, provision)))
            {
                isJoined[last] = true;
                spans[k] = grow(spans[k], first, place + 1 - first);
                areLabels &= IsLabel(provision);
            }
            else
            {
                (first, areLabels) = (place, IsLabel(provision));
            }

            last = k;
        }

        int at = 0;
        spans.RemoveAll(_ => isJoined[at++]);
    }

    private static int CountOf(in AlignedSpan span) => span.BeforeCount + span.AfterCount;

    private static bool IsLabel(Provision provision) => provision.Kind == ProvisionKind.Heading || provision.Text.AsSpan().TrimEnd().EndsWith(":");

    // "Call us" or "Place: Cork" after a new paragraph under the same heading belongs to it.
    private static bool IsScrap(Provision here, Provision next) =>
        next.Kind != ProvisionKind.Heading
        && here.Kind != ProvisionKind.TableRow
        && next.Kind != ProvisionKind.TableRow
        && !next.Text.AsSpan().TrimEnd().EndsWith(".")
        && !NormalText.IsDateLine(next.Text)
        && WordTokens.Words(next.Text).Count <= LongestScrap
        && (here.Kind == ProvisionKind.Heading || here.Headings.SequenceEqual(next.Headings, StringComparer.Ordinal));

    private static bool IsItemOf(IReadOnlyList<AnalyzedProvision> provisions, int first, int place)
    {
        Provision item = provisions[place].Provision;
        if (item.Kind != ProvisionKind.ListItem || item.LeadInRange is not { } leadIn)
            return false;
        (int low, int high) = (first, place);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = provisions[middle].Provision.Range.Start < leadIn.Start ? (middle + 1, high) : (low, middle);
        }

        return low < place && provisions[low].Provision.Range == leadIn && WordTokens.Words(item.Text).Count <= LongestItem;
    }
}
