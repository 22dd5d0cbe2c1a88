using System.Buffers;
using System.Text;

namespace PolicyAnalysis.Documents;

/// <summary>Reads plain text: blank lines part paragraphs, hard-wrapped lines are joined, headings and marked items recognised.</summary>
internal static class PlainTextReader
{
    /// <summary>A line at least this long before a break was wrapped by width, not ended by the writer.</summary>
    private const int WrapWidth = 55;

    private static readonly SearchValues<char> RuleMarks = SearchValues.Create("=-_*~#");

    public static DocumentDraft Read(string text)
    {
        var draft = new DocumentDraft { Syntax = SourceSyntax.Plain };
        List<(string Text, int Start)> paragraph = [];
        int lists = 0;
        bool inList = false;
        int position = 0;
        while (position <= text.Length)
        {
            int end = text.AsSpan(position).IndexOfAny('\n', '\r', '\f');
            end = end < 0 ? text.Length : position + end;
            string line = text[position..end];
            string folded = WhiteSpace.Fold(line);
            if (folded.Length == 0 || IsRule(folded))
            {
                if (IsUnderline(folded) && paragraph.Count == 1)
                    Add(paragraph, draft, isHeading: true, ref inList, ref lists);
                Flush();
            }
            else
            {
                if (paragraph.Count > 0 && (ListMark.Starts(folded) || !Wraps(paragraph[^1].Text, folded)))
                    Flush();
                paragraph.Add((folded, position));
            }

            if (end == text.Length)
                break;
            position = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }

        Flush();
        return draft;

        void Flush()
        {
            if (paragraph.Count > 0)
                Add(paragraph, draft, isHeading: false, ref inList, ref lists);
        }
    }

    private static void Add(List<(string Text, int Start)> paragraph, DocumentDraft draft, bool isHeading, ref bool inList, ref int lists)
    {
        var text = new StringBuilder();
        foreach ((string line, _) in paragraph)
        {
            if (text.Length > 0)
                text.Append(' ');
            text.Append(line);
        }

        string whole = text.ToString();
        int start = paragraph[0].Start;
        bool single = paragraph.Count == 1;
        paragraph.Clear();
        if (isHeading || (single && IsHeading(whole)))
        {
            inList = false;
            draft.Blocks.Add(new DraftBlock { Kind = DocumentBlockKind.Heading, Text = whole, Level = Level(whole, draft.Blocks.Count == 0), HeadingOrigin = HeadingOrigin.Layout, SourceStart = start });
            return;
        }

        int mark = ListMark.Length(whole);
        if (mark > 0)
        {
            if (!inList)
                lists++;
            inList = true;
            draft.Blocks.Add(new DraftBlock { Kind = DocumentBlockKind.ListItem, Text = whole[mark..].TrimStart(), Marker = whole[..mark], Level = 1, ListIndex = lists - 1, SourceStart = start });
            return;
        }

        inList = false;
        draft.Blocks.Add(new DraftBlock { Kind = DocumentBlockKind.Paragraph, Text = whole, SourceStart = start });
    }

    /// <summary>Whether the next line goes on with the sentence of this one.</summary>
    private static bool Wraps(string line, string next) =>
        line.Length >= WrapWidth || (!IsHeading(line) && line[^1] is not ('.' or ':' or '?' or '!') && char.IsLower(next[0]));

    private static bool IsHeading(string line)
    {
        if (!HeadingShape.LooksLikeHeading(line) || line[^1] is '.' or ':')
            return false;
        bool capitals = line.Any(char.IsLetter) && !line.Any(char.IsLower);
        bool numbered = PrintedNumber.Length(line) > 0 && line.Length < 90 && line.Any(char.IsLetter);
        return capitals || numbered || (line.Length < 60 && char.IsUpper(line[0]) && line.Count(character => character == ' ') < 8);
    }

    private static int Level(string line, bool first)
    {
        if (first)
            return 1;
        int length = PrintedNumber.Length(line);
        return length == 0 ? 2 : Math.Min(6, 2 + line.AsSpan(0, length).TrimEnd('.').Count('.'));
    }

    private static bool IsRule(string line) => line.Length >= 3 && line.AsSpan().IndexOfAnyExcept(RuleMarks) < 0;

    private static bool IsUnderline(string line) => line.Length >= 3 && (line.AsSpan().IndexOfAnyExcept('=') < 0 || line.AsSpan().IndexOfAnyExcept('-') < 0);
}
