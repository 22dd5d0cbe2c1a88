using System.Text;
using PolicyAnalysis.Documents.TextFragments;

namespace PolicyAnalysis.Documents;

/// <summary>Reads a data table as rows; a table that only lays out the page is left to the block writer.</summary>
internal static class HtmlTable
{
    /// <summary>A cell longer than this is a column of a page, not a datum.</summary>
    private const int LongestCell = 3000;

    public static List<DraftBlock>? TryRead(PageTree tree, int table, int tableIndex)
    {
        if (tree.Nodes[table].Role is "presentation" or "none")
            return null;
        List<List<int>>? rows = Rows(tree, table);
        if (rows is null || rows.Count < 2 || rows.Max(row => row.Count) < 2)
            return null;

        var blocks = new List<DraftBlock>();
        List<List<CellColumns>> columns = TableColumns.Of(tree, rows);
        for (int row = 0; row < rows.Count; row++)
        {
            var text = new StringBuilder();
            var cells = new List<TextRange>();
            var links = new List<DraftLink>();
            var runs = new List<TextRun>();
            foreach (int cell in rows[row])
            {
                if (tree.Nodes[cell].TextLength > LongestCell)
                    return null;
                if (cells.Count > 0)
                    text.Append('\t');
                int start = text.Length;
                AppendCell(tree, cell, text, links, runs);
                cells.Add(new TextRange(start, text.Length));
            }

            bool header = rows[row].Count > 0 && rows[row].All(cell => tree.Nodes[cell].Name == "th" || InHead(tree, cell));
            string content = text.ToString();
            if (content.AsSpan().Trim("\t ").IsEmpty)
                continue;
            blocks.Add(new DraftBlock
            {
                Kind = header || (row == 0 && AllEmphasised(tree, rows[row])) ? DocumentBlockKind.TableHeader : DocumentBlockKind.TableRow,
                Text = content,
                Cells = cells,
                Columns = columns[row],
                Links = links,
                Runs = runs,
                TableIndex = tableIndex,
                Anchor = Anchors(tree, rows[row]).FirstOrDefault(),
                OtherAnchors = [.. Anchors(tree, rows[row]).Skip(1)],
            });
        }

        return blocks.Count == 0 ? null : blocks;
    }

    /// <summary>The cells of each row, or nothing where the table holds another table.</summary>
    private static List<List<int>>? Rows(PageTree tree, int table)
    {
        var rows = new List<List<int>>();
        for (int index = table + 1; index < tree.Nodes[table].End; index++)
        {
            PageNode node = tree.Nodes[index];
            if (node.IsDropped)
            {
                index = node.End - 1;
                continue;
            }

            if (node.Name == "table")
                return null;
            if (node.Name == "tr")
                rows.Add([]);
            if (node.Name is "td" or "th" && rows.Count > 0)
                rows[^1].Add(index);
            if (node.Name == "caption" && node.TextLength > 0)
                rows.Add([index]);
        }

        rows.RemoveAll(row => row.Count == 0);
        return rows;
    }

    private static void AppendCell(PageTree tree, int cell, StringBuilder text, List<DraftLink> links, List<TextRun> runs)
    {
        int start = text.Length;
        (int End, int Start, string Target) link = (0, 0, string.Empty);
        bool pending = false;
        for (int index = cell + 1; index < tree.Nodes[cell].End; index++)
        {
            PageNode node = tree.Nodes[index];
            if (link.End > 0 && index >= link.End)
                CloseLink();
            if (node.IsDropped)
            {
                index = node.End - 1;
                continue;
            }

            if (!node.IsText && node.Alternative is null)
            {
                pending |= node.Name is "br" or "p" or "div" or "li" or "ul" or "ol";
                if (node.Name == "a" && link.End == 0 && node.Element!.GetAttribute("href") is { Length: > 0 } target)
                    link = (node.End, text.Length, target);
                continue;
            }

            if (pending && text.Length > start && text[^1] != ' ')
                text.Append(' ');
            pending = false;
            int before = text.Length;
            runs.Add(new TextRun(before, node.IsText ? index : TextRun.Image));
            WhiteSpace.AppendFolded(text, node.Alternative ?? node.Data!);
            if (before == start && text.Length > start && text[start] == ' ')
                text.Remove(start, 1);
        }

        while (text.Length > start && text[^1] == ' ')
            text.Length--;
        CloseLink();

        void CloseLink()
        {
            int from = Math.Max(start, link.Start);
            while (from < text.Length && text[from] == ' ')
                from++;
            int to = text.Length;
            while (to > from && text[to - 1] == ' ')
                to--;
            if (link.End > 0 && to > from)
                links.Add(new DraftLink(from, to, link.Target));
            link = (0, 0, string.Empty);
        }
    }

    /// <summary>The ids of a row and of what stands in its cells.</summary>
    private static IEnumerable<string> Anchors(PageTree tree, List<int> cells)
    {
        int row = tree.Nodes[cells[0]].Parent;
        if (tree.Nodes[row] is { Name: "tr", Id: { } own })
            yield return own;
        foreach (int cell in cells)
        {
            for (int index = cell; index < tree.Nodes[cell].End; index++)
            {
                if (tree.Nodes[index].Id is { } id)
                    yield return id;
            }
        }
    }

    private static bool InHead(PageTree tree, int cell)
    {
        int row = tree.Nodes[cell].Parent;
        return row > 0 && tree.Nodes[row].Parent > 0 && tree.Nodes[tree.Nodes[row].Parent].Name == "thead";
    }

    private static bool AllEmphasised(PageTree tree, List<int> cells)
    {
        foreach (int cell in cells)
        {
            for (int index = cell + 1; index < tree.Nodes[cell].End; index++)
            {
                if (tree.Nodes[index] is { IsText: true, OwnLength: > 0 } && !HasEmphasis(tree, index, cell))
                    return false;
            }
        }

        return true;
    }

    private static bool HasEmphasis(PageTree tree, int index, int cell)
    {
        for (int parent = tree.Nodes[index].Parent; parent > cell; parent = tree.Nodes[parent].Parent)
        {
            if (tree.Nodes[parent].Name is "b" or "strong")
                return true;
        }

        return false;
    }
}
