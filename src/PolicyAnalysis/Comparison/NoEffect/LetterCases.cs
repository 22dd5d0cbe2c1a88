namespace PolicyAnalysis.Comparison.NoEffect;

/// <summary>Tells a change of capitals, hyphens and spaces that means nothing from one in a negation or a modal verb.</summary>
internal static class LetterCases
{
    /// <summary>Whether both texts have the same negations and modal verbs in the same order, the month of May told from the verb.</summary>
    public static bool ArePlain(string before, string after) => string.Equals(Protected(before), Protected(after), StringComparison.Ordinal);

    private static string Protected(string text)
    {
        var kept = new List<string>();
        foreach (string word in NormalText.Of(text, NoEffectLevel.Layout).Split(' '))
        {
            if (word is "not" or "no" or "never" or "may" or "might" or "can" or "must" or "shall" or "should" or "will")
                kept.Add(word);
        }

        return string.Join(' ', kept);
    }
}
