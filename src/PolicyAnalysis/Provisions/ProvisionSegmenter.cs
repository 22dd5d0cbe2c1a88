namespace PolicyAnalysis.Provisions;

/// <summary>
/// Splits a document into provisions: one for each heading, paragraph, list item with its lead-in, table row with its
/// headers, and definition.
/// </summary>
/// <remarks>Stateless and thread-safe. Time is linear in the document.</remarks>
public static class ProvisionSegmenter
{
    /// <summary>How many levels of headings a path may have.</summary>
    private const int DeepestHeading = 6;

    /// <summary>Splits a document into provisions.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The provisions in reading order; together they cover every block of the document.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static IReadOnlyList<Provision> Segment(PolicyDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var provisions = new List<Provision>(document.Blocks.Count);
        var identity = new ProvisionIdentity();
        var path = new HeadingPath(DeepestHeading);
        var marks = new ClauseMarks(document);
        var leadIns = new LeadIns(marks);
        var tree = new ClauseTree(marks);
        var definitions = new DefinitionContext();
        var anchors = new List<IReadOnlyList<string>>(document.Blocks.Count);
        var tableHeaders = TableHeaders.None;
        int tableIndex = -1;

        for (int index = 0; index < document.Blocks.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            DocumentBlock block = document.Blocks[index];
            string text = block.Range.Of(document.Text);
            if (block.Kind == DocumentBlockKind.Heading)
                path.Leave(block.Level);
            if (block.TableIndex != tableIndex)
            {
                tableIndex = block.TableIndex;
                tableHeaders = TableHeaders.None;
            }

            if (block.Kind == DocumentBlockKind.TableHeader)
                tableHeaders = tableHeaders.With(block, document.Text);

            TextRange range = block.Range;
            ProvisionKind kind = KindOf(block.Kind);
            int first = index;
            IReadOnlyList<string> rowHeaders = block.Kind == DocumentBlockKind.TableRow ? tableHeaders.For(block) : [];
            TextRange? term = definitions.TermOf(block, text, rowHeaders);
            if (block.Kind == DocumentBlockKind.DefinitionTerm && index + 1 < document.Blocks.Count && document.Blocks[index + 1].Kind == DocumentBlockKind.DefinitionDescription)
            {
                // A term stands with its first meaning; further meanings are provisions of their own.
                range = new TextRange(range.Start, document.Blocks[++index].Range.End);
                text = range.Of(document.Text);
                term = new TextRange(block.Range.Start, block.Range.Start + block.Range.Of(document.Text).TrimEnd(':', ' ').Length);
            }

            TextRange? leadIn = leadIns.For(block, first);
            string[] headings = path.ToArray();
            ClausePlace place = tree.Place(block, first, leadIn, provisions.Count);
            anchors.Add(block.Anchor is { } anchor ? [anchor, .. block.OtherAnchors] : block.OtherAnchors);
            provisions.Add(new Provision
            {
                Id = identity.Of(headings, text),
                Ordinal = provisions.Count,
                Kind = kind,
                Range = range,
                Text = text,
                Headings = headings,
                Number = place.Number,
                ParentOrdinal = place.Parent,
                TermRange = term,
                Language = block.Language,
                LeadIn = leadIn?.Of(document.Text),
                LeadInRange = leadIn,
                TableHeaders = rowHeaders,
                Cells = kind == ProvisionKind.TableRow ? block.Cells : [],
                Position = document.GetSourcePosition(range.Start),
            });
            leadIns.Passed(block, text);
            if (block.Kind == DocumentBlockKind.Heading)
            {
                path.Enter(block.Level, text);
                definitions.Enter(block.Level, text);
            }
        }

        return CrossReferences.Resolve(document, provisions, anchors);
    }

    private static ProvisionKind KindOf(DocumentBlockKind kind) => kind switch
    {
        DocumentBlockKind.Heading => ProvisionKind.Heading,
        DocumentBlockKind.ListItem => ProvisionKind.ListItem,
        DocumentBlockKind.TableHeader or DocumentBlockKind.TableRow => ProvisionKind.TableRow,
        DocumentBlockKind.DefinitionTerm or DocumentBlockKind.DefinitionDescription => ProvisionKind.Definition,
        DocumentBlockKind.Quote => ProvisionKind.Quote,
        DocumentBlockKind.Preformatted => ProvisionKind.Preformatted,
        DocumentBlockKind.Footnote => ProvisionKind.Footnote,
        _ => ProvisionKind.Paragraph,
    };
}
