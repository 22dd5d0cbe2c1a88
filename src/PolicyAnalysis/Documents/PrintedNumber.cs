using System.Buffers;

namespace PolicyAnalysis.Documents;

/// <summary>Numbers that a writer prints before a clause: <c>2.1</c>, <c>(a)</c>, <c>Article 5</c>, <c>§ 3</c>, <c>IV.</c></summary>
internal static class PrintedNumber
{
    private static readonly SearchValues<char> MarkLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>The length of the number at the start of a line, without the white space after it; 0 where there is none.</summary>
    public static int Length(ReadOnlySpan<char> line)
    {
        int position = 0;
        if (line.StartsWith("§"))
            position = SkipSpaces(line, line.StartsWith("§§") ? 2 : 1);
        else
            position = ClauseWords.Length(line);
        bool named = position > 0;

        int digits = DottedDigits(line[position..]);
        if (digits > 0)
        {
            int end = position + digits;
            int marks = MarksInBrackets(line[end..]);
            bool dotted = marks > 0 || line[position..end].Contains('.') || (end < line.Length && line[end] is '.' or ')' or ':');
            end += marks;
            if (end < line.Length && line[end] is '.' or ')' or ':')
                end++;
            return (named || dotted) && EndsThere(line, end) && digits < 12 && !(named && GoesOn(line, end)) ? end : 0;
        }

        int mark = ListMark.Length(line[position..]);
        if (mark > 0 && line[position] is '(' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
            return named && GoesOn(line, position + mark) ? 0 : position + mark;
        int roman = line[position..].IndexOfAnyExcept("IVXLC");
        if (roman is > 0 and < 6 && position + roman < line.Length && line[position + roman] is '.' or ')')
            return EndsThere(line, position + roman + 1) ? position + roman + 1 : 0;
        return named && roman is > 0 and < 6 && EndsThere(line, position + roman) && !GoesOn(line, position + roman) ? position + roman : 0;
    }

    /// <summary>Marks that are written right behind a number: <c>(b)(ii)</c>.</summary>
    private static int MarksInBrackets(ReadOnlySpan<char> text)
    {
        int length = 0;
        for (int count = 0; count < 4; count++)
        {
            int close = length < text.Length && text[length] == '(' ? text[length..].IndexOf(')') : -1;
            if (close is < 2 or > 6 || text.Slice(length + 1, close - 1).ContainsAnyExcept(MarkLetters))
                break;
            length += close + 1;
        }

        return length;
    }

    /// <summary>"Section 4 of these terms" is a sentence and no title.</summary>
    private static bool GoesOn(ReadOnlySpan<char> line, int end) => line[end - 1] is not ('.' or ':') && line[end..].TrimStart() is { Length: > 0 } rest && (char.IsLower(rest[0]) || rest[0] is ',' or ';');

    private static int SkipSpaces(ReadOnlySpan<char> line, int position)
    {
        while (position < line.Length && line[position] is ' ' or '\u00A0')
            position++;
        return position;
    }

    private static int DottedDigits(ReadOnlySpan<char> text)
    {
        int position = 0;
        int length = 0;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            int start = position;
            while (position < text.Length && char.IsAsciiDigit(text[position]))
                position++;
            if (position - start > 3)
                return 0;
            length = position;
            if (position + 1 < text.Length && text[position] == '.' && char.IsAsciiDigit(text[position + 1]))
            {
                position++;
                continue;
            }

            // "6.b." and "6.b)": the last part may be a letter.
            if (position + 2 < text.Length && text[position] == '.' && char.IsAsciiLetter(text[position + 1]) && text[position + 2] is '.' or ')')
                length = position + 2;
            break;
        }

        return length;
    }

    private static bool EndsThere(ReadOnlySpan<char> line, int end) => end < line.Length && (char.IsWhiteSpace(line[end]) || line[end - 1] is '.' or ')' or ':' && char.IsLetter(line[end]));
}
