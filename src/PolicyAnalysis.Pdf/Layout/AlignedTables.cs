using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>Finds tables whose columns are told only by free space: the same gaps over several rows, and cells that do not run on like text.</summary>
internal static class AlignedTables
{
    /// <summary>Fewer rows with more than one cell are no table.</summary>
    private const int FewestRows = 3;

    private const int MostColumns = 40;

    /// <summary>Rows that are looked at together.</summary>
    private const int MostRows = 300;

    /// <summary>The lines of running text that are full, but for those that end paragraphs.</summary>
    private const double ShareOfFullLines = 0.6;

    /// <summary>Columns of text are at least this many letters' sizes wide.</summary>
    private const double NarrowestText = 8;

    /// <summary>A step over this many usual ones begins a new row.</summary>
    private const double RowStep = 1.25;

    public static IEnumerable<(PageTable Table, List<TextFragment> Held)> Find(IReadOnlyList<TextFragment> fragments, PageRules rules, int pages)
    {
        List<List<TextFragment>> rows = FragmentRows.Of(fragments);
        int start = 0;
        while (start < rows.Count)
        {
            if (rows[start].Count is < 2 or > MostColumns || rows[start].Exists(fragment => fragment.Table is not null))
            {
                start++;
                continue;
            }

            int end = EndOf(rows, start, out List<Span> columns);
            List<List<TextFragment>> window = rows[start..end];
            if (window.Count >= FewestRows && IsText(window, columns))
            {
                start = end;
            }
            else if (window.Count >= FewestRows && TryRead(window, columns, rules, pages) is { } table)
            {
                yield return (table, [.. window.SelectMany(row => row)]);
                start = end;
            }
            else
            {
                start++;
            }
        }
    }

    /// <summary>Takes rows as long as the free strips between the columns stay free and none is lost.</summary>
    private static int EndOf(List<List<TextFragment>> rows, int start, out List<Span> columns)
    {
        columns = [.. rows[start].Select(fragment => new Span(fragment.Left, fragment.Right))];
        double step = 0;
        int end = start + 1;
        for (; end < Math.Min(rows.Count, start + MostRows); end++)
        {
            List<TextFragment> row = rows[end];
            if (row.Exists(fragment => fragment.Table is not null))
                break;
            double distance = rows[end - 1][0].Baseline - row[0].Baseline;
            double size = row.Max(fragment => fragment.Size);
            step = step == 0 ? distance : Math.Min(step, distance);

            // A lone cell only goes on with what stands close above it; a wide gap ends the table.
            if (distance > (row.Count == 1 ? 1.5 * size : 4 * size) || (row.Count == 1 && distance > 1.4 * step))
                break;
            List<Span>? joined = Join(columns, row, 0.7 * size);
            if (joined is null)
                break;
            columns = joined;
        }

        return end;
    }

    /// <summary>The columns with a row's cells in them; nothing where a cell reaches over a gap.</summary>
    private static List<Span>? Join(List<Span> columns, List<TextFragment> row, double gap)
    {
        var joined = new List<Span>(columns);
        foreach (TextFragment cell in row.Take(MostColumns + 1))
        {
            int over = -1;
            for (int index = 0; index < joined.Count; index++)
            {
                if (cell.Left >= joined[index].Right + 0.5 || cell.Right <= joined[index].Left - 0.5)
                    continue;
                if (over >= 0)
                    return null;
                over = index;
                joined[index] = new Span(Math.Min(cell.Left, joined[index].Left), Math.Max(cell.Right, joined[index].Right));
            }

            if (over < 0)
                joined.Insert(joined.FindLastIndex(column => column.Right <= cell.Left) + 1, new Span(cell.Left, cell.Right));
        }

        if (joined.Count > MostColumns)
            return null;
        for (int index = 1; index < joined.Count; index++)
        {
            if (joined[index].Left - joined[index - 1].Right < gap)
                return null;
        }

        return joined;
    }

    private static PageTable? TryRead(List<List<TextFragment>> rows, List<Span> columns, PageRules rules, int pages)
    {
        if (rows.Count(row => row.Count > 1) < FewestRows || IsListOrContents(rows, columns, pages))
            return null;
        List<List<List<TextFragment>>> bands = Bands(rows, columns, rules);
        if (bands.Count < FewestRows)
            return null;
        var read = new List<PageTableRow>();
        List<TextFragment> all = [.. rows.SelectMany(row => row)];
        foreach (List<List<TextFragment>> band in bands)
        {
            var cells = new List<PageTableCell>();
            for (int column = 0; column < columns.Count; column++)
            {
                Span span = columns[column];
                List<TextFragment> cell = [.. band.SelectMany(row => row).Where(fragment => fragment.Left < span.Right && fragment.Right > span.Left)];
                cells.Add(new PageTableCell(FragmentRows.Of(cell), new CellColumns(column, 1)));
            }

            List<TextFragment> inside = [.. band.SelectMany(row => row)];
            var area = new Box(columns[0].Left, inside.Min(fragment => fragment.Baseline), columns[^1].Right, inside.Max(fragment => fragment.Baseline + fragment.Size));
            bool isHeader = read.Count == 0 && (TableHeaderRow.IsHeader(inside, all, area, rules) || IsRuledOff(bands, rules));
            read.Add(new PageTableRow(cells, isHeader));
        }

        return new PageTable(read, [.. columns.Select(column => column.Left)]);
    }

