using System.Globalization;
using System.Text;

namespace PolicyAnalysis.Comparison.Text;

/// <summary>What differs in type but not in wording: spaces, quotation marks, dashes, soft hyphens, Unicode normalisation forms.</summary>
/// <remarks>Thread-safe.</remarks>
public static class Typography
{
    internal const char SoftHyphen = '\u00AD';

    /// <summary>
    /// Whether two pieces of text are the same words and marks once white space, the form of quotation marks and dashes,
    /// invisible characters and the Unicode normalisation form are set aside. Linear.
    /// </summary>
    /// <param name="first">A piece of text, for example what an edit removed.</param>
    /// <param name="second">Another, for example what it inserted.</param>
    public static bool IsSameWording(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        if (first.SequenceEqual(second)) return true;
        char[] left = new char[Room(first.Length)], right = new char[Room(second.Length)];
        return WithoutSpace(left, Fold(first, left)).SequenceEqual(WithoutSpace(right, Fold(second, right)));
    }

    /// <summary>Characters that separate words without being seen as more than space.</summary>
    internal static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u2060' or '\uFEFF';

    /// <summary>The length of a buffer that surely holds the folded form.</summary>
    internal static int Room(int length) => (length * 3) + 16;

    /// <summary>Writes the form in which variants are equal, and gives its length.</summary>
    internal static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        int length = 0;
        bool mayCompose = false, isValid = true;
        foreach (char c in text)
        {
            if (c == SoftHyphen) continue;
            mayCompose |= c >= '\u0300' && MayCompose(c);
            isValid &= !char.IsSurrogate(c) && c < '\uFFF0';
            folded[length++] = c < 128 ? c : Plain(c);
        }

        if (!mayCompose || !isValid) return length;
        Span<char> composed = folded[length..];
        ReadOnlySpan<char> source = folded[..length];
        if (source.IsNormalized(NormalizationForm.FormC) || !source.TryNormalize(composed, out int written, NormalizationForm.FormC)) return length;
        composed[..written].CopyTo(folded);
        return written;
    }

    // Marks, Hangul letters and the compatibility forms: all that normalisation form C changes.
    private static bool MayCompose(char c)
        => c is >= '\u1100' and <= '\u11FF' or >= '\u1F00' and <= '\u1FFF' or >= '\u2126' and <= '\u212B' or >= '\uF900' and <= '\uFB4F'
            || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static char Plain(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u02BC' or '\u2032' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB' or '\u2033' => '"',
        >= '\u2010' and <= '\u2015' or '\u2212' => '-',
        '\u00A0' or '\u202F' or '\u2007' => ' ',
        _ => c,
    };

    private static ReadOnlySpan<char> WithoutSpace(Span<char> text, int length)
    {
        int kept = 0;
        for (int i = 0; i < length; i++)
        {
            if (!IsSpace(text[i])) text[kept++] = text[i];
        }

        return text[..kept];
    }
}
