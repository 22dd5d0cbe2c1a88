namespace PolicyAnalysis.Documents;

/// <summary>
/// Keeps the part of the page where the policy stands: goes down to the element that holds nearly all prose, and keeps beside
/// it what introduces or continues it.
/// </summary>
internal static class MainContent
{
    /// <summary>The share of the prose that a child must hold for the walk to go on into it.</summary>
    private const double DominantShare = 0.8;

    /// <summary>A text this long outside links is prose.</summary>
    private const int ProseLength = 60;

    public static void Select(PageTree tree)
    {
        int[] prose = ProseLengths(tree);
        int current = 0;
        while (true)
        {
            int dominant = Dominant(tree, prose, current);
            if (dominant < 0)
                return;
            if (tree.Nodes[current].Name is not ("main" or "article") || prose[dominant] < prose[current])
                DropSiblings(tree, prose, current, dominant);
            current = dominant;
        }
    }

    private static int Dominant(PageTree tree, int[] prose, int parent)
    {
        int best = -1;
        foreach (int child in tree.Children(parent))
        {
            if (!tree.Nodes[child].IsText && (best < 0 || prose[child] > prose[best]))
                best = child;
        }

        if (best < 0 || tree.Nodes[best].Name is "p" or "ul" or "ol" or "table" or "dl" or "tbody" or "tr" or "li" or "pre")
            return -1;
        return prose[best] > 0 && prose[best] >= DominantShare * prose[parent] ? best : -1;
    }

    private static void DropSiblings(PageTree tree, int[] prose, int parent, int dominant)
    {
        bool isMain = tree.Nodes[dominant].Name is "main" or "article" || tree.Nodes[dominant].Role == "main";
        List<int> siblings = [.. tree.Children(parent).Where(child => child != dominant)];
        foreach (int sibling in siblings)
        {
            PageNode node = tree.Nodes[sibling];
            bool keep = sibling < dominant ? Introduces(tree, prose, sibling, isMain) : Continues(tree, prose, sibling, isMain);
            if (!keep || node.TextLength == 0)
                tree.Drop(sibling);
        }

        tree.Measure();
    }

    /// <summary>Before the body: a title, a date, a sentence.</summary>
    private static bool Introduces(PageTree tree, int[] prose, int index, bool isMain)
    {
        PageNode node = tree.Nodes[index];
        if (node.LinkDensity > 0.5)
            return false;
        if (HasHeading(tree, index, deepest: isMain ? 1 : 2))
            return true;
        return !isMain && (prose[index] > 0 || StatesDate(tree, index));
    }

    /// <summary>After the body: more prose that is not a list of links.</summary>
    private static bool Continues(PageTree tree, int[] prose, int index, bool isMain)
    {
        PageNode node = tree.Nodes[index];
        return !isMain && node.LinkDensity < 0.3 && (prose[index] >= 2 * ProseLength || (node.IsText && node.OwnLength > ProseLength));
    }

    private static bool StatesDate(PageTree tree, int index) =>
        tree.Nodes[index].TextLength < 200 && StatedDateReader.HasCue(tree.TextOf(index, 240));

    private static bool HasHeading(PageTree tree, int index, int deepest)
    {
        for (int node = index; node < tree.Nodes[index].End; node++)
        {
            if (!tree.Nodes[node].IsDropped && tree.Nodes[node].Name is ['h', >= '1' and <= '6' and var level] && level - '0' <= deepest)
                return true;
        }

        return false;
    }

    private static int[] ProseLengths(PageTree tree)
    {
        int[] prose = new int[tree.Nodes.Count];
        for (int index = tree.Nodes.Count - 1; index > 0; index--)
        {
            PageNode node = tree.Nodes[index];
            if (node.IsDropped)
            {
                prose[index] = 0;
                continue;
            }

            if (node.Name is "p" or "li" or "td" or "dd" or "blockquote" or "h1" or "h2" or "h3" or "h4")
                prose[index] = node.TextLength >= ProseLength || node.Name[0] != 'p' ? node.TextLength - node.LinkLength : prose[index];
            else if (node.IsText && node.OwnLength >= ProseLength)
                prose[index] = node.OwnLength;
            prose[node.Parent] += prose[index];
        }

        return prose;
    }
}
