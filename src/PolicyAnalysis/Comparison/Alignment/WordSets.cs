namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>The different words of a text, by which provisions are known again.</summary>
internal static class WordSets
{
    // Dates and numbers change while a provision stays itself, so they do not count unless there is nothing else.
    public static HashSet<string> Of(string text)
    {
        List<string> words = WordTokens.Words(text);
        if (words.Exists(static word => char.IsLetter(word[0])))
            words.RemoveAll(static word => char.IsDigit(word[0]));
        return new HashSet<string>(words, StringComparer.Ordinal);
    }

    /// <summary>The share of the words of <paramref name="part"/> that stand in <paramref name="whole"/>, 0 to 1.</summary>
    public static double Contained(HashSet<string> part, HashSet<string> whole)
    {
        int shared = 0;
        foreach (string word in part)
        {
            if (whole.Contains(word))
                shared++;
        }

        return part.Count == 0 ? 0 : (double)shared / part.Count;
    }
}
