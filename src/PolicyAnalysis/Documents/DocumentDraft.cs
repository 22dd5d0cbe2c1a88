using PolicyAnalysis.Documents.TextFragments;

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

    /// <summary>The page's own title, which may name what stands around the policy.</summary>
    public string? PageTitle { get; set; }

    /// <summary>The alternatives of images that were read as text; elsewhere a search must not see them.</summary>
    public IReadOnlySet<string> ImageTexts { get; set; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What the source's own metadata says of it.</summary>
    public SourceMetadata? Metadata { get; set; }

    /// <summary>Reads the text of the page as a browser searches it; nothing where the source is no page.</summary>
    public Func<SearchableText>? Page { get; set; }

    /// <summary>Places the blocks in one canonical text and reads dates, type and language from it.</summary>
    public PolicyDocument Finish(PolicySource source, string sourceText)
    {
        CanonicalText text = CanonicalText.Of(this, source.Address, sourceText);
        if (text.Text.Length == 0)
            Diagnostics.Add(new PolicyDiagnostic { Code = "no-policy-found", Message = "The source holds no readable policy text; the page may be filled in by scripts after it is loaded." });
        return Document(source, text, Title ?? FirstHeading(text), Diagnostics);
    }

    /// <summary>Makes documents of some of the policies that stand on the page.</summary>
    public IReadOnlyList<PolicyDocument> Finish(PolicySource source, string sourceText, IReadOnlyList<PolicyPart> parts)
    {
        CanonicalText page = CanonicalText.Of(this, source.Address, sourceText);
        var documents = new List<PolicyDocument>(parts.Count);
        foreach (PolicyPart part in parts)
        {
            CanonicalText text = page.Slice(part.Start, part.End);
            string title = text.Blocks[0].Range.Of(text.Text);
            var taken = new PolicyDiagnostic { Code = "one-of-several-policies", Message = $"The page holds several policies; the part titled \"{title}\" was taken." };
            documents.Add(Document(source, text, title, [.. Diagnostics, taken]));
        }

        return documents;
    }

    private PolicyDocument Document(PolicySource source, CanonicalText text, string? title, IReadOnlyList<PolicyDiagnostic> diagnostics)
    {
        RecognizedType type = DocumentTypeRecognizer.Recognize(title, text.Text);
        string? language = Language ?? LanguageRecognizer.Recognize(text.Text);
        return new PolicyDocument
        {
            Source = Metadata is null ? source : source with { Metadata = Metadata },
            Text = text.Text,
            Blocks = text.Blocks,
            Links = text.Links,
            Title = title,
            Language = language,
            DocumentType = type.Type,
            DocumentTypeScore = type.Score,
            Dates = StatedDateReader.Read(text.Text, text.Blocks),
            Jurisdictions = StatedJurisdictionReader.Read(title, text.Text, text.Blocks, source.Address, Language),
            Diagnostics = diagnostics,
            Origin = text.Origin,
            Places = text.Places,
        };
    }

    private static string? FirstHeading(CanonicalText text)
    {
        DocumentBlock? heading = text.Blocks.Take(20).FirstOrDefault(block => block.Kind == DocumentBlockKind.Heading);
        return heading?.Range.Of(text.Text);
    }
}
