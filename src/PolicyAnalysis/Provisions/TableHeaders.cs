namespace PolicyAnalysis.Provisions;

/// <summary>The column headers of a table: which of them stands over a cell, also where a header spans several columns.</summary>
internal sealed class TableHeaders
{
    public static readonly TableHeaders None = new([], []);

    private readonly IReadOnlyList<string> _texts;
    private readonly IReadOnlyList<CellColumns> _columns;

    private TableHeaders(IReadOnlyList<string> texts, IReadOnlyList<CellColumns> columns)
    {
        _texts = texts;
        _columns = columns;
    }

    /// <summary>These headers with a further row of them; where the row leaves a column empty, the header above it stays.</summary>
    public TableHeaders With(DocumentBlock header, string text)
    {
        if (header.Cells.Count == 0)
            return new TableHeaders([header.Range.Of(text)], header.Columns);
        IReadOnlyList<CellColumns> columns = header.Columns.Count > 0 ? header.Columns : [.. header.Cells.Select(static (_, index) => new CellColumns(index, 1))];
        string[] texts = [.. header.Cells.Select(cell => cell.Of(text))];
        for (int index = 0; index < texts.Length; index++)
        {
            if (texts[index].Length == 0)
                texts[index] = Over(columns[index]);
        }

        // A header that reaches down over several rows is written in the first of them only.
        List<(CellColumns Columns, string Text)> all = [.. columns.Zip(texts)];
        for (int index = 0; index < _texts.Count; index++)
        {
            CellColumns above = ColumnsOf(index);
            if (!all.Exists(cell => cell.Columns.First < above.First + above.Count && above.First < cell.Columns.First + cell.Columns.Count))
                all.Add((above, _texts[index]));
        }

        all.Sort(static (left, right) => left.Columns.First.CompareTo(right.Columns.First));
        bool isPlain = header.Columns.Count == 0 && all.Count == texts.Length;
        return new TableHeaders([.. all.Select(static cell => cell.Text)], isPlain ? [] : [.. all.Select(static cell => cell.Columns)]);
    }

    /// <summary>A header for each cell of the row, empty where a column has none.</summary>
    public IReadOnlyList<string> For(DocumentBlock row)
    {
        if (_texts.Count == 0 || (_columns.Count == 0 && row.Columns.Count == 0))
            return _texts;
        return row.Columns.Count > 0 ? [.. row.Columns.Select(Over)] : [.. row.Cells.Select((_, index) => Over(new CellColumns(index, 1)))];
    }

    private CellColumns ColumnsOf(int index) => _columns.Count > 0 ? _columns[index] : new CellColumns(index, 1);

    private string Over(CellColumns cell)
    {
        for (int index = 0; index < _texts.Count; index++)
        {
            CellColumns columns = ColumnsOf(index);
            if (cell.First >= columns.First && cell.First < columns.First + columns.Count)
                return _texts[index];
        }

        return string.Empty;
    }
}
