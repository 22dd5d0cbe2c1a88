namespace PolicyAnalysis.Comparison.Text;

/// <summary>Makes a word alignment read as a person would mark it, without losing its correctness.</summary>
internal static class ReadableMatches
{
    private const int FarthestSlide = 256;
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

    /// <summary>Slides each pure insertion of <paramref name="longer"/> to the best boundary among its equal places.</summary>
    public static void Slide(ReadOnlySpan<char> text, TokenList longer, int shorterCount, Span<int> toShorter, Span<int> toLonger)
    {
        int[] ids = longer.Ids;
        int count = toShorter.Length;
        for (int start = 0; start < count; start++)
        {
            if (toShorter[start] >= 0) continue;
            int end = start + 1;
            while (end < count && toShorter[end] < 0) end++;
            int place = start == 0 ? 0 : toShorter[start - 1] + 1;
            int next = end;
            if (end == count ? place == shorterCount : toShorter[end] == place)
            {
                int shift = 0;
                while (shift < FarthestSlide && start > 0 && place > 0 && toShorter[start - 1] == place - 1 && ids[start - 1] == ids[end - 1])
                {
                    toShorter[start - 1] = -1;
                    toShorter[end - 1] = place - 1;
                    toLonger[place - 1] = end - 1;
                    (start, end, place, shift) = (start - 1, end - 1, place - 1, shift + 1);
                }

                int best = 0, bestScore = -1, taken = 0;
                for (int step = 0; ; step++)
                {
                    int score = Score(text, longer, start + step);
                    if (score >= bestScore) (best, bestScore) = (step, score);
                    if (step >= FarthestSlide || end + step >= count || toShorter[end + step] != place + step || ids[start + step] != ids[end + step]) break;
                }

                for (; taken < best; taken++)
                {
                    toShorter[start + taken] = place + taken;
                    toLonger[place + taken] = start + taken;
                    toShorter[end + taken] = -1;
                }

                next = Math.Max(next, end + taken);
            }

            start = next - 1;
        }
    }

    private static int Score(ReadOnlySpan<char> text, TokenList tokens, int start)
    {
        if (start == 0) return 4;
        int from = tokens.Ends[start - 1];
        int to = start < tokens.Count ? tokens.Starts[start] : from;
        if (text[from..to].Contains('\n')) return 4;
        return text[from - 1] switch
        {
            '.' or '!' or '?' => 3,
            ';' or ':' => 2,
            ',' => 1,
            _ => 0,
        };
    }

    private static bool IsTrivial(ReadOnlySpan<char> token)
        => token.Length == 1 ? !char.IsLetterOrDigit(token[0]) || token[0] is 'a' : token.Length <= 3 && token is "the" or "of" or "and" or "to" or "or" or "in" or "an";
}
