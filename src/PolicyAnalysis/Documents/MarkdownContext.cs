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

    public bool IsFootnote { get; init; }
}

/// <summary>The mark of a list item, which its first block takes.</summary>
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
