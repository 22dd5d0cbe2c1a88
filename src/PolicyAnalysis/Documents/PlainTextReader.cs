namespace PolicyAnalysis.Documents;

/// <summary>Reads plain text: blank lines part paragraphs, hard-wrapped lines are joined, headings, marked items, tables and quoted messages recognised.</summary>
internal sealed class PlainTextReader
{
    /// <summary>How many columns the marks of one list may be set apart.</summary>
    private const double ListTolerance = 1;

    private readonly HyphenatedWords _words;
    private readonly ListLevels _lists = new(ListTolerance);
    private readonly DocumentDraft _draft = new() { Syntax = SourceSyntax.Plain };
    private readonly bool _isAllQuoted;
    private int _tables;

    private PlainTextReader(List<PlainTextLine> lines)
    {
        _words = new HyphenatedWords(lines.Select(static line => line.Text));
        _isAllQuoted = lines.Count(static line => line.Quotes > 0) > 0.8 * lines.Count(static line => !line.IsBlank);
    }

    public static DocumentDraft Read(string text)
    {
        List<PlainTextLine> lines = PlainTextPages.Join(PlainTextLine.ReadAll(text));
        var reader = new PlainTextReader(lines);
        List<PlainTextPiece> pieces = PlainTextPieces.Of(lines);
        for (int index = 0; index < pieces.Count; index++)
            reader.Write(pieces, index);
        return reader._draft;
    }

    private void Write(List<PlainTextPiece> pieces, int index)
    {
        PlainTextPiece piece = pieces[index];
        if (piece.Rows.Count > 0)
        {
            WriteTable(piece);
            return;
        }

        var text = new PlacedText();
        for (int line = 0; line < piece.Lines.Count; line++)
            text.AppendLine(piece.Lines[line].Raw, piece.Lines[line].Start, line == 0 ? LineJoint.Close : _words.Joint(piece.Lines[line - 1].Text, piece.Lines[line].Text));
        string whole = text.ToString();
        if (whole.Length == 0)
            return;
        int indent = piece.Lines[0].Indent;
        var block = new DraftBlock { Kind = DocumentBlockKind.Paragraph, Text = whole };
        int skipped = 0;
        if (piece.Underline is not null || PlainTextHeading.Is(whole, pieces, index))
        {
            _lists.Close();
            block.Kind = DocumentBlockKind.Heading;
            block.HeadingOrigin = HeadingOrigin.Layout;
            block.Level = PlainTextHeading.Level(whole, piece.Underline, _draft.Blocks.Count == 0);
        }
        else if (piece.Mark > 0)
        {
            skipped = _lists.Begin(block, piece.Mark, indent);
        }
        else if (piece.Lines[0].Quotes > 0 && !_isAllQuoted)
        {
            _lists.Close();
            block.Kind = DocumentBlockKind.Quote;
        }
        else
        {
            _lists.GoOn(block, indent);
        }

        Add(block, text.Offsets()[skipped..]);
    }

    private void WriteTable(PlainTextPiece piece)
    {
        _lists.Close();
        string source = piece.Lines[0].Source;
        foreach (PlainTextRow row in piece.Rows)
        {
            var text = new PlacedText();
            var cells = new List<TextRange>();
            foreach (TextRange cell in row.Cells)
            {
                if (cells.Count > 0)
                    text.AppendCellEnd(cell.Start);
                int start = text.Length;
                text.Append(cell.Of(source.AsSpan()), cell.Start);
                cells.Add(new TextRange(start, text.Length));
            }

            string written = text.ToString();
            if (written.AsSpan().Trim("\t ").IsEmpty)
                continue;
            Add(new DraftBlock { Kind = row.IsHeader ? DocumentBlockKind.TableHeader : DocumentBlockKind.TableRow, Text = written, Cells = cells, TableIndex = _tables }, text.Offsets());
        }

        _tables++;
    }

    private void Add(DraftBlock block, int[] offsets)
    {
        block.SourceStart = offsets[0];
        block.SourceOffsets = offsets;
        _draft.Blocks.Add(block);
    }
}
