namespace PolicyAnalysis.Documents;

/// <summary>
/// Keeps the part of the page where the policy stands: goes down to the element that holds nearly all prose, and keeps beside
/// it what introduces or continues it.
/// </summary>
internal static class MainContent
{
    /// <summary>The share of the prose that a child must hold for the walk to go on into it.</summary>
    private const double DominantShare = 0.8;

    public static void Select(PageTree tree)
    {
        int current = 0;
        while (true)
        {
            int dominant = Dominant(tree, current);
            if (dominant < 0)
                return;
            DropSiblings(tree, current, dominant);
            current = dominant;
        }
    }

    private static int Dominant(PageTree tree, int parent)
    {
        int best = -1;
        for (int child = tree.FirstChild(parent); child < tree.Nodes[parent].End; child = tree.NextChild(child, parent))
        {
            if (!tree.Nodes[child].IsText && (best < 0 || tree.Nodes[child].ProseLength > tree.Nodes[best].ProseLength))
                best = child;
        }

        if (best < 0 || tree.Nodes[best].Name is "p" or "ul" or "ol" or "table" or "dl" or "tbody" or "tr" or "li" or "pre")
            return -1;
        int prose = tree.Nodes[best].ProseLength;
        return prose > 0 && prose >= DominantShare * tree.Nodes[parent].ProseLength ? best : -1;
    }

    private static void DropSiblings(PageTree tree, int parent, int dominant)
    {
        bool isMain = tree.Nodes[dominant].Name is "main" or "article" || tree.Nodes[dominant].Role == "main";
        for (int sibling = tree.FirstChild(parent); sibling < tree.Nodes[parent].End; sibling = tree.NextChild(sibling, parent))
        {
            if (sibling == dominant)
                continue;
            bool keep = tree.Nodes[sibling].TextLength > 0
                && (sibling < dominant ? Introduces(tree, sibling, isMain) : Continues(tree, sibling, isMain));
            if (!keep)
                tree.Drop(sibling);
        }
    }

    /// <summary>Before the body: a title, a date, a sentence.</summary>
    private static bool Introduces(PageTree tree, int index, bool isMain)
    {
        PageNode node = tree.Nodes[index];
        if (StatesDate(tree, index))
            return true;
        if (node.LinkDensity > 0.5)
            return false;
        if (tree.HasHeading(index, deepest: isMain ? 1 : 2))
            return true;
        return !isMain && node.ProseLength > 0;
    }

    /// <summary>After the body: more prose that is not a list of links.</summary>
    private static bool Continues(PageTree tree, int index, bool isMain)
    {
        PageNode node = tree.Nodes[index];
        return node.HoldsNotes || (!isMain && node.LinkDensity < 0.3 && (node.ProseLength >= 2 * PageTree.ProseLine || (node.IsText && node.OwnLength > PageTree.ProseLine)));
    }

    private static bool StatesDate(PageTree tree, int index) =>
        tree.Nodes[index].TextLength < 200 && StatedDateReader.StatesDate(tree.TextOf(index, 240));
}
