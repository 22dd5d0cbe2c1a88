using System.Security.Cryptography;
using CsCheck;
using PolicyAnalysis.Archive.Evidence;

namespace PolicyAnalysis.Archive.Tests.Evidence;

public sealed class MerkleTreeTests
{
    private static readonly Gen<byte[][]> Leaves = Gen.Int[1, 70].Select(size => Enumerable.Range(0, size).Select(number => MerkleTree.Leaf($"line {number}")).ToArray());

    [Fact]
    public void The_root_is_that_of_the_recursive_definition() =>
        Leaves.Sample(leaves => Assert.Equal(Reference(leaves), MerkleTree.Root(leaves)), iter: 100);

    [Fact]
    public void Every_leaf_is_proven_by_its_path_and_no_other() =>
        Leaves.Sample(
            leaves =>
            {
                byte[] root = MerkleTree.Root(leaves);
                for (int index = 0; index < leaves.Length; index++)
                {
                    List<byte[]> path = MerkleTree.Path(leaves, index);
                    Assert.Equal(root, MerkleTree.RootOf(leaves[index], index, leaves.Length, path));
                    Assert.NotEqual(root, MerkleTree.RootOf(MerkleTree.Leaf("another"), index, leaves.Length, path));
                    if (leaves.Length > 1)
                        Assert.NotEqual(root, MerkleTree.RootOf(leaves[index], (index + 1) % leaves.Length, leaves.Length, path));
                    Assert.Null(MerkleTree.RootOf(leaves[index], index, leaves.Length, [.. path, root]));
                }
            },
            iter: 30);

    [Fact]
    public void The_empty_tree_has_the_hash_of_nothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Convert.ToHexStringLower(MerkleTree.Root([])));

    private static byte[] Reference(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
            return leaves[0];
        int left = 1;
        while (left * 2 < leaves.Length)
            left *= 2;
        return SHA256.HashData([1, .. Reference(leaves[..left]), .. Reference(leaves[left..])]);
    }
}
