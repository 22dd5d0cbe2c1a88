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
            var written = new MarkdownRow();
            int place = row.Find(static cell => cell.Line.Text.Length > 0)!.Line.Text.Offset(0);
            foreach (Cell cell in row)
            {
                written.AddCell(cell.Line, cell.Span, place);
                if (cell.Line.Text.Length > 0)
                    place = cell.Line.Text.Offset(^1);
                writer.AddAnchors(cell.Line.Anchors);
            }

            written.Write(writer, row.TrueForAll(static cell => cell.IsHeader) || (isFirst && written.IsAllEmphasised), index);
            isFirst = false;
        }
    }

    private sealed record Cell(MarkdownLine Line, bool IsHeader, int Span);
}
