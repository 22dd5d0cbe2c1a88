using System.Text;

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
        for (int row = 0; row < rows.Count; row++)
        {
            var text = new StringBuilder();
            var cells = new List<TextRange>();
            foreach (int cell in rows[row])
            {
                if (tree.Nodes[cell].TextLength > LongestCell)
                    return null;
                if (cells.Count > 0)
                    text.Append('\t');
                int start = text.Length;
                AppendCell(tree, cell, text);
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
                TableIndex = tableIndex,
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

    private static void AppendCell(PageTree tree, int cell, StringBuilder text)
    {
        int start = text.Length;
        bool pending = false;
        for (int index = cell + 1; index < tree.Nodes[cell].End; index++)
        {
            PageNode node = tree.Nodes[index];
            if (node.IsDropped)
            {
                index = node.End - 1;
                continue;
            }

            if (!node.IsText)
            {
                pending |= node.Name is "br" or "p" or "div" or "li" or "ul" or "ol";
                continue;
            }

            if (pending && text.Length > start && text[^1] != ' ')
                text.Append(' ');
            pending = false;
            int before = text.Length;
            WhiteSpace.AppendFolded(text, node.Data!);
            if (before == start && text.Length > start && text[start] == ' ')
                text.Remove(start, 1);
        }

        while (text.Length > start && text[^1] == ' ')
            text.Length--;
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
