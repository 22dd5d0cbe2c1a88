using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>How much text provisions without a partner share with the other version, in place, where the whole documents are compared word by word.</summary>
internal sealed class SharedText
{
    private readonly List<Share> _byBefore = [];
    private readonly List<Share> _byAfter = [];

    private readonly record struct Share(int Own, int Other, int Letters);

    /// <summary>Compares two documents.</summary>
    /// <param name="before">The version before.</param>
    /// <param name="after">The version after.</param>
    /// <param name="isLooseBefore">Which provisions before have no partner.</param>
    /// <param name="isLooseAfter">Which provisions after have none.</param>
    public static SharedText Of(AnalyzedPolicy before, AnalyzedPolicy after, bool[] isLooseBefore, bool[] isLooseAfter)
    {
        var shared = new SharedText();
        (IReadOnlyList<AnalyzedProvision> old, IReadOnlyList<AnalyzedProvision> now) = (before.Provisions, after.Provisions);
        (int i, int j) = (0, 0);
        foreach (TextEdit edit in TextDiff.Compare(before.Document.Text, after.Document.Text))
        {
            if (edit.Operation != EditOperation.Equal)
                continue;
            int distance = edit.After.Start - edit.Before.Start;
            for (int at = edit.Before.Start; at < edit.Before.End;)
            {
                while (i < old.Count && old[i].Provision.Range.End <= at)
                    i++;
                while (j < now.Count && now[j].Provision.Range.End <= at + distance)
                    j++;
                if (i == old.Count || j == now.Count)
                    break;
                TextRange here = old[i].Provision.Range, there = now[j].Provision.Range;
                int start = Math.Max(at, Math.Max(here.Start, there.Start - distance));
                int end = Math.Min(here.End, there.End - distance);
                if ((isLooseBefore[i] || isLooseAfter[j]) && Math.Min(end, edit.Before.End) > start)
                    shared.Add(i, j, Letters(before.Document.Text.AsSpan(start, Math.Min(end, edit.Before.End) - start)));
                at = Math.Max(start, end);
            }
        }

        return shared;
    }

    /// <summary>The provisions of the other side that hold at least <paramref name="letters"/> letters and digits of one, in reading order.</summary>
    public IEnumerable<int> Holders(int provision, bool isBefore, double letters)
    {
        List<Share> shares = isBefore ? _byBefore : _byAfter;
        (int low, int high) = (0, shares.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = shares[middle].Own < provision ? (middle + 1, high) : (low, middle);
        }

        for (; low < shares.Count && shares[low].Own == provision; low++)
        {
            if (shares[low].Letters >= letters)
                yield return shares[low].Other;
        }
    }

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
        Add(_byBefore, before, after, letters);
        Add(_byAfter, after, before, letters);
    }

    // Both sides only go forward, so the same two provisions come one after the other.
    private static void Add(List<Share> shares, int own, int other, int letters)
    {
        if (shares.Count > 0 && shares[^1].Own == own && shares[^1].Other == other)
            shares[^1] = shares[^1] with { Letters = shares[^1].Letters + letters };
        else
            shares.Add(new Share(own, other, letters));
    }
}
