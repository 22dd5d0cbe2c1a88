namespace PolicyAnalysis.Comparison.Text;

/// <summary>Makes a word alignment read as a person would mark it, without losing its correctness.</summary>
internal static class ReadableMatches
{
    private const int LargeEdit = 4;

    /// <summary>Forgets a lone comma, "the" or "of" that happens to be equal between two larger rewrites.</summary>
    public static void DropIslands(ReadOnlySpan<char> text, TokenList before, Span<int> match, Span<int> inverse)
    {
        int count = match.Length, other = inverse.Length;
        for (int i = 1; i + 1 < count; i++)
        {
            int j = match[i];
            if (j <= 0 || j + 1 >= other) continue;
            if (match[i - 1] >= 0 || match[i + 1] >= 0 || inverse[j - 1] >= 0 || inverse[j + 1] >= 0) continue;
            if (!IsTrivial(text[before.Starts[i]..before.Ends[i]])) continue;
            int left = 0, right = 0;
            for (int k = i - 1; k >= 0 && match[k] < 0 && left < LargeEdit; k--) left++;
            for (int k = j - 1; k >= 0 && inverse[k] < 0 && left < LargeEdit; k--) left++;
            for (int k = i + 1; k < count && match[k] < 0 && right < LargeEdit; k++) right++;
            for (int k = j + 1; k < other && inverse[k] < 0 && right < LargeEdit; k++) right++;
            if (left < LargeEdit || right < LargeEdit) continue;
            match[i] = -1;
            inverse[j] = -1;
        }
    }

    private static bool IsTrivial(ReadOnlySpan<char> token)
        => token.Length == 1 ? !char.IsLetterOrDigit(token[0]) || token[0] is 'a' : token.Length <= 3 && token is "the" or "of" or "and" or "to" or "or" or "in" or "an";
}
