namespace PolicyAnalysis.Documents;

/// <summary>Drops the second of two subtrees with the same long text: a page's copy for small screens.</summary>
internal static class RepeatedContent
{
    /// <summary>A passage that is repeated on purpose is shorter than this, in visible characters.</summary>
    private const int MinimumLength = 600;

    /// <summary>A copy without headings is a copy of the page only where it holds this share of it; otherwise it is a repeated clause.</summary>
    private const double MinimumShare = 0.15;

    private const ulong Factor = 1_099_511_628_211;

    public static void Remove(PageTree tree)
    {
        List<PageNode> nodes = tree.Nodes;
        double share = MinimumShare * nodes[0].TextLength;
        (ulong[] prefix, int[] lengths) = Prefixes(nodes);
        var seen = new Dictionary<(int Length, ulong Hash), int>();
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
            int length = lengths[node.End] - lengths[index];
            ulong hash = unchecked(prefix[node.End] - (prefix[index] * Power(length)));
            if (!seen.TryGetValue((length, hash), out int first))
            {
                seen.Add((length, hash), index);
            }
            else if (index >= nodes[first].End && (node.TextLength >= share || tree.HasHeading(index, deepest: 6) || IsInHidden(nodes, index)))
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

    /// <summary>A rolling hash of the visible characters before each node: the hash of a subtree is the difference of two.</summary>
    private static (ulong[] Hashes, int[] Lengths) Prefixes(List<PageNode> nodes)
    {
        ulong[] prefix = new ulong[nodes.Count + 1];
        int[] lengths = new int[nodes.Count + 1];
        for (int index = 0; index < nodes.Count; index++)
        {
            ulong hash = prefix[index];
            int length = lengths[index];
            if (nodes[index] is { IsText: true, IsDropped: false, OwnLength: > 0 } leaf)
            {
                foreach (char character in leaf.Data!)
                {
                    if (char.IsWhiteSpace(character))
                        continue;
                    hash = unchecked((hash * Factor) + character);
                    length++;
                }
            }

            prefix[index + 1] = hash;
            lengths[index + 1] = length;
        }

        return (prefix, lengths);
    }

    private static ulong Power(int exponent)
    {
        ulong result = 1;
        for (ulong square = Factor; exponent > 0; exponent >>= 1, square = unchecked(square * square))
        {
            if ((exponent & 1) == 1)
                result = unchecked(result * square);
        }

        return result;
    }
}
