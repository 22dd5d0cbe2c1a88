using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>Lines that are one block: a paragraph, an item, a heading, a note; or a table by itself.</summary>
internal static class LineGroups
{
    /// <summary>The groups in reading order; the notes of a page stand behind the paragraph that goes on over them.</summary>
    public static List<List<TextLine>> Of(List<TextLine> lines, Typography typography)
    {
        var groups = new List<List<TextLine>>();
        var notes = new List<List<TextLine>>();
        bool isOpen = false;
        foreach (TextLine line in lines)
        {
            if (line.IsNote)
            {
                if (notes.Count > 0 && !FootnoteLines.Begins(line.Text))
                    notes[^1].Add(line);
                else
                    notes.Add([line]);
                continue;
            }

            if (isOpen && line.Table is null && Continues(groups[^1], line, typography))
            {
                groups[^1].Add(line);
                continue;
            }

            groups.AddRange(notes);
            notes.Clear();
            groups.Add([line]);
            isOpen = line.Table is null;
        }

        groups.AddRange(notes);
        return groups;
    }

    /// <summary>Whether a line goes on with the block of the lines before it.</summary>
    private static bool Continues(List<TextLine> block, TextLine line, Typography typography)
    {
        TextLine last = block[^1];
        bool heading = typography.IsSetAsHeading(last);
        if (heading != typography.IsSetAsHeading(line) || ListMark.Starts(line.Text) || (heading && (Math.Abs(last.Size - line.Size) > 0.6 || PrintedNumber.Length(line.Text) > 0)))
            return false;
        bool ended = last.Text[^1] is '.' or ':' or '?' or '!' or ';' or '”' or '"' or '。' or '؟' or '۔';
        bool goesOn = char.IsLower(line.Text[0]) || HyphenatedWords.EndsInHyphen(last.Text);
        if (line.Column != last.Column)
            return !heading && (goesOn || (!ended && !IsShort(last) && !char.IsUpper(line.Text[0])) || (!ended && !IsShort(last) && last.Text[^1] is ',' or '-'));
        double step = last.Baseline - line.Baseline;
        if (heading)
            return step > 0 && step <= 1.6 * line.Size;
        if (step <= 0 || step > typography.LineStep * 1.3)
            return false;
        if (ended && IsShort(last) && !goesOn)
            return false;
        // An indented first line is the other way to part paragraphs; items hang, so theirs do not count.
        bool indented = line.Left - last.Left > 0.9 * line.Size && line.Left - line.ColumnLeft > 0.9 * line.Size;
        return !(indented && ended && ListMark.Length(block[0].Text) == 0);
    }

    private static bool IsShort(TextLine line) => line.Right < line.ColumnRight - (0.15 * (line.ColumnRight - line.ColumnLeft));
}
