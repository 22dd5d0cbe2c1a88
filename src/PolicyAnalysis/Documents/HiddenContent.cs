namespace PolicyAnalysis.Documents;

/// <summary>
/// Drops what a page hides, but keeps the panels that a reader opens: accordions, tabs, folded sections.
/// </summary>
internal static class HiddenContent
{
    /// <summary>Hidden text shorter than this is a tooltip, not a panel.</summary>
    private const int ShortText = 120;

    /// <summary>A hidden part with this much text and a title of its own is another document.</summary>
    private const int WholeDocument = 3000;

    public static void Remove(PageTree tree)
    {
        HashSet<string>? controlled = null;
        HashSet<string>? panels = null;
        int total = Math.Max(1, tree.Nodes[0].TextLength);
        for (int index = 1; index < tree.Nodes.Count; index++)
        {
            PageNode node = tree.Nodes[index];
            if (node.IsText || !node.Has(ElementTraits.Hidden | ElementTraits.Panel))
                continue;

            // An id names one element: a hidden panel that bears the id of an earlier one is its alternative.
            bool isAlternative = node.Has(ElementTraits.Panel) && node.Id is { } id && !(panels ??= new(StringComparer.Ordinal)).Add(id);
            if (!node.Has(ElementTraits.Hidden))
                continue;
            controlled ??= Controlled(tree);
            if (!isAlternative && node.TextLength > 0 && !IsUnwanted(tree, index, total, controlled))
                continue;
            tree.Drop(index);
            index = node.End - 1;
        }
    }

    private static bool IsUnwanted(PageTree tree, int index, int total, HashSet<string> controlled)
    {
        PageNode node = tree.Nodes[index];
        bool panel = IsPanel(node, controlled);
        if (node.TextLength < ShortText)
            return !panel;
        if (panel)
            return node.TextLength > WholeDocument && tree.HasHeading(index, deepest: 1) && HiddenSiblings(tree, index) > 2;
        return node.TextLength < total * 0.6;
    }

    private static bool IsPanel(PageNode node, HashSet<string> controlled) =>
        node.Has(ElementTraits.Panel | ElementTraits.PanelWord) || (node.Id is { } id && controlled.Contains(id));

    private static int HiddenSiblings(PageTree tree, int index)
    {
        int parent = tree.Nodes[index].Parent;
        int count = 0;
        for (int child = parent + 1; child < tree.Nodes[parent].End; child = tree.Nodes[child].End)
        {
            if (child != index && tree.Nodes[child].Has(ElementTraits.Hidden))
                count++;
        }

        return count;
    }

    /// <summary>The ids that controls of the page open and close.</summary>
    private static HashSet<string> Controlled(PageTree tree)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (PageNode node in tree.Nodes)
        {
            if (!node.Has(ElementTraits.Disclosure))
                continue;
            if (node.Element!.GetAttribute("aria-controls") is { } controls)
                ids.UnionWith(controls.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            if (node.Name == "a" && node.Element.GetAttribute("href") is ['#', .. var target])
                ids.Add(target);
        }

        return ids;
    }
}
