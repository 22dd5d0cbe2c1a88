namespace PolicyAnalysis.Documents;

/// <summary>Drops the second of two subtrees with the same long text: a page's copy for small screens.</summary>
internal static class RepeatedContent
{
    /// <summary>A passage that is repeated on purpose is shorter than this, in visible characters.</summary>
    private const int MinimumLength = 600;

    /// <summary>A copy without headings is a copy of the page only where it holds this share of it; otherwise it is a repeated clause.</summary>
    private const double MinimumShare = 0.15;

    /// <summary>How many characters at the start tell two texts of one length apart before they are compared whole.</summary>
    private const int SampleLength = 48;

    public static void Remove(PageTree tree)
    {
        List<PageNode> nodes = tree.Nodes;
        double share = MinimumShare * nodes[0].TextLength;
        var seen = new Dictionary<(int Length, int Sample), int>();
        for (int index = 1; index < nodes.Count; index++)
        {
            PageNode node = nodes[index];
            if (node.IsDropped || node.TextLength < MinimumLength)
            {
                index = node.End - 1;
                continue;
            }

            if (node.IsText)
                continue;
            var key = (node.TextLength, Sample(nodes, index));
            if (!seen.TryGetValue(key, out int first))
            {
                seen.Add(key, index);
            }
            else if (index >= nodes[first].End && SameText(nodes, first, index)
                && (node.TextLength >= share || tree.HasHeading(index, deepest: 6) || IsInHidden(nodes, index)))
            {
                tree.Drop(index);
                index = node.End - 1;
            }
        }
    }

    private static bool IsInHidden(List<PageNode> nodes, int index)
    {
        for (int node = index; node > 0; node = nodes[node].Parent)
        {
            if (nodes[node].Has(ElementTraits.Hidden))
                return true;
        }

        return false;
    }

    private static int Sample(List<PageNode> nodes, int index)
    {
        var hash = default(HashCode);
        var reader = new VisibleReader(nodes, index);
        for (int count = 0; count < SampleLength && reader.Next() is { } character; count++)
            hash.Add(character);
        return hash.ToHashCode();
    }

    private static bool SameText(List<PageNode> nodes, int first, int second)
    {
        var left = new VisibleReader(nodes, first);
        var right = new VisibleReader(nodes, second);
        while (left.Next() is { } character)
        {
            if (right.Next() != character)
                return false;
        }

        return right.Next() is null;
    }

    /// <summary>The visible characters of a subtree one after the other.</summary>
    private struct VisibleReader(List<PageNode> nodes, int index)
    {
        private readonly int _end = nodes[index].End;
        private int _node = index;
        private int _position;

        public char? Next()
        {
            for (; _node < _end; _node++, _position = 0)
            {
                if (nodes[_node] is not { IsDropped: false, OwnLength: > 0, Data: { } data })
                    continue;
                while (_position < data.Length)
                {
                    char character = data[_position++];
                    if (WhiteSpace.IsVisible(character))
                        return character;
                }
            }

            return null;
        }
    }
}
