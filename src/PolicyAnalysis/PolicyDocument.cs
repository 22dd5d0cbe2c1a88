namespace PolicyAnalysis;

/// <summary>
/// A policy as a person reads it: one immutable canonical text, its blocks, links, dates and title, each tied to a range of
/// that text and through it to line and column of the source.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed partial class PolicyDocument
{
    /// <summary>Where the document came from.</summary>
    public required PolicySource Source { get; init; }

    /// <summary>The canonical text: visible text only, blocks separated by a line feed, cells of a table row by a tab, normalised white space inside a block.</summary>
    public required string Text { get; init; }

    /// <summary>The blocks in reading order; they do not overlap and cover the text but for the separators.</summary>
    public required IReadOnlyList<DocumentBlock> Blocks { get; init; }

    /// <summary>The links in reading order.</summary>
    public IReadOnlyList<DocumentLink> Links { get; init; } = [];

    /// <summary>The dates that the document states of itself, in reading order.</summary>
    public IReadOnlyList<StatedDate> Dates { get; init; } = [];

    /// <summary>The title, or <see langword="null"/> where none was found.</summary>
    public string? Title { get; init; }

    /// <summary>The language as a BCP 47 tag, marked by the source or recognised; <see langword="null"/> where it is not known.</summary>
    public string? Language { get; init; }

    /// <summary>The kind of policy.</summary>
    public PolicyDocumentType DocumentType { get; init; }

    /// <summary>How sure <see cref="DocumentType"/> is, 0 to 1: 0.8 and more where the title names it, less where only the words of the text speak for it.</summary>
    public double DocumentTypeScore { get; init; }

    /// <summary>The regions that the document says it is written for, the plainest statement first; empty where it says none.</summary>
    public IReadOnlyList<StatedJurisdiction> Jurisdictions { get; init; } = [];

    /// <summary>What was guessed, dropped or cut; usually empty.</summary>
    public IReadOnlyList<PolicyDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>The stated effective date, the first where there are several; otherwise <see langword="null"/>.</summary>
    public DateOnly? EffectiveDate => FirstDate(StatedDateKind.Effective);

    /// <summary>The stated date of the last update, the first where there are several; otherwise <see langword="null"/>.</summary>
    public DateOnly? UpdatedDate => FirstDate(StatedDateKind.Updated);

    /// <summary>The quote that a range names.</summary>
    /// <param name="range">A range of <see cref="Text"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie inside the text.</exception>
    public Quote QuoteOf(TextRange range) => new(range.Of(Text), range);

    private DateOnly? FirstDate(StatedDateKind kind)
    {
        foreach (StatedDate date in Dates)
        {
            if (date.Kind == kind)
                return date.Date;
        }

        return null;
    }
}
