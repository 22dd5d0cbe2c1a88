using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace PolicyAnalysis.Documents;

/// <summary>Reads pipe and grid tables as rows.</summary>
internal static class MarkdownTable
{
    public static void Write(Table table, string source, MarkdownBlockWriter writer)
    {
        int index = writer.NextTable();
        bool isFirst = true;
        foreach (Block block in table)
        {
            if (block is not TableRow row)
                continue;
            var text = new PlacedText();
            var cells = new List<TextRange>();
            var columns = new List<CellColumns>();
            var links = new List<DraftLink>();
            bool isAllEmphasised = true;
            int column = 0;
            foreach (Block cell in row)
            {
                if (cells.Count > 0)
                    text.AppendCellEnd(cell.Span.Start);
                int start = text.Length;
                MarkdownLine line = LineOf((TableCell)cell, source);
                string written = line.Text.ToString();
                int[] offsets = line.Text.Offsets();
                for (int at = 0; at < written.Length; at++)
                    text.Append(written[at], offsets[at]);
                links.AddRange(line.Links.Select(link => link with { Start = link.Start + start, End = link.End + start }));
                isAllEmphasised &= line.IsAllEmphasised || line.Text.Length == 0;
                cells.Add(new TextRange(start, text.Length));
                int span = Math.Max(1, ((TableCell)cell).ColumnSpan);
                columns.Add(new CellColumns(column, span));
                column += span;
            }

            if (text.ToString().AsSpan().Trim("\t ").IsEmpty)
                continue;
            bool isHeader = row.IsHeader || (isFirst && isAllEmphasised);
            isFirst = false;
            DraftBlock added = writer.Add(text, isHeader ? DocumentBlockKind.TableHeader : DocumentBlockKind.TableRow, links)!;
            added.Cells = cells;
            added.Columns = columns.Exists(static cell => cell.Count > 1) ? columns : [];
            added.TableIndex = index;
        }
    }

    /// <summary>The words of a cell, which may hold paragraphs and lists of its own.</summary>
    private static MarkdownLine LineOf(TableCell cell, string source)
    {
        var whole = new MarkdownLine();
        foreach (LeafBlock leaf in cell.Descendants<LeafBlock>())
        {
            foreach (MarkdownLine line in MarkdownInlines.Read(leaf.Inline, source, keepsTogether: true))
                whole.Add(line);
        }

        return whole;
    }
}
