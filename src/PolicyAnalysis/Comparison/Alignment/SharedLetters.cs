using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>How many letters and digits of neighbouring provisions stand, in order, in one provision of the other version.</summary>
internal static class SharedLetters
{
    /// <summary>One count for each of the neighbours. Linear in the texts, plus the search of the text diff.</summary>
    /// <param name="whole">The provision of the other version.</param>
    /// <param name="policy">The version of the neighbours.</param>
    /// <param name="first">The place of the first neighbour.</param>
    /// <param name="count">How many they are.</param>
    public static int[] Of(string whole, AnalyzedPolicy policy, int first, int count)
    {
        int start = policy.Provisions[first].Provision.Range.Start, end = policy.Provisions[first + count - 1].Provision.Range.End;
        ReadOnlySpan<char> text = policy.Document.Text.AsSpan(start, end - start);
        int[] shared = new int[count];
        int part = 0;
        foreach (TextEdit edit in TextDiff.Compare(whole, text).AsSpan())
        {
            if (edit.Operation != EditOperation.Equal)
                continue;
            for (int at = edit.After.Start; at < edit.After.End;)
            {
                while (part < count && policy.Provisions[first + part].Provision.Range.End - start <= at)
                    part++;
                if (part == count)
                    break;
                TextRange range = policy.Provisions[first + part].Provision.Range;
                int from = Math.Max(at, range.Start - start), to = Math.Min(edit.After.End, range.End - start);
                if (to > from)
                    shared[part] += Count(text[from..to]);
                at = Math.Max(from, to);
            }
        }

        return shared;
    }

    public static int Count(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (char letter in text)
        {
            if (char.IsLetterOrDigit(letter))
                count++;
        }

        return count;
    }
}
