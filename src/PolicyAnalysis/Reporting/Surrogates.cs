namespace PolicyAnalysis.Reporting;

/// <summary>Finds halves of characters: a text may hold them, UTF-8 cannot.</summary>
internal static class Surrogates
{
    /// <summary>Whether the unit at <paramref name="index"/> is a surrogate without its other half.</summary>
    public static bool IsLone(ReadOnlySpan<char> text, int index)
    {
        char unit = text[index];
        if (!char.IsSurrogate(unit))
            return false;
        return char.IsHighSurrogate(unit)
            ? index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1])
            : index == 0 || !char.IsHighSurrogate(text[index - 1]);
    }
}
