namespace PolicyAnalysis.Documents;

/// <summary>Numbers that a writer prints before a clause: <c>2.1</c>, <c>(a)</c>, <c>Article 5</c>, <c>§ 3</c>, <c>IV.</c></summary>
internal static class PrintedNumber
{
    private static readonly string[] Words = ["article", "section", "clause", "part", "chapter", "annex", "schedule", "artikel", "abschnitt"];

    /// <summary>The length of the number at the start of a line, without the white space after it; 0 where there is none.</summary>
    public static int Length(ReadOnlySpan<char> line)
    {
        int position = 0;
        if (line.StartsWith("§"))
            position = SkipSpaces(line, 1);
        else
            position = SkipWord(line);
        bool named = position > 0;

        int digits = DottedDigits(line[position..]);
        if (digits > 0)
        {
            int end = position + digits;
            bool dotted = line[position..end].Contains('.') || (end < line.Length && line[end] is '.' or ')' or ':');
            if (end < line.Length && line[end] is '.' or ')' or ':')
                end++;
            return (named || dotted) && EndsThere(line, end) && digits < 12 ? end : 0;
        }

        int mark = ListMark.Length(line[position..]);
        if (mark > 0 && line[position] is '(' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
            return position + mark;
        int roman = line[position..].IndexOfAnyExcept("IVXLC");
        if (roman is > 0 and < 6 && position + roman < line.Length && line[position + roman] is '.' or ')')
            return EndsThere(line, position + roman + 1) ? position + roman + 1 : 0;
        return named && roman is > 0 and < 6 && EndsThere(line, position + roman) ? position + roman : 0;
    }

    private static int SkipWord(ReadOnlySpan<char> line)
    {
        foreach (string word in Words)
        {
            if (line.StartsWith(word, StringComparison.OrdinalIgnoreCase) && line.Length > word.Length && line[word.Length] == ' ')
                return word.Length + 1;
        }

        return 0;
    }

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
                position++;
            else
                break;
        }

        return length;
    }

    private static bool EndsThere(ReadOnlySpan<char> line, int end) => end < line.Length && (char.IsWhiteSpace(line[end]) || line[end - 1] is '.' or ')' or ':' && char.IsLetter(line[end]));
}
