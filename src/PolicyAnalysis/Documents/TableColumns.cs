using System.Globalization;

namespace PolicyAnalysis.Documents;

/// <summary>Tells which columns the cells of a table stand in, where some span several columns or rows.</summary>
internal static class TableColumns
{
    /// <summary>What a page may ask for; a table of this width is no text any more.</summary>
    private const int Widest = 200;

    private const int Tallest = 2000;

    /// <summary>The columns of each row's cells. Linear in the cells and what they span.</summary>
    public static List<List<CellColumns>> Of(PageTree tree, List<List<int>> rows)
    {
        var table = new List<List<CellColumns>>(rows.Count);
        int[] taken = new int[Widest + 1];
        foreach (List<int> cells in rows)
        {
            var columns = new List<CellColumns>(cells.Count);
            int column = 0;
            foreach (int cell in cells)
            {
                while (column < Widest && taken[column] > 0)
                    column++;
                int width = Math.Min(Span(tree, cell, "colspan", Widest), Math.Max(1, Widest - column));
                int height = Span(tree, cell, "rowspan", Tallest);
                columns.Add(new CellColumns(column, width));
                for (int over = column; over < Math.Min(Widest, column + width); over++)
                    taken[over] = height;
                column = Math.Min(Widest, column + width);
            }

            for (int over = 0; over < Widest; over++)
                taken[over] = Math.Max(0, taken[over] - 1);
            table.Add(columns);
        }

        return table;
    }

    private static int Span(PageTree tree, int cell, string attribute, int most) =>
        int.TryParse(tree.Nodes[cell].Element?.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out int span) ? Math.Clamp(span, 1, most) : 1;
}
