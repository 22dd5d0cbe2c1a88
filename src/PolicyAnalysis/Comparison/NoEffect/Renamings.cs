namespace PolicyAnalysis.Comparison.NoEffect;

/// <summary>Reads one name as another.</summary>
internal static class Renamings
{
    /// <summary>Whether two texts have the same words once the name before is read as the name after.</summary>
    public static bool AreEqual(string before, string after, string nameBefore, string nameAfter)
    {
        string was = " " + NormalText.LowerWords(before) + " ";
        string now = " " + NormalText.LowerWords(after) + " ";
        string from = " " + NormalText.LowerWords(nameBefore) + " ";
        string to = " " + NormalText.LowerWords(nameAfter) + " ";
        return string.Equals(Masked(was, from, to), Masked(now, from, to), StringComparison.Ordinal);
    }

    // Both names become one sign, the longer first, so that the comparison reads the same from either side.
    private static string Masked(string text, string one, string other)
    {
        (string first, string second) = one.Length >= other.Length ? (one, other) : (other, one);
        return text.Replace(first, " \uFFFC ", StringComparison.Ordinal).Replace(second, " \uFFFC ", StringComparison.Ordinal);
    }
}
