namespace PolicyAnalysis;

/// <summary>What kind of text a provision is.</summary>
public enum ProvisionKind
{
    /// <summary>A heading, kept so that a comparison misses nothing.</summary>
    Heading,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A list item, to be read with its lead-in.</summary>
    ListItem,

    /// <summary>A table row, to be read with its column headers.</summary>
    TableRow,

    /// <summary>A term with its meaning.</summary>
    Definition,

    /// <summary>A quotation.</summary>
    Quote,

    /// <summary>Preformatted text.</summary>
    Preformatted,

    /// <summary>A footnote or endnote.</summary>
    Footnote,
}

/// <summary>
/// The smallest unit of a policy that stands by itself: a paragraph, a list item with its lead-in, a table row with its headers.
/// </summary>
/// <remarks>Immutable and thread-safe. The provisions of a document are in reading order and their ranges do not overlap.</remarks>
public sealed record Provision
{
    /// <summary>
    /// An id that survives edits elsewhere in the document: a fingerprint of the text. Where the same text stands again, its
    /// heading and then an ordinal tell the repeats apart. Equal text gives an equal id on every machine.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The zero-based place among the document's provisions.</summary>
    public required int Ordinal { get; init; }

    /// <summary>What kind of text it is.</summary>
    public required ProvisionKind Kind { get; init; }

    /// <summary>The range in the canonical text; never empty.</summary>
    public required TextRange Range { get; init; }

    /// <summary>The slice of the canonical text that <see cref="Range"/> names.</summary>
    public required string Text { get; init; }

    /// <summary>The headings above the provision, outermost first; empty at the top of a document.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>The number that a reader sees, for example <c>4.2(b)</c> or <c>§ 3</c>; otherwise <see langword="null"/>.</summary>
    public string? Number { get; init; }

    /// <summary>The sentence that introduces the list or table the provision belongs to; otherwise <see langword="null"/>.</summary>
    public string? LeadIn { get; init; }

    /// <summary>The range of <see cref="LeadIn"/> in the canonical text.</summary>
    public TextRange? LeadInRange { get; init; }

    /// <summary>The column headers of a table row, one a cell, empty where a column has none; empty outside a table.</summary>
    public IReadOnlyList<string> TableHeaders { get; init; } = [];

    /// <summary>The ranges of a table row's cells; empty outside a table.</summary>
    public IReadOnlyList<TextRange> Cells { get; init; } = [];

    /// <summary>The <see cref="Ordinal"/> of the provision that this one stands under in the tree of clauses: its heading, or the item or sentence that introduces it; <see langword="null"/> at the top.</summary>
    public int? ParentOrdinal { get; init; }

    /// <summary>The term that a definition defines; <see langword="null"/> where the provision defines none.</summary>
    public TextRange? TermRange { get; init; }

    /// <summary>The places that point to other provisions of the document, in reading order.</summary>
    public IReadOnlyList<ProvisionReference> References { get; init; } = [];

    /// <summary>The language as a BCP 47 tag where it is marked apart from the document's; otherwise <see langword="null"/>.</summary>
    public string? Language { get; init; }

    /// <summary>Where the provision begins in the source.</summary>
    public SourcePosition Position { get; init; }
}
