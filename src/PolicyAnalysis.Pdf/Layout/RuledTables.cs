namespace PolicyAnalysis.Pdf.Layout;

/// <summary>Finds the tables of a page whose cells are parted by lines.</summary>
internal static class RuledTables
{
    private const double Tolerance = 3;

    /// <summary>More lines are not looked at in pairs.</summary>
    private const int MostRules = 600;

    /// <summary>The tables, each with the fragments that stand in it.</summary>
    public static IEnumerable<(PageTable Table, List<TextFragment> Held)> Find(IReadOnlyList<TextFragment> fragments, PageRules rules)
    {
        if (rules.Down.Count == 0 || rules.Across.Count < 2 || rules.Down.Count > MostRules || rules.Across.Count > MostRules)
            yield break;
        foreach ((List<Rule> across, List<Rule> down) in Grids(rules))
        {
            double[] edges = Distinct(down.Select(rule => rule.At), across.Min(rule => rule.From), across.Max(rule => rule.To));
            double[] heights = [.. Distinct(across.Select(rule => rule.At), down.Min(rule => rule.From), down.Max(rule => rule.To)).Reverse()];
            if (edges.Length < 3 || heights.Length < 3)
                continue;
            var box = new Box(edges[0] - 1, heights[^1] - 1, edges[^1] + 1, heights[0] + 1);
            List<TextFragment> held = [.. fragments.Where(fragment => fragment.Table is null && box.Holds(fragment.Middle, fragment.Baseline + (fragment.Size / 4)))];
            List<PageTableRow> rows = [.. RowsOf(held, edges, heights, down, rules)];
            if (rows.Count >= 2 && rows.Exists(row => row.Cells.Count(cell => cell.Lines.Count > 0) > 1))
                yield return (new PageTable(rows, edges[..^1]), held);
        }
    }

    /// <summary>Lines that touch each other, over any number of others.</summary>
    private static IEnumerable<(List<Rule> Across, List<Rule> Down)> Grids(PageRules rules)
    {
        bool[] takenAcross = new bool[rules.Across.Count];
        bool[] takenDown = new bool[rules.Down.Count];
        for (int first = 0; first < rules.Down.Count; first++)
        {
            if (takenDown[first])
                continue;
            var across = new List<Rule>();
            var down = new List<Rule>();
            var pending = new Stack<(bool IsDown, int Index)>([(true, first)]);
            takenDown[first] = true;
            while (pending.TryPop(out (bool IsDown, int Index) next))
            {
                (IReadOnlyList<Rule> others, bool[] taken) = next.IsDown ? (rules.Across, takenAcross) : (rules.Down, takenDown);
                Rule rule = next.IsDown ? rules.Down[next.Index] : rules.Across[next.Index];
                (next.IsDown ? down : across).Add(rule);
                for (int index = 0; index < others.Count; index++)
                {
                    if (taken[index] || !Touch(rule, others[index]))
                        continue;
                    taken[index] = true;
                    pending.Push((!next.IsDown, index));
                }
            }

            if (across.Count >= 2)
                yield return (across, down);
        }
    }

    private static bool Touch(Rule one, Rule other) =>
        other.At >= one.From - Tolerance && other.At <= one.To + Tolerance && one.At >= other.From - Tolerance && one.At <= other.To + Tolerance;

    /// <summary>The places of lines without repeats; the ends are edges also where no line closes the table.</summary>
    private static double[] Distinct(IEnumerable<double> places, double first, double last)
    {
        var distinct = new List<double>();
        foreach (double place in places.Append(first).Append(last).Order())
        {
            if (distinct.Count == 0 || place - distinct[^1] > Tolerance)
                distinct.Add(place);
        }

        return [.. distinct];
    }

    private static IEnumerable<PageTableRow> RowsOf(List<TextFragment> held, double[] edges, double[] heights, List<Rule> down, PageRules rules)
    {
        bool isFirst = true;
        for (int row = 0; row + 1 < heights.Length; row++)
        {
            List<TextFragment> inside = [.. held.Where(fragment => fragment.Baseline <= heights[row] && fragment.Baseline > heights[row + 1])];
            if (inside.Count == 0)
                continue;
            double middle = (heights[row] + heights[row + 1]) / 2;
            var cells = new List<PageTableCell>();
            for (int column = 0; column + 1 < edges.Length;)
            {
                int end = column + 1;
                while (end + 1 < edges.Length && !down.Exists(rule => Math.Abs(rule.At - edges[end]) <= Tolerance && rule.From <= middle && rule.To >= middle))
                    end++;
                (int from, int to) = (column, end);
                List<TextFragment> cell = [.. inside.Where(fragment => fragment.Middle >= edges[from] && fragment.Middle < edges[to])];
                cells.Add(new PageTableCell(FragmentRows.Of(cell), new CellColumns(column, end - column)));
                column = end;
            }

            yield return new PageTableRow(cells, isFirst && TableHeaderRow.IsHeader(inside, held, new Box(edges[0], heights[row + 1], edges[^1], heights[row]), rules));
            isFirst = false;
        }
    }
}

/// <summary>Tells whether the first row of a table names its columns.</summary>
internal static class TableHeaderRow
{
    /// <summary>A row is one where it alone is set bold, or filled with a colour.</summary>
    public static bool IsHeader(IReadOnlyList<TextFragment> row, IReadOnlyList<TextFragment> all, Box area, PageRules rules)
    {
        var inRow = new HashSet<TextFragment>(row, ReferenceEqualityComparer.Instance);
        List<TextFragment> others = [.. all.Where(fragment => !inRow.Contains(fragment))];
        if (others.Count == 0)
            return false;
        bool isBold = row.All(fragment => fragment.IsBold);
        if (isBold && !others.TrueForAll(fragment => fragment.IsBold))
            return true;
        double width = area.Right - area.Left;
        double height = area.Top - area.Bottom;
        bool isFilled = rules.Fills.Any(fill => fill.Left <= area.Left + (0.5 * width) && fill.Top >= area.Top - (0.4 * height) && fill.Bottom <= area.Bottom + (0.4 * height) && fill.Top - fill.Bottom <= 2 * height);
        bool isAnotherFilled = others.Exists(fragment => rules.Fills.Any(fill => fill.Holds(fragment.Middle, fragment.Baseline) && !fill.Holds(row[0].Middle, row[0].Baseline)));
        return (isFilled && !isAnotherFilled) || IsNaming(row, others);
    }

    /// <summary>Short names with capitals over cells that hold sentences, figures, or words in small letters.</summary>
    private static bool IsNaming(IReadOnlyList<TextFragment> row, List<TextFragment> others) =>
        row.Count > 1
        && row.All(fragment => fragment.Text.AsSpan().Count(' ') < 4 && char.IsUpper(fragment.Text[0]) && fragment.Text[^1] is not ('.' or ';') && !fragment.Text.AsSpan().ContainsAnyInRange('0', '9'))
        && (others.Average(fragment => fragment.Text.Length) > 2.5 * row.Average(fragment => fragment.Text.Length) || others.Count(fragment => char.IsLower(fragment.Text[0]) || char.IsDigit(fragment.Text[0])) >= others.Count / 2.0);
}
