namespace PolicyAnalysis.Classification.Features;

/// <summary>Cuts the commonest English endings, so that "shares", "shared" and "sharing" are one word.</summary>
internal static class Stemmer
{
    /// <summary>How much of a lower-case word to keep; changes a final "ies" to "i" and "y" to "i" in place.</summary>
    /// <param name="word">The word; its last kept letter may be changed.</param>
    public static int StemLength(Span<char> word)
    {
        int length = word.Length;
        if (length > 3 && word[length - 1] == 's' && word[length - 2] is not ('s' or 'u' or 'i'))
            length--;
        if (length > 6 && Ends(word[..length], "ing"))
            length -= 3;
        else if (length > 5 && Ends(word[..length], "ed"))
            length -= 2;
        if (length > 3 && word[length - 1] == 'e')
            length--;
        if (length > 3 && word[length - 1] == word[length - 2] && word[length - 1] is not ('l' or 's' or 'e'))
            length--;
        if (length > 2 && word[length - 1] == 'y')
            word[length - 1] = 'i';
        return length;
    }

    private static bool Ends(ReadOnlySpan<char> word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);
}
