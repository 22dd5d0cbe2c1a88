using System.Buffers;

namespace PolicyAnalysis.Documents;

/// <summary>A line of plain text: what it says, where it begins in the source, and how it is set.</summary>
/// <param name="Source">The whole source.</param>
/// <param name="Start">The offset of its first visible character, or of its end where it is blank.</param>
/// <param name="End">The offset behind its last visible character.</param>
/// <param name="Indent">How many columns stand before it, behind the marks of a quoted message.</param>
/// <param name="Quotes">How many marks of a quoted message stand before it.</param>
/// <param name="Page">The page it stands on, from 1; form feeds part pages.</param>
internal sealed record PlainTextLine(string Source, int Start, int End, int Indent, int Quotes, int Page)
{
    private const int TabWidth = 4;

    private static readonly SearchValues<char> RuleMarks = SearchValues.Create("=-_*~#+|. ");
    private static readonly SearchValues<char> LineMarks = SearchValues.Create("=-_*~#");

    public ReadOnlySpan<char> Raw => Source.AsSpan(Start, End - Start);

    /// <summary>The line with white space folded.</summary>
    public string Text { get; } = WhiteSpace.Fold(Source[Start..End]);

    public bool IsBlank => Text.Length == 0;

    /// <summary>A line of signs that parts or underlines.</summary>
    public bool IsRule => Text.Length >= 3 && Text.AsSpan().IndexOfAnyExcept(RuleMarks) < 0 && Text.AsSpan().ContainsAny(LineMarks);

    /// <summary>The sign of a line that underlines the one before it; nothing for another line.</summary>
    public char? Underline => Text.Length >= 3 && Text[0] is '=' or '-' or '~' or '^' or '"' or '*' or '#' && Text.AsSpan().IndexOfAnyExcept(Text[0]) < 0 ? Text[0] : null;

    /// <summary>Reads the lines of a source.</summary>
    public static List<PlainTextLine> ReadAll(string source)
    {
        var lines = new List<PlainTextLine>();
        int position = 0;
        int page = 1;
        while (position <= source.Length)
        {
            int end = source.AsSpan(position).IndexOfAny('\n', '\r', '\f');
            end = end < 0 ? source.Length : position + end;
            lines.Add(Read(source, position, end, page));
            if (end == source.Length)
                break;
            page += source[end] == '\f' ? 1 : 0;
            position = end + (source[end] == '\r' && end + 1 < source.Length && source[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    private static PlainTextLine Read(string source, int start, int end, int page)
    {
        int indent = 0;
        int quotes = 0;
        int position = start;
        for (; position < end; position++)
        {
            char character = source[position];
            if (character == '>' && indent < 2)
                (quotes, indent) = (quotes + 1, 0);
            else if (character == '\t')
                indent += TabWidth - (indent % TabWidth);
            else if (char.IsWhiteSpace(character) || WhiteSpace.IsInvisible(character))
                indent += WhiteSpace.IsInvisible(character) ? 0 : 1;
            else
                break;
        }

        // A space that follows the mark belongs to it.
        indent = Math.Max(0, indent - (quotes > 0 ? 1 : 0));
        while (end > position && (char.IsWhiteSpace(source[end - 1]) || WhiteSpace.IsInvisible(source[end - 1])))
            end--;
        return new PlainTextLine(source, position, end, indent, quotes, page);
    }
}
