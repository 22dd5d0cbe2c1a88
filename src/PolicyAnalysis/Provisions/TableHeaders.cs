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

    public static TableHeaders Of(DocumentBlock header, string text) =>
        new(header.Cells.Count == 0 ? [header.Range.Of(text)] : [.. header.Cells.Select(cell => cell.Of(text))], header.Columns);

    /// <summary>A header for each cell of the row, empty where a column has none.</summary>
    public IReadOnlyList<string> For(DocumentBlock row)
    {
        if (_columns.Count == 0 || row.Columns.Count == 0)
            return _texts;
        return [.. row.Columns.Select(Over)];
    }

    private string Over(CellColumns cell)
    {
        for (int index = 0; index < _columns.Count; index++)
        {
            if (cell.First >= _columns[index].First && cell.First < _columns[index].First + _columns[index].Count)
                return _texts[index];
        }

        return string.Empty;
    }
}
