namespace PolicyAnalysis.Documents;

/// <summary>Lines of plain text that belong together.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Mark">The length of the list mark before the first one; 0 for none.</param>
/// <param name="IsAlone">Whether blank lines or the ends of the text stand around it.</param>
/// <param name="Underline">The sign that underlines it; nothing where none does.</param>
/// <param name="Rows">The rows of a table that the lines are; empty for text.</param>
internal sealed record PlainTextPiece(List<PlainTextLine> Lines, int Mark, bool IsAlone, char? Underline, List<PlainTextRow> Rows);

/// <summary>Joins the lines that width broke, and parts paragraphs, items and tables.</summary>
internal static class PlainTextPieces
{
    public static List<PlainTextPiece> Of(List<PlainTextLine> lines)
    {
        List<List<PlainTextLine>> paragraphs = Paragraphs(lines);
        var width = new PlainTextWidth(paragraphs);
        var pieces = new List<PlainTextPiece>();
        foreach (List<PlainTextLine> paragraph in paragraphs)
            Split(paragraph, width, pieces);
        return pieces;
    }

    /// <summary>What blank lines part, and what is quoted from what is not.</summary>
    private static List<List<PlainTextLine>> Paragraphs(List<PlainTextLine> lines)
    {
        var paragraphs = new List<List<PlainTextLine>>();
        bool isOpen = false;
        foreach (PlainTextLine line in lines)
        {
            if (line.IsBlank)
            {
                isOpen = false;
                continue;
            }

            if (!isOpen || line.Quotes != paragraphs[^1][^1].Quotes)
                paragraphs.Add([]);
            isOpen = true;
            paragraphs[^1].Add(line);
        }

        return paragraphs;
    }

    private static void Split(List<PlainTextLine> paragraph, PlainTextWidth width, List<PlainTextPiece> pieces)
    {
        int first = pieces.Count;
        int longest = paragraph.Max(PlainTextWidth.WidthOf);
        List<PlainTextLine> open = [];
        PlainTextLine marked = paragraph.Find(static line => ListMark.Starts(line.Text)) ?? paragraph[0];
        for (int index = 0; index < paragraph.Count; index++)
        {
            int end = index;
            bool isInside = open.Count > 0 && open[^1].Text[^1] != ':' && width.Continues(open[^1], paragraph[index], longest);
            List<PlainTextRow> rows = isInside || paragraph[index].IsRule ? [] : PlainTextTable.At(paragraph, index, out end);
            if (rows.Count > 0)
            {
                Close(null);
                pieces.Add(new PlainTextPiece(paragraph[index..end], 0, false, null, rows));
                index = end - 1;
                continue;
            }

            PlainTextLine line = paragraph[index];
            if (line.IsRule)
            {
                Close(open.Count == 1 && line.Underline is { } sign && IsUnder(line, open[0]) ? sign : null);
                continue;
            }

            if (open.Count > 0 && !GoesOn(open, line, marked, width, longest))
                Close(null);
            open.Add(line);
        }

        Close(null);
        if (pieces.Count == first + 1)
            pieces[first] = pieces[first] with { IsAlone = true };

        void Close(char? underline)
        {
            if (open.Count > 0)
                pieces.Add(new PlainTextPiece(open, MarkOf(open[0], marked), false, underline, []));
            open = [];
        }
    }

    private static bool IsUnder(PlainTextLine rule, PlainTextLine text) => rule.Text.Length >= text.Text.Length / 2 && rule.Text.Length <= text.Text.Length + 12;

    private static bool GoesOn(List<PlainTextLine> open, PlainTextLine line, PlainTextLine marked, PlainTextWidth width, int longest)
    {
        PlainTextLine last = open[^1];
        if (MarkOf(line, marked) is > 0 and var mark && BeginsItem(open, line, mark, MarkOf(open[0], marked), width.Continues(last, line, longest)))
            return false;
        bool isItem = MarkOf(open[0], marked) > 0;
        if (isItem && line.Indent > open[0].Indent)
            return true;

        // An indented first line is the other way to part paragraphs.
        if (!isItem && line.Indent >= last.Indent + 2 && last.Text[^1] is '.' or ':' or '?' or '!')
            return false;
        return width.Continues(last, line, longest);
    }

    /// <summary>Inside a sentence that width broke, a number or a dash at the beginning of a line is no mark.</summary>
    private static bool BeginsItem(List<PlainTextLine> open, PlainTextLine line, int mark, int before, bool isFull)
    {
        if (!isFull || open[^1].Text[^1] is ':' or ';' or '.' || line.Text[0] is '•' or '·' or '◦' or '▪' or '●' or '○' or '■' or '➤' or '►' or '✓' or '*' or 'o')
            return true;
        if (before == 0)
            return false;
        EnumerationMark? one = EnumerationMark.Parse(open[0].Text.AsSpan(0, before));
        EnumerationMark? next = EnumerationMark.Parse(line.Text.AsSpan(0, mark));
        return one is not null && next is not null && (next.IsBullet ? one.Style == next.Style && line.Indent == open[0].Indent : next.Follows(one));
    }

    /// <summary>The length of a bullet or number; the letter o is a bullet where it is set deeper than the first item of its list.</summary>
    private static int MarkOf(PlainTextLine line, PlainTextLine marked)
    {
        if (line.Indent >= marked.Indent + 2 && line.Text.StartsWith("o ", StringComparison.Ordinal) && ListMark.Starts(marked.Text))
            return 1;
        return ListMark.Length(line.Text);
    }
}
