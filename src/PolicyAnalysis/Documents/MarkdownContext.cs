namespace PolicyAnalysis.Documents;

/// <summary>What a Markdown block stands in.</summary>
internal readonly record struct MarkdownContext
{
    public MarkdownContext()
    {
    }

    public int ListDepth { get; init; }

    public int ListIndex { get; init; } = -1;

    public MarkdownMarker? Marker { get; init; }

    public bool IsQuote { get; init; }

    /// <summary>The fragment of the footnote that the block is part of.</summary>
    public MarkdownMarker? Note { get; init; }
}

/// <summary>What only the first block of an item or a note takes: its mark, its fragment.</summary>
internal sealed class MarkdownMarker(string text)
{
    private string? _text = text;

    public string? Take()
    {
        string? taken = _text;
        _text = null;
        return taken;
    }
}