    /// <summary>One line under the first row and none under the next ones.</summary>
    private static bool IsRuledOff(List<List<List<TextFragment>>> bands, PageRules rules) =>
        bands.Count > 2 && IsRuleBetween(bands[0][^1][0], bands[1][0][0], rules) && !IsRuleBetween(bands[1][^1][0], bands[2][0][0], rules);

    private static bool IsRuleBetween(TextFragment above, TextFragment below, PageRules rules) =>
        rules.Across.Any(rule => rule.At < above.Baseline && rule.At > below.Baseline && rule.From <= above.Middle && rule.To >= above.Middle);

    /// <summary>Rows of cells: parted by a wider step or a line, or where the first column begins anew.</summary>
    private static List<List<List<TextFragment>>> Bands(List<List<TextFragment>> rows, List<Span> columns, PageRules rules)
    {
        List<double> steps = [.. rows.Zip(rows.Skip(1), (above, below) => above[0].Baseline - below[0].Baseline)];
        double least = steps.Min();
        bool areParted = steps.Exists(step => step > RowStep * least) && steps.Exists(step => step <= RowStep * least);
        bool isFirstSparse = rows.Exists(row => !InFirst(row));
        var bands = new List<List<List<TextFragment>>> { new() { rows[0] } };
        for (int index = 1; index < rows.Count; index++)
        {
            bool begins = areParted ? steps[index - 1] > RowStep * least : !isFirstSparse || InFirst(rows[index]);
            if (begins || IsRuleBetween(rows[index - 1][0], rows[index][0], rules))
                bands.Add([]);
            bands[^1].Add(rows[index]);
        }

        return bands;

        bool InFirst(List<TextFragment> row) => row[0].Left < columns[0].Right;
    }

    /// <summary>
    /// Columns of text: wide ones, in which most lines end only where the next word had no room. A table's cells may be broken in
    /// the same way, but its rows begin together behind wider steps.
    /// </summary>
    private static bool IsText(List<List<TextFragment>> rows, List<Span> columns)
    {
        if (columns.Min(column => column.Width) < NarrowestText * rows[0][0].Size || BeginTogether(rows, columns.Count))
            return false;
        return columns.TrueForAll(column =>
        {
            List<TextFragment> cells = [.. rows.SelectMany(row => row).Where(fragment => fragment.Left < column.Right && fragment.Right > column.Left)];
            List<(TextFragment Line, TextFragment Next)> pairs = [.. cells.Zip(cells.Skip(1)).Where(pair => pair.First.Baseline - pair.Second.Baseline is > 0 and var step && step <= 1.7 * pair.First.Size)];
            return pairs.Count > 0 && pairs.Count(pair => IsFull(pair.Line, pair.Next, column.Right)) >= ShareOfFullLines * pairs.Count;
        });
    }

    /// <summary>Whether the next line's first word would not have fitted.</summary>
    private static bool IsFull(TextFragment line, TextFragment next, double edge)
    {
        double letter = (line.Right - line.Left) / line.Text.Length;
        int word = next.Text.IndexOf(' ', StringComparison.Ordinal);
        return line.Right + (letter * ((word < 0 ? next.Text.Length : word) + 1)) > edge;
    }

    private static bool BeginTogether(List<List<TextFragment>> rows, int columns)
    {
        List<double> steps = [.. rows.Zip(rows.Skip(1), (above, below) => above[0].Baseline - below[0].Baseline)];
        double least = steps.Min();
        int begun = 0;
        for (int index = 0; index < steps.Count; index++)
        {
            if (steps[index] <= RowStep * least)
                continue;
            if (rows[index + 1].Count < columns)
                return false;
            begun++;
        }

        return begun >= 2 && begun < steps.Count;
    }

    /// <summary>The marks of a list hang before their items, and the page numbers of a contents list stand behind its lines.</summary>
    private static bool IsListOrContents(List<List<TextFragment>> rows, List<Span> columns, int pages)
    {
        if (rows.Count(row => row.Exists(fragment => fragment.Text.Contains("....", StringComparison.Ordinal) || fragment.Text.Contains(". . . .", StringComparison.Ordinal))) > rows.Count / 3)
            return true;
        if (columns.Count > 2)
            return false;
        List<TextFragment> first = [.. rows.SelectMany(row => row).Where(fragment => fragment.Left < columns[0].Right)];
        if (first.TrueForAll(fragment => fragment.Text.Length <= 8 && (ListMark.Starts(fragment.Text + " x") || PrintedNumber.Length(fragment.Text + " x") > 0 || fragment.Text == "o")))
            return true;
        List<TextFragment> last = [.. rows.SelectMany(row => row).Where(fragment => fragment.Right > columns[1].Left && fragment.Left >= columns[1].Left - 0.5)];
        int before = 0;
        foreach (TextFragment fragment in last)
        {
            if (!int.TryParse(fragment.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int page) || page < before || page > pages + 200)
                return false;
            before = page;
        }

        return true;
    }

    private readonly record struct Span(double Left, double Right)
    {
        public double Width => Right - Left;
    }
}
