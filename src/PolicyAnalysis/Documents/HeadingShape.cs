namespace PolicyAnalysis.Documents;

/// <summary>What a line must look like to be a heading when no markup says so.</summary>
internal static class HeadingShape
{
    private const int MaximumLength = 120;
    private const int MaximumWords = 16;

    /// <summary>Whether there are letters and none of them is small.</summary>
    public static bool IsCapitals(string text) => text.Any(char.IsLetter) && !text.Any(char.IsLower);

    /// <summary>Short, with letters, and not a sentence.</summary>
    public static bool LooksLikeHeading(string text)
    {
        if (text.Length is 0 or > MaximumLength)
            return false;
        ReadOnlySpan<char> trimmed = text.AsSpan().TrimEnd();
        char last = trimmed[^1];
        if (last is ';' or ',' or '!')
            return false;
        if (last == '.' && trimmed.Count(' ') > 5)
            return false;
        if (trimmed.Count(' ') >= MaximumWords)
            return false;
        foreach (char character in trimmed)
        {
            if (char.IsLetter(character))
                return true;
        }

        return false;
    }
}
