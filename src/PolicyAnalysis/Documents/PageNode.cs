using AngleSharp.Dom;

namespace PolicyAnalysis.Documents;

/// <summary>An element or a text of a page, with what is known of it before any judgement and the measures of its subtree.</summary>
/// <remarks>Attributes are read once, when the tree is built: looking them up again in every rule costs more than parsing.</remarks>
internal sealed class PageNode
{
    public PageNode(IElement element, string name, int parent)
    {
        Element = element;
        Name = name;
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

    /// <summary>The element's name in lower case; empty for a text.</summary>
    public string Name { get; } = string.Empty;

    /// <summary>Visible characters of a text, white space left out.</summary>
    public int OwnLength { get; }

    public int Parent { get; }

    /// <summary>One past the last node of the subtree.</summary>
    public int End { get; set; }

    public bool IsDropped { get; set; }

    public ElementTraits Traits { get; set; }

    /// <summary>The element's id, or nothing.</summary>
    public string? Id { get; set; }

    /// <summary>The accessibility role in lower case, or nothing.</summary>
    public string? Role { get; set; }

    /// <summary>The language that holds here, marked on this element or on one above it inside the body.</summary>
    public string? Language { get; set; }

    /// <summary>For a text: the nearest element that is not inline.</summary>
    public int Owner { get; set; }

    /// <summary>Visible characters of the subtree, white space left out.</summary>
    public int TextLength { get; set; }

    /// <summary>Visible characters inside links.</summary>
    public int LinkLength { get; set; }

    public int LinkCount { get; set; }

    /// <summary>Visible characters outside links of lines that are long enough to be sentences.</summary>
    public int ProseLength { get; set; }

    /// <summary>Buttons and form fields in the subtree, fields that are not kept as nodes included.</summary>
    public int ControlCount { get; set; }

    /// <summary>Visible characters of the footnotes in the subtree.</summary>
    public int NoteLength { get; set; }

    /// <summary>For an image: the alternative that is read as text; otherwise nothing.</summary>
    public string? Alternative { get; set; }

    /// <summary>Whether most of the text is footnotes.</summary>
    public bool HoldsNotes => NoteLength > 0 && 2 * NoteLength >= TextLength;

    public bool IsText => Data is not null;

    public bool Has(ElementTraits traits) => (Traits & traits) != ElementTraits.None;

    /// <summary>The share of the text that stands in links, 0 to 1.</summary>
    public double LinkDensity => TextLength == 0 ? 0 : (double)LinkLength / TextLength;

    /// <summary>1 to 6 for a heading element, otherwise 0.</summary>
    public int HeadingLevel => Name is ['h', >= '1' and <= '6' and var digit] ? digit - '0' : 0;
}
