namespace PolicyAnalysis.Documents;

/// <summary>Finds tables of plain text where they are certain: three lines and more with the same tabs or bars, or with cells that begin in the same columns.</summary>
internal static class PlainTextTable
{
    private const int FewestRows = 3;

    /// <summary>Fewer spaces than this may stand between the words of a cell.</summary>
    private const int FewestSpaces = 2;

    /// <summary>The rows of a table that begins with a line, each as the ranges of its cells in the source; empty where none does.</summary>
    /// <param name="lines">All lines.</param>
    /// <param name="start">The line that may be the first.</param>
    /// <param name="end">The line behind the last one.</param>
    public static List<PlainTextRow> At(List<PlainTextLine> lines, int start, out int end)
    {
        foreach (Func<PlainTextLine, List<TextRange>> split in (ReadOnlySpan<Func<PlainTextLine, List<TextRange>>>)[ByBars, ByTabs, BySpaces])
        {
            bool isBySpaces = split == BySpaces;
            var rows = new List<PlainTextRow>();
            bool isRuledOff = false;
            int at = start;
            for (; at < lines.Count && !lines[at].IsBlank; at++)
            {
                if (lines[at].IsRule)
                {
                    isRuledOff |= rows.Count == 1;
                    continue;
                }

                List<TextRange> cells = split(lines[at]);
                if (cells.Count < 2 || (rows.Count > 0 && !Fits(rows[0], cells, lines[at], isBySpaces)))
                    break;
                rows.Add(new PlainTextRow(cells, false, ColumnsOf(lines[at], cells)));
            }

            if (rows.Count < FewestRows || (isBySpaces && IsListOf(rows, lines[start].Source)))
                continue;
            end = at;
            if (isRuledOff || NamesColumns(rows, lines[start].Source))
                rows[0] = rows[0] with { IsHeader = true };
            return rows;
        }

        end = start;
        return [];
    }

    private static bool Fits(PlainTextRow first, List<TextRange> cells, PlainTextLine line, bool isBySpaces) =>
        cells.Count == first.Cells.Count && (!isBySpaces || ColumnsOf(line, cells).SequenceEqual(first.Columns));

    /// <summary>How far from the line's beginning each cell begins, with the indentation.</summary>
    private static int[] ColumnsOf(PlainTextLine line, List<TextRange> cells) => [.. cells.Select(cell => line.Indent + cell.Start - line.Start)];

    /// <summary>A first column of nothing but marks is a list.</summary>
    private static bool IsListOf(List<PlainTextRow> rows, string source) =>
        rows[0].Cells.Count == 2 && rows.TrueForAll(row => PrintedNumber.Length(row.Cells[0].Of(source) + " x") > 0 || ListMark.Starts(row.Cells[0].Of(source) + " x"));

    /// <summary>Capitals over cells that are not.</summary>
    private static bool NamesColumns(List<PlainTextRow> rows, string source) =>
        rows[0].Cells.TrueForAll(cell => HeadingShape.IsCapitals(cell.Of(source))) && rows.Skip(1).Any(row => row.Cells.Exists(cell => !HeadingShape.IsCapitals(cell.Of(source))));

    private static List<TextRange> ByBars(PlainTextLine line)
    {
        var cells = new List<TextRange>();
        if (!line.Raw.Contains('|'))
            return cells;
        ReadOnlySpan<char> raw = line.Raw;
        int start = raw[0] == '|' ? 1 : 0;
        int end = raw[^1] == '|' && raw.Length > 1 ? raw.Length - 1 : raw.Length;
        while (start <= end)
        {
            int bar = raw[start..end].IndexOf('|');
            int stop = bar < 0 ? end : start + bar;
            cells.Add(Trim(line, start, stop));
            if (bar < 0)
                break;
            start = stop + 1;
        }

        return cells;
    }

    private static List<TextRange> ByTabs(PlainTextLine line)
    {
        var cells = new List<TextRange>();
        ReadOnlySpan<char> raw = line.Raw;
        int start = 0;
        while (start < raw.Length && raw.Contains('\t'))
        {
            int tab = raw[start..].IndexOf('\t');
            cells.Add(Trim(line, start, tab < 0 ? raw.Length : start + tab));
            if (tab < 0)
                break;
            start += tab;
            while (start < raw.Length && raw[start] == '\t')
                start++;
        }

        return cells;
    }

    private static List<TextRange> BySpaces(PlainTextLine line)
    {
        var cells = new List<TextRange>();
        ReadOnlySpan<char> raw = line.Raw;
        int start = 0;
        for (int index = 0; index < raw.Length; index++)
        {
            int spaces = 0;
            while (index + spaces < raw.Length && raw[index + spaces] == ' ')
                spaces++;

            // Two spaces after a full stop are how some part sentences.
            if (spaces < FewestSpaces || raw[index - 1] is '.' or '!' or '?')
            {
                index += Math.Max(0, spaces - 1);
                continue;
            }

            cells.Add(Trim(line, start, index));
            start = index + spaces;
            index = start - 1;
        }

        if (start < raw.Length)
            cells.Add(Trim(line, start, raw.Length));
        return cells;
    }

    private static TextRange Trim(PlainTextLine line, int start, int end)
    {
        ReadOnlySpan<char> raw = line.Raw;
        while (start < end && char.IsWhiteSpace(raw[start]))
            start++;
        while (end > start && char.IsWhiteSpace(raw[end - 1]))
            end--;
        return new TextRange(line.Start + start, line.Start + end);
    }
}

/// <summary>A row of a table of plain text.</summary>
/// <param name="Cells">The ranges of its cells in the source; empty cells have a length of 0.</param>
/// <param name="IsHeader">Whether it names the columns.</param>
/// <param name="Columns">Where each cell begins, counted from the line's beginning.</param>
internal sealed record PlainTextRow(List<TextRange> Cells, bool IsHeader, int[] Columns);
