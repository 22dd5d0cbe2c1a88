namespace PolicyAnalysis.Documents;

/// <summary>
/// A page's own contents: the links that lead to places inside it, by the id of the place. A line that a link of the same
/// words leads to is a heading, whatever element it is.
/// </summary>
internal static class PageContents
{
    private const int LongestEntry = 120;

    public static Dictionary<string, string> Read(PageTree tree)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int index = 0; index < tree.Nodes.Count; index++)
        {
            PageNode node = tree.Nodes[index];
            if (node.Name != "a" || node.TextLength is 0 or > LongestEntry)
                continue;
            if (node.Element!.GetAttribute("href") is ['#', _, ..] target)
                entries.TryAdd(target[1..], tree.TextOf(index, LongestEntry + 1));
        }

        return entries;
    }
}
