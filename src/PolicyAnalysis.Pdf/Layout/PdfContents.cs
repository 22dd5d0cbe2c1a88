namespace PolicyAnalysis.Pdf.Layout;

/// <summary>What a file holds: the fragments of its pages, before any order is known.</summary>
internal sealed record PdfContents(IReadOnlyList<PageText> Pages, LinkTargets Links, SourceMetadata? Metadata, int TurnedLetters);

/// <summary>One page: its size in points, its fragments from the top down, and the lines that are ruled on it.</summary>
internal sealed record PageText(int Number, double Bottom, double Height, IReadOnlyList<TextFragment> Fragments, PageRules Rules);

/// <summary>Letters on one baseline without a wide gap; lengths in points, heights from the page's bottom.</summary>
internal sealed record TextFragment(string Text, double Left, double Right, double Baseline, double Size, bool IsBold)
{
    /// <summary>The number of the link that each character stands in, -1 for none; empty where no character does.</summary>
    public int[] Links { get; init; } = [];

    /// <summary>The table that stands here in place of the fragments of its cells.</summary>
    public PageTable? Table { get; init; }

    public double Middle => (Left + Right) / 2;
}

/// <summary>A line in reading order, with the bounds of the column it stands in.</summary>
internal sealed record TextLine(string Text, double Left, double Right, double Baseline, double Size, bool IsBold, int Page, int Column, double ColumnLeft, double ColumnRight)
{
    public int[] Links { get; init; } = [];

    public PageTable? Table { get; init; }

    /// <summary>Whether the line belongs to a footnote of its page.</summary>
    public bool IsNote { get; init; }

    /// <summary>A line of a row of fragments, from the left.</summary>
    public static TextLine Of(IReadOnlyList<TextFragment> row, int page, int column, double columnLeft, double columnRight)
    {
        TextFragment main = row.MaxBy(fragment => fragment.Text.Length)!;
        var text = new System.Text.StringBuilder();
        List<int>? links = row.Any(fragment => fragment.Links.Length > 0) ? [] : null;
        foreach (TextFragment fragment in row)
        {
            bool isBullet = text.Length == 0 && row.Count > 1 && fragment.Text == "o";
            if (text.Length > 0)
            {
                text.Append(' ');
                links?.Add(-1);
            }

            // Word processors draw the bullet of the second level with the letter of a typewriter's font.
            text.Append(isBullet ? "◦" : fragment.Text);
            links?.AddRange(fragment.Links.Length > 0 ? fragment.Links : Enumerable.Repeat(-1, fragment.Text.Length));
        }

        return new TextLine(text.ToString(), row[0].Left, row.Max(fragment => fragment.Right), main.Baseline, main.Size, row.All(fragment => fragment.IsBold), page, column, columnLeft, columnRight)
        {
            Links = links is null ? [] : [.. links],
        };
    }
}

/// <summary>A table as rows of cells.</summary>
/// <param name="Rows">The rows from the top.</param>
/// <param name="Starts">Where each column begins, by which the table is known again on the next page.</param>
internal sealed record PageTable(IReadOnlyList<PageTableRow> Rows, IReadOnlyList<double> Starts);

/// <summary>A row of a table.</summary>
internal sealed record PageTableRow(IReadOnlyList<PageTableCell> Cells, bool IsHeader);

/// <summary>A cell: its lines from the top, and the columns it stands over.</summary>
internal sealed record PageTableCell(IReadOnlyList<IReadOnlyList<TextFragment>> Lines, CellColumns Columns);
