using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Evidence;

/// <summary>A Merkle tree that grows leaf by leaf and keeps only the roots of its full parts.</summary>
/// <remarks>Not thread-safe. A leaf costs constant time on average, a root logarithmic time.</remarks>
internal sealed class GrowingTree
{
    private readonly List<(byte[] Hash, int Height)> _parts = [];

    public void Add(byte[] leaf)
    {
        _parts.Add((leaf, 0));
        while (_parts.Count > 1 && _parts[^1].Height == _parts[^2].Height)
        {
            (byte[] right, int height) = _parts[^1];
            _parts.RemoveAt(_parts.Count - 1);
            _parts[^1] = (MerkleTree.Node(_parts[^1].Hash, right), height + 1);
        }
    }

    public byte[] Root()
    {
        if (_parts.Count == 0)
            return Sha256Hash.Of([]);
        byte[] root = _parts[^1].Hash;
        for (int index = _parts.Count - 2; index >= 0; index--)
            root = MerkleTree.Node(_parts[index].Hash, root);
        return root;
    }
}
