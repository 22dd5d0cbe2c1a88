namespace PolicyAnalysis.Provisions;

/// <summary>Finds the term that a block defines; a chapter of definitions lets plainer forms count.</summary>
internal sealed class DefinitionContext
{
    private int _level;

    /// <summary>Tells a heading.</summary>
    public void Enter(int level, string heading)
    {
        if (_level > 0 && level > _level)
            return;
        _level = DefinedTerm.IsHeading(heading) ? level : 0;
    }

    /// <summary>The range of the term in the document; nothing where the block defines none.</summary>
    public TextRange? TermOf(DocumentBlock block, string text, IReadOnlyList<string> headers)
    {
        TextRange? term = block.Kind switch
        {
            DocumentBlockKind.Paragraph or DocumentBlockKind.ListItem => DefinedTerm.In(text, _level > 0),
            DocumentBlockKind.TableRow => OfRow(block, headers),
            _ => null,
        };
        return block.Kind == DocumentBlockKind.TableRow ? term : term?.Shift(block.Range.Start);
    }

    private static TextRange? OfRow(DocumentBlock block, IReadOnlyList<string> headers) =>
        block.Cells.Count >= 2 && headers.Count >= 2 && block.Cells[0].Length > 0 && DefinedTerm.AreHeaders(headers[0], headers[1]) ? block.Cells[0] : null;
}
