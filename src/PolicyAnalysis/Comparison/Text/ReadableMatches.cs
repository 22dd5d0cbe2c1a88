namespace PolicyAnalysis.Comparison.Text;

/// <summary>Makes a word alignment read as a person would mark it, without losing its correctness.</summary>
internal static class ReadableMatches
{
    private const int LargeEdit = 4;
    private const int LongestIsland = 4;

    /// <summary>Forgets a comma, "the", "of the" or ", and the" that happens to be equal between two rewrites that are larger.</summary>
    public static void DropIslands(ReadOnlySpan<char> text, TokenList before, Span<int> match, Span<int> inverse)
    {
        for (int i = 1; i + 1 < match.Length; i++)
        {
            if (match[i] < 0 || match[i - 1] >= 0) continue;
            int length = TrivialLength(text, before, match, i);
            int end = i + length, other = match[i], otherEnd = other + length;
            if (length == 0 || other == 0 || end == match.Length || otherEnd == inverse.Length) continue;
            if (match[end] >= 0 || inverse[other - 1] >= 0 || inverse[otherEnd] >= 0) continue;
            // The longer the island, the larger the rewrites: a dropped word lengthens the script by a quarter at most.
            int large = LargeEdit * length;
            if (Changed(match[..i], inverse[..other], large, isBehind: true) < large) continue;
            if (Changed(match[end..], inverse[otherEnd..], large, isBehind: false) < large) continue;
            match[i..end].Fill(-1);
            inverse[other..otherEnd].Fill(-1);
        }
    }

    // The words of a run of matches, where all are trivial and few; otherwise 0.
    private static int TrivialLength(ReadOnlySpan<char> text, TokenList before, ReadOnlySpan<int> match, int start)
    {
        int end = start;
        while (end < match.Length && match[end] == match[start] + end - start)
        {
            if (end - start == LongestIsland || !IsTrivial(text[before.Starts[end]..before.Ends[end]])) return 0;
            end++;
        }

        return end - start;
    }

    private static int Changed(ReadOnlySpan<int> match, ReadOnlySpan<int> inverse, int enough, bool isBehind)
    {
        int count = 0;
        for (int k = 0; k < match.Length && match[isBehind ? match.Length - 1 - k : k] < 0 && count < enough; k++) count++;
        for (int k = 0; k < inverse.Length && inverse[isBehind ? inverse.Length - 1 - k : k] < 0 && count < enough; k++) count++;
        return count;
    }

    private static bool IsTrivial(ReadOnlySpan<char> token)
        => token.Length == 1 ? !char.IsLetterOrDigit(token[0]) || token[0] is 'a' : token.Length <= 3 && token is "the" or "of" or "and" or "to" or "or" or "in" or "an";
}
