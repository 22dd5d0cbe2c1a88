namespace PolicyAnalysis.Pdf.Layout;

/// <summary>Puts a page's fragments in the order a person reads them: columns one after the other, lines from the top.</summary>
internal static class ReadingOrder
{
    private const int Cells = 200;
    private const int FewestLinesInColumn = 4;

    /// <summary>The lines of a column fill at least this share of it; the cells of a table do not.</summary>
    private const double FillOfColumn = 0.5;

    /// <summary>Nothing is parted more often than this, so that a page cannot be cut without end.</summary>
    private const int MostCuts = 64;

    public static List<TextLine> Of(PdfContents contents, HashSet<(int Page, int Index)> leftOut, CancellationToken cancellationToken)
    {
        var lines = new List<TextLine>();
        int column = 0;
        foreach (PageText page in contents.Pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            List<TextFragment> kept = [.. page.Fragments.Where((_, index) => !leftOut.Contains((page.Number, index)))];
            kept = WithTables(WithTables(kept, RuledTables.Find(kept, page.Rules)), page, contents.Pages.Count);
            foreach (List<TextFragment> region in Regions(kept))
                AddLines(WithTables(region, page, contents.Pages.Count), page.Number, column++, lines);
        }

        return lines;
    }

    private static List<TextFragment> WithTables(List<TextFragment> fragments, PageText page, int pages) =>
        WithTables(fragments, AlignedTables.Find(fragments, page.Rules, pages));

    /// <summary>The fragments with each table in place of those it holds.</summary>
    private static List<TextFragment> WithTables(List<TextFragment> fragments, IEnumerable<(PageTable Table, List<TextFragment> Held)> tables)
    {
        List<TextFragment>? with = null;
        foreach ((PageTable table, List<TextFragment> held) in tables.ToList())
        {
            with ??= [.. fragments];
            HashSet<TextFragment> inside = new(held, ReferenceEqualityComparer.Instance);
            with.RemoveAll(inside.Contains);
            TextFragment top = held[0];
            var place = new TextFragment("\t", held.Min(fragment => fragment.Left), held.Max(fragment => fragment.Right), held.Max(fragment => fragment.Baseline), top.Size, IsBold: false) { Table = table };
            int index = with.FindIndex(fragment => fragment.Baseline < place.Baseline);
            with.Insert(index < 0 ? with.Count : index, place);
        }

        return with ?? fragments;
    }

    /// <summary>Cuts at gutters; what spans a gutter parts the page into bands. Iterative: a stack of regions yet to be cut.</summary>
    private static IEnumerable<List<TextFragment>> Regions(List<TextFragment> page)
    {
        var pending = new Stack<(List<TextFragment> Fragments, bool Whole)>();
        pending.Push((page, false));
        int cuts = 0;
        while (pending.TryPop(out (List<TextFragment> Fragments, bool Whole) region))
        {
            double? gutter = region.Whole || cuts >= MostCuts ? null : GutterOf(region.Fragments);
            if (gutter is not { } at)
            {
                if (region.Fragments.Count > 0)
                    yield return region.Fragments;
                continue;
            }

            cuts++;
            foreach ((List<TextFragment> part, bool whole) in Enumerable.Reverse(Bands(region.Fragments, at)))
                pending.Push((part, whole));
        }
    }

    private static List<(List<TextFragment> Part, bool Whole)> Bands(List<TextFragment> fragments, double gutter)
    {
        var bands = new List<(List<TextFragment>, bool)>();
        List<TextFragment> left = [];
        List<TextFragment> right = [];
        List<TextFragment> across = [];
        foreach (TextFragment fragment in fragments)
        {
            bool spans = fragment.Left < gutter && fragment.Right > gutter;
            if (spans)
            {
                EndColumns();
                across.Add(fragment);
                continue;
            }

            if (across.Count > 0)
            {
                bands.Add((across, true));
                across = [];
            }

            (fragment.Right <= gutter ? left : right).Add(fragment);
        }

        EndColumns();
        if (across.Count > 0)
            bands.Add((across, true));
        return bands;

        void EndColumns()
        {
            if (left.Count > 0)
                bands.Add((left, false));
            if (right.Count > 0)
                bands.Add((right, false));
            left = [];
            right = [];
        }
    }

    /// <summary>The middle of the widest strip that few lines cross and that running text stands on both sides of.</summary>
    private static double? GutterOf(List<TextFragment> fragments)
    {
        if (fragments.Count < 2 * FewestLinesInColumn)
            return null;
        double from = fragments.Min(fragment => fragment.Left);
        double width = fragments.Max(fragment => fragment.Right) - from;
        if (width < 1)
            return null;
        int[] crossing = new int[Cells + 1];
        foreach (TextFragment fragment in fragments)
        {
            crossing[Math.Clamp((int)((fragment.Left - from) / width * Cells), 0, Cells)]++;
            crossing[Math.Clamp((int)Math.Ceiling((fragment.Right - from) / width * Cells), 0, Cells)]--;
        }

        for (int cell = 1; cell <= Cells; cell++)
            crossing[cell] += crossing[cell - 1];
        int first = Cells / 5;
        int last = Cells - first;
        int least = crossing.AsSpan(first, last - first).ToArray().Min();
        if (least > 0.3 * fragments.Count)
            return null;
        int bestStart = 0;
        int bestLength = 0;
        for (int cell = first; cell < last; cell++)
        {
            if (crossing[cell] != least)
                continue;
            int end = cell;
            while (end < last && crossing[end] == least)
                end++;
            if (end - cell > bestLength)
                (bestStart, bestLength) = (cell, end - cell);
            cell = end;
        }

        double gutter = from + ((bestStart + (bestLength / 2.0)) * width / Cells);
        return IsColumn([.. fragments.Where(fragment => fragment.Right <= gutter)]) && IsColumn([.. fragments.Where(fragment => fragment.Left >= gutter)]) ? gutter : null;
    }

    private static bool IsColumn(List<TextFragment> side)
    {
        if (side.Count < FewestLinesInColumn)
            return false;
        double width = side.Max(fragment => fragment.Right) - side.Min(fragment => fragment.Left);
        double size = side.Average(fragment => fragment.Size);

        // The side may hold further columns, so its rows count and not its fragments.
        return width > 8 * size && FragmentRows.Of(side).Average(row => row.Sum(fragment => fragment.Right - fragment.Left)) >= FillOfColumn * width;
    }

    private static void AddLines(List<TextFragment> region, int page, int column, List<TextLine> lines)
    {
        double columnLeft = region.Min(fragment => fragment.Left);
        double columnRight = region.Max(fragment => fragment.Right);
        foreach (List<TextFragment> row in FragmentRows.Of(region))
        {
            int table = row.FindIndex(fragment => fragment.Table is not null);
            if (table >= 0)
            {
                TextFragment place = row[table];
                lines.Add(new TextLine(place.Text, place.Left, place.Right, place.Baseline, place.Size, place.IsBold, page, column, columnLeft, columnRight) { Table = place.Table });
                row.RemoveAt(table);
            }

            if (row.Count > 0)
                lines.Add(TextLine.Of(row, page, column, columnLeft, columnRight));
        }
    }
}
