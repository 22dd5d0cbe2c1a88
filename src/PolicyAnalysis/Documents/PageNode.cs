using AngleSharp.Dom;

namespace PolicyAnalysis.Documents;

/// <summary>An element or a text of a page, with the measures of its subtree.</summary>
internal sealed class PageNode
{
    public PageNode(IElement element, int parent)
    {
        Element = element;
        Parent = parent;
    }

    public PageNode(string data, int ownLength, int parent)
    {
        Data = data;
        OwnLength = ownLength;
        Parent = parent;
    }

    public IElement? Element { get; }

    public string? Data { get; }

    public int OwnLength { get; }

    public int Parent { get; }

    /// <summary>One past the last node of the subtree.</summary>
    public int End { get; set; }

    public bool IsDropped { get; set; }

    /// <summary>Visible characters of the subtree, white space left out.</summary>
    public int TextLength { get; set; }

    /// <summary>Visible characters inside links.</summary>
    public int LinkLength { get; set; }

    public int LinkCount { get; set; }

    public bool IsText => Data is not null;

    public string Name => Element?.LocalName ?? string.Empty;

    /// <summary>The share of the text that stands in links, 0 to 1.</summary>
    public double LinkDensity => TextLength == 0 ? 0 : (double)LinkLength / TextLength;

    public string? Role => Element?.GetAttribute("role")?.Trim().ToLowerInvariant();
}
