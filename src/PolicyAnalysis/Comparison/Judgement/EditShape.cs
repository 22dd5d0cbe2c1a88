using PolicyAnalysis.Comparison.NoEffect;

namespace PolicyAnalysis.Comparison.Judgement;

/// <summary>Of what kind all the words are that an edit exchanged.</summary>
internal static class EditShape
{
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "as", "that", "this", "these", "those", "which", "who", "its", "it", "our", "your", "their",
        "is", "are", "be", "been", "was", "were", "also", "such", "any", "other", "will", "s", "d", "ll", "re", "ve", "please", "please", "then", "there", "have", "has", "if", "when", "here",
    };

    /// <summary><c>dates</c>, <c>names</c>, <c>small words</c>, <c>word forms</c>, or nothing where the words are of several kinds.</summary>
    public static string? Of(ChangeDraft draft)
    {
        if (draft.Was.Length == 0 || draft.Now.Length == 0)
            return null;
        if (string.Equals(NormalText.Of(draft.Was, NoEffectLevel.DocumentDate), NormalText.Of(draft.Now, NoEffectLevel.DocumentDate), StringComparison.Ordinal))
            return "dates";
        bool isNames = true;
        bool isSmall = true;
        bool isForms = true;
        foreach (TextEdit edit in draft.Edits)
        {
            string gone = edit.Before.Of(draft.Was);
            string come = edit.After.Of(draft.Now);
            List<string> goneWords = WordTokens.Words(gone);
            List<string> comeWords = WordTokens.Words(come);
            isSmall &= goneWords.TrueForAll(Small.Contains) && comeWords.TrueForAll(Small.Contains);
            isForms &= goneWords.Count == comeWords.Count && goneWords.Zip(comeWords).All(static pair => IsForm(pair.First, pair.Second));
            isNames &= StartsAsName(gone) && StartsAsName(come);
        }

        return isSmall ? "small words" : isForms ? "word forms" : isNames ? "names" : null;
    }

    private static bool IsForm(string left, string right) => left.AsSpan().CommonPrefixLength(right) >= Math.Max(3, Math.Min(left.Length, right.Length) * 2 / 3);

    private static bool StartsAsName(string text)
    {
        foreach (Range range in text.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> word = text.AsSpan(range).Trim("“”\"'().,;:&/-");
            if (!word.IsEmpty && !char.IsUpper(word[0]) && !char.IsDigit(word[0]) && !Small.Contains(word.ToString()))
                return false;
        }

        return true;
    }
}
