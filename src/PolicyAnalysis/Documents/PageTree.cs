using AngleSharp.Dom;

namespace PolicyAnalysis.Documents;

/// <summary>
/// A page's body in document order as flat arrays, so that every walk is a loop: element or text, where its subtree ends, how
/// much text and how much link text stands in it.
/// </summary>
internal sealed class PageTree
{
    private static readonly HashSet<string> NeverContent = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas", "video", "audio", "map",
        "select", "input", "textarea", "datalist", "progress", "meter", "link", "meta", "head", "dialog", "frameset",
    };

    private PageTree(List<PageNode> nodes) => Nodes = nodes;

    /// <summary>The nodes in document order; the first is the body.</summary>
    public List<PageNode> Nodes { get; }

    public static PageTree Build(IElement body)
    {
        var nodes = new List<PageNode>(2048);
        var open = new Stack<int>();
        INode? current = body;
        while (current is not null)
        {
            bool entered = false;
            if (current is IElement element)
            {
                if (ReferenceEquals(element, body) || !NeverContent.Contains(element.LocalName))
                {
                    nodes.Add(new PageNode(element, open.Count > 0 ? open.Peek() : -1));
                    open.Push(nodes.Count - 1);
                    entered = true;
                }
            }
            else if (current is IText text && open.Count > 0)
            {
                int visible = VisibleLength(text.Data);
                nodes.Add(new PageNode(text.Data, visible, open.Peek()));
                nodes[^1].End = nodes.Count;
            }

            if (entered && current.FirstChild is { } child)
            {
                current = child;
                continue;
            }

            if (entered)
                nodes[open.Pop()].End = nodes.Count;
            while (current is not null && current.NextSibling is null)
            {
                current = current.Parent;
                if (current is null || open.Count == 0)
                    break;
                nodes[open.Pop()].End = nodes.Count;
                if (ReferenceEquals(current, body))
                    current = null;
            }

            current = current is null || open.Count == 0 ? null : current.NextSibling;
        }

        var tree = new PageTree(nodes);
        tree.Measure();
        return tree;
    }

    /// <summary>Counts text and link text of every subtree, kept nodes only.</summary>
    public void Measure()
    {
        foreach (PageNode node in Nodes)
        {
            node.TextLength = node.IsText && !node.IsDropped ? node.OwnLength : 0;
            node.LinkLength = 0;
            node.LinkCount = 0;
        }

        for (int index = Nodes.Count - 1; index > 0; index--)
        {
            PageNode node = Nodes[index];
            if (node.IsDropped)
            {
                node.TextLength = 0;
                continue;
            }

            if (node.Element is { LocalName: "a" } link && link.HasAttribute("href"))
            {
                node.LinkLength = node.TextLength;
                node.LinkCount = 1;
            }

            PageNode parent = Nodes[node.Parent];
            parent.TextLength += node.TextLength;
            parent.LinkLength += node.LinkLength;
            parent.LinkCount += node.LinkCount;
        }
    }

    /// <summary>Drops a subtree.</summary>
    public void Drop(int index)
    {
        for (int node = index; node < Nodes[index].End; node++)
            Nodes[node].IsDropped = true;
    }

    /// <summary>The kept child elements and texts of a node.</summary>
    public IEnumerable<int> Children(int index)
    {
        for (int child = index + 1; child < Nodes[index].End; child = Nodes[child].End)
        {
            if (!Nodes[child].IsDropped)
                yield return child;
        }
    }

    /// <summary>The visible text of a subtree up to a length, white space folded.</summary>
    public string TextOf(int index, int maximum)
    {
        var text = new System.Text.StringBuilder();
        for (int node = index; node < Nodes[index].End && text.Length < maximum; node++)
        {
            if (Nodes[node] is { IsText: true, IsDropped: false } leaf)
                WhiteSpace.AppendFolded(text, leaf.Data!);
        }

        return text.ToString().Trim();
    }

    private static int VisibleLength(string text)
    {
        int length = 0;
        foreach (char character in text)
        {
            if (!char.IsWhiteSpace(character))
                length++;
        }

        return length;
    }
}
