namespace PolicyAnalysis.Documents;

/// <summary>A row of a Markdown table while its cells are gathered.</summary>
internal sealed class MarkdownRow
{
    private readonly PlacedText _text = new();
    private readonly List<TextRange> _cells = [];
    private readonly List<CellColumns> _columns = [];
    private readonly List<DraftLink> _links = [];

    public bool IsEmpty => _text.ToString().AsSpan().Trim("\t ").IsEmpty;

    public bool IsAllEmphasised { get; private set; } = true;

    /// <param name="line">What the cell holds.</param>
    /// <param name="span">How many columns it takes.</param>
    /// <param name="place">Where in the source it is parted from the cell before.</param>
    public void AddCell(MarkdownLine line, int span, int place)
    {
        if (_cells.Count > 0)
            _text.AppendCellEnd(place);
        int start = _text.Length;
        _text.Append(line.Text);
        _links.AddRange(line.Links.Select(link => link with { Start = link.Start + start, End = link.End + start }));
        _cells.Add(new TextRange(start, _text.Length));
        _columns.Add(new CellColumns(_columns.Count == 0 ? 0 : _columns[^1].First + _columns[^1].Count, span));
        IsAllEmphasised &= line.IsAllEmphasised || line.Text.Length == 0;
    }

    public void Write(MarkdownBlockWriter writer, bool isHeader, int tableIndex)
    {
        DraftBlock added = writer.Add(_text, isHeader ? DocumentBlockKind.TableHeader : DocumentBlockKind.TableRow, _links)!;
        added.Cells = _cells;
        added.Columns = _columns.Exists(static cell => cell.Count > 1) ? _columns : [];
        added.TableIndex = tableIndex;
    }
}
