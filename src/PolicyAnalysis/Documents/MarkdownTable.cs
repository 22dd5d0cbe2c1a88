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
            var written = new MarkdownRow();
            foreach (TableCell cell in row.OfType<TableCell>())
                written.AddCell(LineOf(cell, source), Math.Max(1, cell.ColumnSpan), cell.Span.Start);
            if (written.IsEmpty)
                continue;
            written.Write(writer, row.IsHeader || (isFirst && written.IsAllEmphasised), index);
            isFirst = false;
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
