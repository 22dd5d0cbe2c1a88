using PolicyAnalysis.Documents.TextFragments;

namespace PolicyAnalysis.Documents;

/// <summary>A link inside a draft block, in the block's own offsets.</summary>
internal readonly record struct DraftLink(int Start, int End, string Target);

/// <summary>A block while a document is put together: its text is not yet placed in the canonical text.</summary>
internal sealed class DraftBlock
{
    public required DocumentBlockKind Kind { get; set; }

    /// <summary>The visible text, white space folded and trimmed.</summary>
    public required string Text { get; set; }

    public int Level { get; set; }

    public HeadingOrigin HeadingOrigin { get; set; }

    public string? Marker { get; set; }

    public int ListIndex { get; set; } = -1;

    public int TableIndex { get; set; } = -1;

    /// <summary>The end offsets of a row's cells in <see cref="Text"/>, cells parted by one tab.</summary>
    public IReadOnlyList<TextRange> Cells { get; set; } = [];

    /// <summary>The columns of a row's cells; empty where each cell stands in one column after the other.</summary>
    public IReadOnlyList<CellColumns> Columns { get; set; } = [];

    public string? Language { get; set; }

    public string? Anchor { get; set; }

    public IReadOnlyList<string> OtherAnchors { get; set; } = [];

    public IReadOnlyList<DraftLink> Links { get; set; } = [];

    /// <summary>The nodes of the page that the text was put together of; empty where there is no page.</summary>
    public IReadOnlyList<TextRun> Runs { get; set; } = [];

    /// <summary>Where the block begins in the source, or -1 where only a search can tell.</summary>
    public int SourceStart { get; set; } = -1;

    /// <summary>The place in the source of each character of <see cref="Text"/>, where the reader knows it; otherwise empty.</summary>
    public int[] SourceOffsets { get; set; } = [];
}
