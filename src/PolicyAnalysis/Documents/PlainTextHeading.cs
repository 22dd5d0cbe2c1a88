namespace PolicyAnalysis.Documents;

/// <summary>Tells a heading of plain text: capitals, a number before a title, or a short title that stands alone.</summary>
internal static class PlainTextHeading
{
    private const int LongestNumbered = 90;
    private const int LongestTitle = 60;
    private const int MostSpaces = 8;

    public static bool Is(string text, List<PlainTextPiece> pieces, int index)
    {
        PlainTextPiece piece = pieces[index];
        if (!HeadingShape.LooksLikeHeading(text) || text[^1] is '.' or ':' or ';' or ',' || piece.Lines[0].Text[0] is '•' or '-' or '*' or '–')
            return false;
        if (index + 1 == pieces.Count && index > 0)
            return false;
        int number = PrintedNumber.Length(text);
        ReadOnlySpan<char> title = text.AsSpan(number).TrimStart();
        if (title.IsEmpty || !char.IsLetterOrDigit(title[0]) || char.IsLower(title[0]))
            return false;
        if (HeadingShape.IsCapitals(text) && text.Count(char.IsLetter) > 2 && (number == 0 || !CountsOn(pieces, index)))
            return true;
        if (number > 0)
            return text.Length < LongestNumbered && !IsLettered(text) && !CountsOn(pieces, index);
        return piece.IsAlone && text.Length < LongestTitle && text.AsSpan().Count(' ') < MostSpaces && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains('@', StringComparison.Ordinal)
            && char.IsUpper(title[0]) && !StatedDateReader.StatesDate(text);
    }

    /// <summary>A title's level: its underline says it, or the parts of its number.</summary>
    public static int Level(string text, char? underline, bool isFirst)
    {
        if (isFirst || underline is '=')
            return 1;
        if (underline is not null)
            return underline == '-' ? 2 : 3;
        int length = PrintedNumber.Length(text);
        return length == 0 ? 2 : Math.Min(6, 2 + text.AsSpan(0, length).TrimEnd('.').Count('.'));
    }

    /// <summary>"(a)" and "b." begin items, not chapters.</summary>
    private static bool IsLettered(string text) => text[0] == '(' || char.IsAsciiLetterLower(text[0]);

    /// <summary>Numbers that count up from one line to the next, without text between, are the items of a list.</summary>
    private static bool CountsOn(List<PlainTextPiece> pieces, int index) =>
        (index + 1 < pieces.Count && Follows(pieces[index], pieces[index + 1])) || (index > 0 && Follows(pieces[index - 1], pieces[index]));

    private static bool Follows(PlainTextPiece one, PlainTextPiece next)
    {
        if (one.Mark == 0 || next.Mark == 0)
            return false;
        EnumerationMark? before = EnumerationMark.Parse(one.Lines[0].Text.AsSpan(0, one.Mark));
        EnumerationMark? after = EnumerationMark.Parse(next.Lines[0].Text.AsSpan(0, next.Mark));
        return before is not null && after is not null && after.Follows(before);
    }
}
