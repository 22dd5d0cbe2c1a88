using System.Globalization;
using System.Numerics;

namespace PolicyAnalysis.Comparison.Text;

/// <summary>Finds the words of a text. White space lies between tokens and is never one; a line end is never crossed.</summary>
/// <remarks>
/// A token is a run of letters and digits, or one other character. Plain ASCII words are found sixty-four characters at
/// a time; only numbers, apostrophes and what lies beyond ASCII are looked at one by one. <see cref="TokenJoiner"/>
/// makes one token of a date, an amount, and a modal verb with its negation.
/// </remarks>
internal static class WordScanner
{
    /// <summary>Replaces <paramref name="tokens"/> by the words of <c>[start, end)</c>. Linear.</summary>
    public static void Split(ReadOnlySpan<char> text, int start, int end, TokenList tokens)
    {
        tokens.Clear();
        text = text[..end];
        var joiner = new TokenJoiner(tokens);
        while (start < end)
        {
            CharacterMasks masks = CharacterMasks.Read(text, start);
            int next = Block(text, start, masks, ref joiner);
            start = next;
        }
    }

    private static int Block(ReadOnlySpan<char> text, int origin, CharacterMasks masks, ref TokenJoiner joiner)
    {
        int at = 0;
        while (true)
        {
            ulong filled = ~masks.Spaces >> at << at;
            if (filled == 0) return origin + CharacterMasks.Width;
            at = BitOperations.TrailingZeroCount(filled);
            int length = BitOperations.TrailingZeroCount(~(masks.Words >> at));
            if (at + length >= CharacterMasks.Width)
            {
                // The word may go on: begin the next block with it.
                if (at > 0) return origin + at;
                length = 0;
                masks = masks with { Special = masks.Special | 1 };
            }

            ulong seen = masks.Special >> at;
            if ((seen & ((2UL << length) - 1)) == 0)
            {
                if (length == 0) joiner.Add(text, origin + at, origin + at + 1, TokenKind.Other);
                else joiner.Add(text, origin + at, origin + at + length, TokenKind.Word);
                at += Math.Max(length, 1);
            }
            else
            {
                int end = SpecialEnd(text, origin + at, out TokenKind kind);
                if (kind != TokenKind.None) joiner.Add(text, origin + at, end, kind);
                at = end - origin;
            }

            if (at >= CharacterMasks.Width) return origin + at;
        }
    }

    private static int SpecialEnd(ReadOnlySpan<char> text, int start, out TokenKind kind)
    {
        char first = text[start];
        if (char.IsDigit(first)) return NumberEnd(text, start, out kind);
        if (IsWordPart(first))
        {
            kind = TokenKind.Word;
            return WordEnd(text, start);
        }

        kind = Typography.IsSpace(first) ? TokenKind.None : TokenKind.Other;
        if (char.IsHighSurrogate(first) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1])) return start + 2;
        if (first != '$' && char.GetUnicodeCategory(first) != UnicodeCategory.CurrencySymbol) return start + 1;
        int digits = start + 1;
        if (digits < text.Length && TokenJoiner.IsBlank(text[digits])) digits++;
        if (digits == text.Length || !char.IsDigit(text[digits])) return start + 1;
        int end = NumberEnd(text, digits, out _);
        kind = TokenKind.Amount;
        return end;
    }

    private static int NumberEnd(ReadOnlySpan<char> text, int start, out TokenKind kind)
    {
        int end = start;
        bool isPlain = true;
        while (end < text.Length)
        {
            char c = text[end];
            if (char.IsDigit(c))
            {
                end++;
            }
            else if (IsWordPart(c))
            {
                isPlain &= end - start is 1 or 2;
                end++;
            }
            else if (c is '.' or ',' or '/' or ':' or '-' && end > start && end + 1 < text.Length && char.IsDigit(text[end - 1]) && char.IsDigit(text[end + 1]))
            {
                isPlain = false;
                end++;
            }
            else
            {
                break;
            }
        }

        int percent = end < text.Length && TokenJoiner.IsBlank(text[end]) ? end + 1 : end;
        if (percent < text.Length && text[percent] == '%')
        {
            kind = TokenKind.Other;
            return percent + 1;
        }

        int digits = 0;
        while (digits < end - start && char.IsAsciiDigit(text[start + digits])) digits++;
        kind = isPlain && (digits is 1 or 2 && end - start is 1 or 2 or 3 or 4) ? TokenKind.Day
            : isPlain && digits == 4 && end - start == 4 ? TokenKind.Year
            : TokenKind.Amount;
        return end;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length)
        {
            if (IsWordPart(text[end])) end++;
            else if (text[end] is '\'' or '\u2019' && end + 1 < text.Length && IsWordPart(text[end + 1])) end++;
            else break;
        }

        return end;
    }

    private static bool IsWordPart(char c)
    {
        if (c < 128) return char.IsAsciiLetterOrDigit(c) || c == '_';
        return c == Typography.SoftHyphen || char.IsLetterOrDigit(c)
            || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }
}
