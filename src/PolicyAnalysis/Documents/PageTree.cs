using System.Text;
using AngleSharp.Dom;

namespace PolicyAnalysis.Documents;

/// <summary>
/// A page's body in document order as one flat list, so that every walk is a loop: element or text, where its subtree ends,
/// and how much text, prose, link text and how many controls stand in it.
/// </summary>
internal sealed class PageTree
{
    /// <summary>A line with this many visible characters outside links is prose.</summary>
    public const int ProseLine = 60;

    private static readonly Dictionary<string, ElementRole> Roles = MakeRoles();

    private PageTree(List<PageNode> nodes) => Nodes = nodes;

    /// <summary>The nodes in document order; the first is the body.</summary>
    public List<PageNode> Nodes { get; }

    /// <remarks>Children are taken by index: asking a node of the parsed tree for its next sibling searches all its siblings.</remarks>
    public static PageTree Build(IElement body, ClassVocabulary vocabulary)
    {
        var nodes = new List<PageNode>(2048);
        var reader = new ElementTraitReader(vocabulary);
        var open = new Stack<OpenElement>();
        open.Push(new OpenElement(body.ChildNodes, AddElement(nodes, reader, body, body.LocalName, ElementRole.Block, -1), 0));
        while (open.TryPop(out OpenElement current))
        {
            if (current.Next == current.Children.Length)
            {
                nodes[current.Node].End = nodes.Count;
                continue;
            }

            open.Push(current with { Next = current.Next + 1 });
            switch (current.Children[current.Next])
            {
                case IElement element:
                    string name = element.LocalName;
                    ElementRole role = Roles.GetValueOrDefault(name);
                    if (role != ElementRole.NeverContent)
                        open.Push(new OpenElement(element.ChildNodes, AddElement(nodes, reader, element, name, role, current.Node), 0));
                    else if (name is "input" or "select" or "textarea" && element.GetAttribute("type") is not "hidden")
                        nodes[current.Node].ControlCount++;
                    break;
                case IText { Data: { Length: > 0 } data }:
                    int length = WhiteSpace.VisibleLength(data);
                    if (length > 0 || nodes[current.Node].Has(ElementTraits.Inline) || ParsWords(current.Children, current.Next))
                        AddText(nodes, length > 0 ? data : " ", length, current.Node);
                    break;
            }
        }

        Measure(nodes);
        return new PageTree(nodes);
    }

    /// <summary>Drops a subtree and takes it off the measures of what stands above it.</summary>
    public void Drop(int index)
    {
        PageNode dropped = Nodes[index];
        if (dropped.IsDropped)
            return;
        for (int ancestor = dropped.Parent; ancestor >= 0; ancestor = Nodes[ancestor].Parent)
        {
            PageNode node = Nodes[ancestor];
            node.TextLength -= dropped.TextLength;
            node.LinkLength -= dropped.LinkLength;
            node.LinkCount -= dropped.LinkCount;
            node.ProseLength -= dropped.ProseLength;
            node.ControlCount -= dropped.ControlCount;
        }

        for (int node = index; node < dropped.End; node++)
            Nodes[node].IsDropped = true;
        dropped.TextLength = dropped.LinkLength = dropped.LinkCount = dropped.ProseLength = dropped.ControlCount = 0;
    }

    /// <summary>The first kept child of a node, or the end of its subtree.</summary>
    public int FirstChild(int index) => SkipDropped(index + 1, Nodes[index].End);

    /// <summary>The next kept sibling inside a parent, or the end of the parent's subtree.</summary>
    public int NextChild(int index, int parent) => SkipDropped(Nodes[index].End, Nodes[parent].End);

    /// <summary>Whether a kept heading of a level or above stands in a subtree.</summary>
    public bool HasHeading(int index, int deepest)
    {
        int end = Nodes[index].End;
        for (int node = index; node < end; node++)
        {
            if (Nodes[node].IsDropped)
                node = Nodes[node].End - 1;
            else if (Nodes[node].HeadingLevel is var level && level > 0 && level <= deepest && Nodes[node].TextLength > 0)
                return true;
        }

        return false;
    }

