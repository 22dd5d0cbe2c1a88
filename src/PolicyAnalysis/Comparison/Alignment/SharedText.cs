using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>How much text the provisions of two versions share where the whole documents are compared word by word.</summary>
internal sealed class SharedText
{
    private readonly Dictionary<(int Before, int After), int> _letters = [];
    private readonly Dictionary<int, List<int>> _partnersOfBefore = [];
    private readonly Dictionary<int, List<int>> _partnersOfAfter = [];

    public static SharedText Of(IReadOnlyList<AnalyzedProvision> before, string beforeText, IReadOnlyList<AnalyzedProvision> after, string afterText)
    {
        var shared = new SharedText();
        int i = 0;
        int j = 0;
        foreach (TextEdit edit in TextDiff.Compare(beforeText, afterText))
        {
            if (edit.Operation != EditOperation.Equal)
                continue;
            int distance = edit.After.Start - edit.Before.Start;
            int at = edit.Before.Start;
            while (at < edit.Before.End)
            {
                while (i < before.Count && before[i].Provision.Range.End <= at)
                    i++;
                while (j < after.Count && after[j].Provision.Range.End <= at + distance)
                    j++;
                if (i == before.Count || j == after.Count)
                    break;
                int start = Math.Max(at, Math.Max(before[i].Provision.Range.Start, after[j].Provision.Range.Start - distance));
                int end = Math.Min(edit.Before.End, Math.Min(before[i].Provision.Range.End, after[j].Provision.Range.End - distance));
                if (end > start)
                    shared.Add(i, j, Letters(beforeText.AsSpan(start, end - start)));
                at = Math.Max(end, Math.Min(before[i].Provision.Range.End, after[j].Provision.Range.End - distance));
                at = Math.Max(at, start);
            }
        }

        return shared;
    }

    /// <summary>The letters and digits that the two provisions share in place.</summary>
    public int Between(int before, int after) => _letters.GetValueOrDefault((before, after));

    /// <summary>The provisions of the other side that share text with one, in reading order.</summary>
    public IReadOnlyList<int> Partners(int provision, bool isBefore) => (isBefore ? _partnersOfBefore : _partnersOfAfter).GetValueOrDefault(provision) ?? [];

    public static int Letters(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (char letter in text)
        {
            if (char.IsLetterOrDigit(letter))
                count++;
        }

        return count;
    }

    private void Add(int before, int after, int letters)
    {
        if (!_letters.TryGetValue((before, after), out int known))
        {
            Partner(_partnersOfBefore, before, after);
            Partner(_partnersOfAfter, after, before);
        }

        _letters[(before, after)] = known + letters;
    }

    private static void Partner(Dictionary<int, List<int>> partners, int provision, int partner)
    {
        if (!partners.TryGetValue(provision, out List<int>? known))
            partners[provision] = known = [];
        known.Add(partner);
    }
}
