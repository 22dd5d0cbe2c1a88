namespace PolicyAnalysis.Archive.Records;

/// <summary>The blocks of a document as bytes.</summary>
internal static class BlockRecords
{
    [Flags]
    private enum Parts
    {
        None = 0,
        Level = 1,
        Origin = 2,
        Marker = 4,
        List = 8,
        Table = 16,
        Cells = 32,
        Language = 64,
        Anchor = 128,
    }

    public static void Write(RecordWriter writer, IReadOnlyList<DocumentBlock> blocks, string text)
    {
        int cursor = 0;
        int list = 0;
        int table = 0;
        writer.Number(blocks.Count);
        foreach (DocumentBlock block in blocks)
        {
            Parts parts = PartsOf(block);
            int start = block.Range.Start;
            writer.Number((int)block.Kind);
            writer.Number((int)parts);
            AnalysisRecord.WriteLine(writer, block.Range, text, ref cursor);
            if (parts.HasFlag(Parts.Level))
                writer.Number(block.Level);
            if (parts.HasFlag(Parts.Origin))
                writer.Number((int)block.HeadingOrigin);
            if (parts.HasFlag(Parts.Marker))
                writer.Text(block.Marker);
            if (parts.HasFlag(Parts.List))
                Relative(writer, block.ListIndex, ref list);
            if (parts.HasFlag(Parts.Table))
                Relative(writer, block.TableIndex, ref table);
            if (parts.HasFlag(Parts.Cells))
                WriteCells(writer, block.Cells, start);
            if (parts.HasFlag(Parts.Language))
                writer.Text(block.Language);
            if (parts.HasFlag(Parts.Anchor))
                writer.Text(block.Anchor);
        }
    }

    public static DocumentBlock[] Read(ref RecordReader reader, string text)
    {
        int cursor = 0;
        int list = 0;
        int table = 0;
        var blocks = new DocumentBlock[reader.Count()];
        for (int index = 0; index < blocks.Length; index++)
        {
            DocumentBlockKind kind = reader.Choice<DocumentBlockKind>();
            var parts = (Parts)reader.Integer();
            TextRange range = AnalysisRecord.ReadLine(ref reader, text, ref cursor);
            blocks[index] = new DocumentBlock
            {
                Kind = kind,
                Range = range,
                Level = parts.HasFlag(Parts.Level) ? reader.Integer() : 0,
                HeadingOrigin = parts.HasFlag(Parts.Origin) ? reader.Choice<HeadingOrigin>() : HeadingOrigin.None,
                Marker = parts.HasFlag(Parts.Marker) ? reader.Text() : null,
                ListIndex = parts.HasFlag(Parts.List) ? list += reader.Integer() : -1,
                TableIndex = parts.HasFlag(Parts.Table) ? table += reader.Integer() : -1,
                Cells = parts.HasFlag(Parts.Cells) ? ReadCells(ref reader, text, range.Start) : [],
                Language = parts.HasFlag(Parts.Language) ? reader.Text() : null,
                Anchor = parts.HasFlag(Parts.Anchor) ? reader.Text() : null,
            };
        }

        return blocks;
    }

    public static void WriteCells(RecordWriter writer, IReadOnlyList<TextRange> cells, int start)
    {
        writer.Number(cells.Count);
        foreach (TextRange cell in cells)
            AnalysisRecord.WriteRange(writer, cell, ref start);
    }

    public static TextRange[] ReadCells(ref RecordReader reader, string text, int start)
    {
        var cells = new TextRange[reader.Count()];
        for (int index = 0; index < cells.Length; index++)
            cells[index] = AnalysisRecord.ReadRange(ref reader, text, ref start);
        return cells;
    }

    private static Parts PartsOf(DocumentBlock block) =>
        (block.Level != 0 ? Parts.Level : Parts.None)
        | (block.HeadingOrigin != HeadingOrigin.None ? Parts.Origin : Parts.None)
        | (block.Marker is not null ? Parts.Marker : Parts.None)
        | (block.ListIndex != -1 ? Parts.List : Parts.None)
        | (block.TableIndex != -1 ? Parts.Table : Parts.None)
        | (block.Cells.Count > 0 ? Parts.Cells : Parts.None)
        | (block.Language is not null ? Parts.Language : Parts.None)
        | (block.Anchor is not null ? Parts.Anchor : Parts.None);

    private static void Relative(RecordWriter writer, int index, ref int before)
    {
        writer.Number(index - before);
        before = index;
    }
}
