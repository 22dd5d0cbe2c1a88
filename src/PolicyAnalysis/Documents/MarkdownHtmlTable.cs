namespace PolicyAnalysis.Documents;

/// <summary>A table of HTML inside Markdown while its cells are gathered.</summary>
internal sealed class MarkdownHtmlTable
{
    private const int Widest = 200;

    private readonly List<List<Cell>> _rows = [];
    private MarkdownLine? _before;

    public void AddRow() => _rows.Add([]);

    public void AddCell(bool isHeader, int span)
    {
        if (_rows.Count == 0)
            AddRow();
        _rows[^1].Add(new Cell(new MarkdownLine(), isHeader, Math.Clamp(span, 1, Widest)));
    }

    /// <summary>Adds text to the open cell; text beside the cells, such as a caption, goes before the table.</summary>
    public void Append(MarkdownLine line)
    {
        if (line.Text.Length == 0 && line.Anchors.Count == 0)
            return;
        if (_rows.Count > 0 && _rows[^1].Count > 0)
            _rows[^1][^1].Line.Add(line);
        else if (_before is null)
            _before = line;
        else
            _before.Add(line);
    }

    public void Write(MarkdownBlockWriter writer)
    {
        if (_before is { } caption)
            writer.WriteLine(caption, new MarkdownContext());
        int index = writer.NextTable();
        bool isFirst = true;
        foreach (List<Cell> row in _rows)
        {
            if (row.TrueForAll(static cell => cell.Line.Text.Length == 0))
                continue;
            var text = new PlacedText();
            var cells = new List<TextRange>();
            var columns = new List<CellColumns>();
            var links = new List<DraftLink>();
            int place = row.Find(static cell => cell.Line.Text.Length > 0)!.Line.Text.Offsets()[0];
            foreach (Cell cell in row)
            {
                if (cells.Count > 0)
                    text.AppendCellEnd(place);
                int start = text.Length;
                string written = cell.Line.Text.ToString();
                int[] offsets = cell.Line.Text.Offsets();
                for (int at = 0; at < written.Length; at++)
                    text.Append(written[at], place = offsets[at]);
                links.AddRange(cell.Line.Links.Select(link => link with { Start = link.Start + start, End = link.End + start }));
                cells.Add(new TextRange(start, text.Length));
                columns.Add(new CellColumns(columns.Count == 0 ? 0 : columns[^1].First + columns[^1].Count, cell.Span));
                writer.AddAnchors(cell.Line.Anchors);
            }

            bool isHeader = row.TrueForAll(static cell => cell.IsHeader) || (isFirst && row.TrueForAll(static cell => cell.Line.IsAllEmphasised || cell.Line.Text.Length == 0));
            isFirst = false;
            DraftBlock added = writer.Add(text, isHeader ? DocumentBlockKind.TableHeader : DocumentBlockKind.TableRow, links)!;
            added.Cells = cells;
            added.Columns = columns.Exists(static cell => cell.Count > 1) ? columns : [];
            added.TableIndex = index;
        }
    }

    private sealed record Cell(MarkdownLine Line, bool IsHeader, int Span);
}
