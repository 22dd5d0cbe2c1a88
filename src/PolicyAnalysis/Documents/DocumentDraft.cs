using System.Text;

namespace PolicyAnalysis.Documents;

/// <summary>What a reader of one format found, before it becomes a document.</summary>
internal sealed class DocumentDraft
{
    public List<DraftBlock> Blocks { get; init; } = [];

    public string? Title { get; set; }

    public string? Language { get; set; }

    public List<PolicyDiagnostic> Diagnostics { get; } = [];

    /// <summary>How the source hides visible characters from a search: which marks to skip over.</summary>
    public SourceSyntax Syntax { get; init; }

    /// <summary>Places the blocks in one canonical text and reads dates, type and language from it.</summary>
    public PolicyDocument Finish(PolicySource source, string sourceText)
    {
        var text = new StringBuilder();
        var blocks = new List<DocumentBlock>(Blocks.Count);
        var links = new List<DocumentLink>();
        var starts = new List<int>(Blocks.Count);
        foreach (DraftBlock draft in Blocks)
        {
            if (draft.Text.Length == 0)
                continue;
            if (text.Length > 0)
                text.Append('\n');
            int start = text.Length;
            text.Append(draft.Text);
            starts.Add(draft.SourceStart);
            blocks.Add(new DocumentBlock
            {
                Kind = draft.Kind,
                Range = new TextRange(start, text.Length),
                Level = draft.Level,
                HeadingOrigin = draft.HeadingOrigin,
                Marker = draft.Marker,
                ListIndex = draft.ListIndex,
                TableIndex = draft.TableIndex,
                Cells = draft.Cells.Count == 0 ? [] : [.. draft.Cells.Select(cell => cell.Shift(start))],
                Language = draft.Language,
                Anchor = draft.Anchor,
            });
            foreach (DraftLink link in draft.Links)
                links.Add(new DocumentLink { Range = new TextRange(start + link.Start, start + link.End), Target = Resolve(source.Address, link.Target) });
        }

        string canonical = text.ToString();
        if (canonical.Length == 0)
            Diagnostics.Add(new PolicyDiagnostic { Code = "no-policy-found", Message = "The source holds no readable policy text; the page may be filled in by scripts after it is loaded." });

        string? title = Title ?? FirstHeading(blocks, canonical);
        RecognizedType type = DocumentTypeRecognizer.Recognize(title, canonical);
        return new PolicyDocument
        {
            Source = source,
            Text = canonical,
            Blocks = blocks,
            Links = links,
            Title = title,
            Language = Language ?? LanguageRecognizer.Recognize(canonical),
            DocumentType = type.Type,
            DocumentTypeScore = type.Score,
            Dates = StatedDateReader.Read(canonical, blocks),
            Diagnostics = Diagnostics,
            Origin = new SourceMap(sourceText, canonical, blocks, starts, Syntax),
        };
    }

    private static string? FirstHeading(List<DocumentBlock> blocks, string text)
    {
        DocumentBlock? heading = blocks.Take(20).FirstOrDefault(block => block.Kind == DocumentBlockKind.Heading);
        return heading?.Range.Of(text);
    }

    private static string Resolve(Uri? address, string target) =>
        address is not null && Uri.TryCreate(address, target, out Uri? resolved) ? resolved.AbsoluteUri : target;
}
