using System.Globalization;

namespace PolicyAnalysis.Documents.TextFragments;

/// <summary>Whether a place of a text parts two words.</summary>
internal enum WordBoundary
{
    /// <summary>It stands inside a word.</summary>
    Inside,

    /// <summary>Browsers may differ: scripts without spaces are parted by dictionaries.</summary>
    Unsure,

    /// <summary>It parts words.</summary>
    Parts,
}

/// <summary>Tells the boundaries of words.</summary>
/// <remarks>Source: Unicode Standard Annex 29, the rules for letters, digits and what stands between them.</remarks>
internal static class WordBoundaries
{
    public static WordBoundary At(ReadOnlySpan<char> text, int index)
    {
        if (index <= 0 || index >= text.Length)
            return WordBoundary.Parts;
        (char before, char after) = (text[index - 1], text[index]);
        if (IsMark(after) || char.IsLowSurrogate(after))
            return WordBoundary.Inside;
        if (IsWord(before) && IsWord(after))
            return HasNoSpaces(before) || HasNoSpaces(after) ? WordBoundary.Unsure : WordBoundary.Inside;
        if (IsWord(before) && IsMiddle(after) && index + 1 < text.Length && JoinsOver(before, after, text[index + 1]))
            return WordBoundary.Inside;
        return IsWord(after) && IsMiddle(before) && index > 1 && JoinsOver(text[index - 2], before, after) ? WordBoundary.Inside : WordBoundary.Parts;
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character == '_' || char.IsSurrogate(character) || IsMark(character);

    private static bool IsMark(char character) => character > '\u02FF' && CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsMiddle(char character) => character is '.' or '\'' or '\u2019' or '\u2018' or ':' or '\u00B7' or ',' or ';' or '\u2024';

    /// <summary>Whether a sign between two letters or two digits parts no word: <c>don't</c>, <c>3.5</c>.</summary>
    private static bool JoinsOver(char before, char middle, char after)
    {
        bool digits = char.IsDigit(before) && char.IsDigit(after) && middle is '.' or '\'' or '\u2019' or '\u2018' or '\u2024' or ',' or ';';
        bool letters = char.IsLetter(before) && char.IsLetter(after) && middle is not (',' or ';');
        return digits || letters;
    }

    /// <summary>Thai to Burmese, Khmer, kana, Han.</summary>
    private static bool HasNoSpaces(char character) => character is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') || char.IsSurrogate(character);
}
