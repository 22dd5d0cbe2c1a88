namespace PolicyAnalysis;

/// <summary>What a block of a document is to a reader.</summary>
public enum DocumentBlockKind
{
    /// <summary>A heading; see <see cref="DocumentBlock.Level"/>.</summary>
    Heading,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>An item of a list, without its nested items, which are blocks of their own.</summary>
    ListItem,

    /// <summary>A row of column headers of a table.</summary>
    TableHeader,

    /// <summary>A row of a table.</summary>
    TableRow,

    /// <summary>The term of a definition list.</summary>
    DefinitionTerm,

    /// <summary>The description of a definition list.</summary>
    DefinitionDescription,

    /// <summary>A quotation.</summary>
    Quote,

    /// <summary>Preformatted text.</summary>
    Preformatted,

    /// <summary>A footnote or endnote.</summary>
    Footnote,
}

/// <summary>How the reader knew that a block is a heading.</summary>
public enum HeadingOrigin
{
    /// <summary>The block is not a heading.</summary>
    None,

    /// <summary>A heading element or heading markup of the format.</summary>
    Markup,

    /// <summary>An accessibility role.</summary>
    Role,

    /// <summary>A short paragraph set wholly in bold or a larger face.</summary>
    Typography,

    /// <summary>The control of a collapsed section, such as a summary or an accordion's button.</summary>
    Disclosure,

    /// <summary>The shape of a line in plain text: underlined, all capitals, or numbered.</summary>
    Layout,

    /// <summary>A table of contents of the page leads to it by its own words.</summary>
    Contents,
}

/// <summary>A piece of a document as a person reads it: a heading, a paragraph, a list item, a row of a table.</summary>
/// <remarks>Immutable and thread-safe. Blocks of a document are in reading order and do not overlap.</remarks>
public sealed record DocumentBlock
{
    /// <summary>What the block is.</summary>
    public required DocumentBlockKind Kind { get; init; }

    /// <summary>The block's range in the canonical text of its document; never empty.</summary>
    public required TextRange Range { get; init; }

    /// <summary>1 to 6 for a heading, the nesting depth from 1 for a list item, otherwise 0.</summary>
    public int Level { get; init; }

    /// <summary>How a heading was recognised; <see cref="HeadingOrigin.None"/> for what is not a heading.</summary>
    public HeadingOrigin HeadingOrigin { get; init; }

    /// <summary>The mark that a reader sees before a list item where it is not part of the text: <c>3.</c>, <c>(b)</c>, <c>•</c>; otherwise <see langword="null"/>.</summary>
    public string? Marker { get; init; }

    /// <summary>A number that the blocks of one list share; -1 outside a list.</summary>
    public int ListIndex { get; init; } = -1;

    /// <summary>A number that the rows of one table share; -1 outside a table.</summary>
    public int TableIndex { get; init; } = -1;

    /// <summary>The ranges of a row's cells, in order; empty outside a table.</summary>
    public IReadOnlyList<TextRange> Cells { get; init; } = [];

    /// <summary>The language of the block where it is marked apart from the document's, as a BCP 47 tag; otherwise <see langword="null"/>.</summary>
    public string? Language { get; init; }

    /// <summary>The fragment by which the block can be linked in its source, without the number sign; otherwise <see langword="null"/>.</summary>
    public string? Anchor { get; init; }

    /// <summary>The columns of a row's cells; empty where each cell stands in one column after the other.</summary>
    internal IReadOnlyList<CellColumns> Columns { get; init; } = [];

    /// <summary>Further fragments that lead to the block, such as those of the elements around it.</summary>
    internal IReadOnlyList<string> OtherAnchors { get; init; } = [];
}

/// <summary>A link in a document.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record DocumentLink
{
    /// <summary>The range of the link's text in the canonical text.</summary>
    public required TextRange Range { get; init; }

    /// <summary>The target as the source writes it, resolved against the document's address where that is known.</summary>
    public required string Target { get; init; }
}
