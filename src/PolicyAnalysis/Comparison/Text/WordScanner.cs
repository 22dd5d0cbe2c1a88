using System.Globalization;

namespace PolicyAnalysis.Comparison.Text;

/// <summary>Finds the words of a text. White space lies between tokens and is never one; a line end is never crossed.</summary>
/// <remarks>
/// Kept whole: a number with its separators, a currency sign or per cent sign with its number, a date written out,
/// and a modal verb with its "not".
/// </remarks>
internal static class WordScanner
{
    private static readonly string[] Modals =
        ["shall", "must", "may", "will", "can", "do", "does", "did", "should", "would", "could", "is", "are", "was", "were"];

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
         "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"];

    /// <summary>The end of the token that starts at <paramref name="start"/>, which is not white space.</summary>
    public static int TokenEnd(ReadOnlySpan<char> text, int start)
    {
        char first = text[start];
        if (first < 128 ? char.IsAsciiDigit(first) : char.IsDigit(first)) return NumberEnd(text, start);
        if (!IsWordPart(first))
        {
            if (char.IsHighSurrogate(first) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1])) return start + 2;
            bool isCurrency = first is '$' or '£' or '€' or '¥' || char.GetUnicodeCategory(first) == UnicodeCategory.CurrencySymbol;
            if (!isCurrency) return start + 1;
            int digits = SkipBlanks(text, start + 1);
            return digits < text.Length && digits - start <= 2 && char.IsDigit(text[digits]) ? PlainNumberEnd(text, digits) : start + 1;
        }

        int end = WordEnd(text, start);
        if (end - start > 9 || end >= text.Length || text[end] is not (' ' or '\t' or '\u00A0' or '.')) return end;
        ReadOnlySpan<char> word = text[start..end];
        int next = SkipBlanks(text, end);
        if (next > end && next + 3 <= text.Length && (text[next] | 0x20) == 'n' && text[next..(next + 3)].Equals("not", StringComparison.OrdinalIgnoreCase)
            && WordEnd(text, next) == next + 3 && IsOneOf(word, Modals))
        {
            return next + 3;
        }

        if (char.IsAsciiLetterUpper(first) && next > end && next < text.Length && char.IsAsciiDigit(text[next]) && IsOneOf(word, Months))
            return MonthFirstDateEnd(text, next);
        return end;
    }

    public static int SkipWhiteSpace(ReadOnlySpan<char> text, int index)
    {
        while (index < text.Length && char.IsWhiteSpace(text[index])) index++;
        return index;
    }

    private static int NumberEnd(ReadOnlySpan<char> text, int start)
    {
        int end = PlainNumberEnd(text, start);
        int next = SkipBlanks(text, end);
        if (next >= text.Length || next == end && text[next] != '%') return end;
        if (text[next] == '%') return next + 1;
        if (end - start > 2 || !char.IsAsciiLetterUpper(text[next])) return end;
        int monthEnd = WordEnd(text, next);
        if (!IsOneOf(text[next..monthEnd], Months)) return end;
        int year = SkipBlanks(text, monthEnd);
        return year > monthEnd && IsYear(text, year) ? year + 4 : monthEnd;
    }

    private static int MonthFirstDateEnd(ReadOnlySpan<char> text, int number)
    {
        int end = PlainNumberEnd(text, number);
        int comma = end < text.Length && text[end] == ',' ? end + 1 : end;
        int year = SkipBlanks(text, comma);
        return end - number <= 2 && year > end && IsYear(text, year) ? year + 4 : end;
    }

    private static bool IsYear(ReadOnlySpan<char> text, int start)
        => start + 4 <= text.Length && !text[start..(start + 4)].ContainsAnyExceptInRange('0', '9')
           && (start + 4 == text.Length || !IsWordPart(text[start + 4]));

    private static int PlainNumberEnd(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length)
        {
            if (IsWordPart(text[end])) end++;
            else if (text[end] is '.' or ',' or '/' or ':' or '-' && end > start && end + 1 < text.Length && char.IsDigit(text[end - 1]) && char.IsDigit(text[end + 1])) end++;
            else break;
        }

        return Math.Max(end, start + 1);
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length)
        {
            char c = text[end];
            if (IsWordPart(c)) end++;
            else if (c is '\'' or '\u2019' or '-' && end > start && end + 1 < text.Length && IsWordPart(text[end + 1])) end++;
            else break;
        }

        return end;
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int index)
    {
        while (index < text.Length && text[index] is ' ' or '\t' or '\u00A0') index++;
        return index;
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (string candidate in words)
        {
            if (word.Equals(candidate, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static bool IsWordPart(char c)
    {
        if (c < 128) return char.IsAsciiLetterOrDigit(c) || c == '_';
        return c == '\u00AD' || char.IsLetterOrDigit(c)
            || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }
}
