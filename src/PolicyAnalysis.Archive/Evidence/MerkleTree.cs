using System.Security.Cryptography;
using System.Text;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Evidence;

/// <summary>The Merkle tree of RFC 9162 (Certificate Transparency), section 2.1, over the lines of the entries.</summary>
internal static class MerkleTree
{
    public static byte[] Leaf(string line)
    {
        byte[] content = new byte[1 + Encoding.UTF8.GetByteCount(line)];
        Encoding.UTF8.GetBytes(line, content.AsSpan(1));
        return Sha256Hash.Of(content);
    }

    /// <summary>The root over all leaves; the hash of nothing for an empty tree.</summary>
    public static byte[] Root(IReadOnlyList<byte[]> leaves)
    {
        if (leaves.Count == 0)
            return Sha256Hash.Of([]);
        // Level by level, an odd last node rises unchanged: the same tree as the recursive definition.
        byte[][] level = [.. leaves];
        while (level.Length > 1)
            level = Raise(level);
        return level[0];
    }

    /// <summary>The hashes beside the way from a leaf to the root, from the leaf up.</summary>
    public static List<byte[]> Path(IReadOnlyList<byte[]> leaves, int index)
    {
        var path = new List<byte[]>();
        byte[][] level = [.. leaves];
        while (level.Length > 1)
        {
            int beside = index ^ 1;
            if (beside < level.Length)
                path.Add(level[beside]);
            level = Raise(level);
            index >>= 1;
        }

        return path;
    }

    /// <summary>The root that a leaf and its path lead to; nothing where the path has not the right length.</summary>
    public static byte[]? RootOf(byte[] leaf, long index, long size, IReadOnlyList<byte[]> path)
    {
        if (index < 0 || index >= size)
            return null;
        byte[] hash = leaf;
        int used = 0;
        for (long last = size - 1; last > 0; index >>= 1, last >>= 1)
        {
            bool isRight = (index & 1) == 1;
            if (!isRight && index == last)
                continue;
            if (used == path.Count)
                return null;
            byte[] beside = path[used++];
            hash = isRight ? Node(beside, hash) : Node(hash, beside);
        }

        return used == path.Count ? hash : null;
    }

    private static byte[][] Raise(byte[][] level)
    {
        byte[][] above = new byte[(level.Length + 1) / 2][];
        for (int index = 0; index < above.Length; index++)
            above[index] = (2 * index) + 1 < level.Length ? Node(level[2 * index], level[(2 * index) + 1]) : level[2 * index];
        return above;
    }

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> content = stackalloc byte[1 + (2 * Sha256Hash.Length)];
        content[0] = 1;
        left.CopyTo(content[1..]);
        right.CopyTo(content[(1 + Sha256Hash.Length)..]);
        return SHA256.HashData(content);
    }
}
