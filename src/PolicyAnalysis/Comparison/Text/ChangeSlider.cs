namespace PolicyAnalysis.Comparison.Text;

/// <summary>Moves insertions and deletions, among the places where they mean the same, to where a clause, sentence or line begins.</summary>
internal static class ChangeSlider
{
    private const int FarthestSlide = 512;

    public static void Slide(in TextPair texts, Span<Change> changes)
    {
        for (int i = 0; i < changes.Length; i++)
        {
            Change change = changes[i];
            bool isDeletion = change.AfterStart == change.AfterEnd;
            if (!isDeletion && change.BeforeStart != change.BeforeEnd) continue;
            ReadOnlySpan<char> text = isDeletion ? texts.Before : texts.After;
            (int start, int end) = isDeletion ? (change.BeforeStart, change.BeforeEnd) : (change.AfterStart, change.AfterEnd);
            // One character stays between two changes, so that they remain two.
            int room = Math.Min(FarthestSlide, i == 0 ? change.BeforeStart : change.BeforeStart - changes[i - 1].BeforeEnd - 1);
            room = Math.Min(room, i == 0 ? change.AfterStart : change.AfterStart - changes[i - 1].AfterEnd - 1);
            int left = 0;
            while (left < room && text[start - left - 1] == text[end - left - 1]) left++;
            room = Math.Min(FarthestSlide, i + 1 == changes.Length ? texts.Before.Length - change.BeforeEnd : changes[i + 1].BeforeStart - change.BeforeEnd - 1);
            int right = 0;
            while (right < room && text[start + right] == text[end + right]) right++;
            if (left + right == 0) continue;
            int shift = Best(text, start, end, left, right);
            if (shift == 0) continue;
            changes[i] = new Change(change.BeforeStart + shift, change.BeforeEnd + shift, change.AfterStart + shift, change.AfterEnd + shift);
        }
    }

    // Both ends count, so that no slide parts a token at the far end.
    private static int Best(ReadOnlySpan<char> text, int start, int end, int left, int right)
    {
        int best = 0, bestScore = Math.Min(Score(text, start), Score(text, end));
        for (int shift = right; shift >= -left; shift--)
        {
            int score = Score(text, start + shift);
            if (score > bestScore) score = Math.Min(score, Score(text, end + shift));
            if (score > bestScore) (best, bestScore) = (shift, score);
        }

        return best;
    }

    private static int Score(ReadOnlySpan<char> text, int start)
    {
        if (start == 0 || start == text.Length || text[start - 1] == '\n') return start > 1 && text[start - 2] == '\n' ? 6 : 5;
        if (start < 2 || text[start - 1] != ' ' || char.IsWhiteSpace(text[start])) return 0;
        return text[start - 2] switch
        {
            '.' or '!' or '?' => 4,
            ';' or ':' => 3,
            // A comma before a digit may stand inside a date.
            ',' when !char.IsDigit(text[start]) => 2,
            _ => 0,
        };
    }
}