    /// <summary>The visible text of a subtree up to a length, white space folded.</summary>
    public string TextOf(int index, int maximum)
    {
        var text = new StringBuilder();
        for (int node = index; node < Nodes[index].End && text.Length < maximum; node++)
        {
            if (Nodes[node] is { IsText: true, IsDropped: false } leaf)
                WhiteSpace.AppendFolded(text, leaf.Data!);
            else if (Nodes[node] is { Alternative: { } alternative, IsDropped: false })
                WhiteSpace.AppendFolded(text, alternative);
            else if (!Nodes[node].Has(ElementTraits.Inline))
                WhiteSpace.AppendFolded(text, " ");
        }

        return text.ToString().Trim();
    }

    private int SkipDropped(int index, int end)
    {
        while (index < end && Nodes[index].IsDropped)
            index = Nodes[index].End;
        return index;
    }

    private static int AddElement(List<PageNode> nodes, ElementTraitReader reader, IElement element, string name, ElementRole role, int parent)
    {
        var node = new PageNode(element, name, parent);
        if (role == ElementRole.Inline)
            node.Traits |= ElementTraits.Inline;
        reader.Read(element, node);
        if (parent >= 0)
        {
            PageNode above = nodes[parent];
            node.Language ??= above.Language;
            node.Traits |= above.Traits & ElementTraits.InLink;
            if (node.Has(ElementTraits.Inline))
                node.Traits |= above.Traits & ElementTraits.Emphasis;
        }

        if (name == "button")
            node.ControlCount = 1;

        nodes.Add(node);
        return nodes.Count - 1;
    }

    /// <summary>Whether white space stands between words or inline elements; between blocks it is only how the source is laid out.</summary>
    private static bool ParsWords(INodeList siblings, int space) =>
        space > 0 && space + 1 < siblings.Length && IsInLine(siblings[space - 1]) && IsInLine(siblings[space + 1]);

    private static bool IsInLine(INode node) => node is not IElement element || Roles.GetValueOrDefault(element.LocalName) == ElementRole.Inline;

    private static void AddText(List<PageNode> nodes, string data, int length, int parent)
    {
        PageNode above = nodes[parent];
        int owner = parent;
        while (owner > 0 && nodes[owner].Has(ElementTraits.Inline))
            owner = nodes[owner].Parent;
        var node = new PageNode(data, length, parent) { Owner = owner, TextLength = length, Traits = above.Traits & (ElementTraits.InLink | ElementTraits.Emphasis) };
        if (node.Has(ElementTraits.InLink))
            node.LinkLength = length;
        else
            nodes[owner].ProseLength += length;
        nodes.Add(node);
        node.End = nodes.Count;
    }

    private static void Measure(List<PageNode> nodes)
    {
        // Until here an element's prose is what stands directly in it: one line, too short or long enough.
        foreach (PageNode node in nodes)
        {
            if (node.ProseLength < ProseLine)
                node.ProseLength = 0;
        }

        for (int index = nodes.Count - 1; index > 0; index--)
        {
            PageNode node = nodes[index];
            PageNode parent = nodes[node.Parent];
            parent.TextLength += node.TextLength;
            parent.LinkLength += node.LinkLength;
            parent.LinkCount += node.LinkCount;
            parent.ProseLength += node.ProseLength;
            parent.ControlCount += node.ControlCount;
        }
    }

    private static Dictionary<string, ElementRole> MakeRoles()
    {
        var roles = new Dictionary<string, ElementRole>(StringComparer.Ordinal);
        foreach (string name in (ReadOnlySpan<string>)[
            "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas", "video", "audio", "map",
            "select", "input", "textarea", "datalist", "progress", "meter", "link", "meta", "head", "frameset"])
            roles[name] = ElementRole.NeverContent;
        foreach (string name in (ReadOnlySpan<string>)[
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
            "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "ruby", "rt", "rb"])
            roles[name] = ElementRole.Inline;
        return roles;
    }

    private enum ElementRole
    {
        Block,
        Inline,
        NeverContent,
    }

    private readonly record struct OpenElement(INodeList Children, int Node, int Next);
}
