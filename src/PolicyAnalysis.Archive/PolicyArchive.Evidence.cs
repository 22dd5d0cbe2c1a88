using System.Globalization;
using PolicyAnalysis.Archive.Evidence;
using PolicyAnalysis.Archive.Exporting;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive;

public sealed partial class PolicyArchive
{
    /// <summary>Checks that everything is as it was written: chain, contents, and what the tables say of them.</summary>
    /// <param name="options">What to look at; the evidence without the index where left out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What is not as it was written, with its place, and the hashes that stand for the whole archive.</returns>
    /// <remarks>Time is linear in the bytes of all versions; every content is unpacked and hashed once, on all cores.</remarks>
    public ArchiveVerification Verify(ArchiveVerificationOptions? options = null, CancellationToken cancellationToken = default) =>
        new ArchiveVerifier(_database, options ?? new ArchiveVerificationOptions()).Verify(cancellationToken);

    /// <summary>Writes a bundle that a third party verifies offline: a zip file with the chain, every content, a manifest of hashes and an index for people.</summary>
    /// <param name="path">The file to write; it appears when it is whole, and replaces one of the same name.</param>
    /// <param name="cancellationToken">Stops the work; then nothing appears.</param>
    /// <exception cref="PolicyArchiveException">The archive cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void ExportBundle(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WriteWhole(path, (stream, connection) => new BundleWriter(connection).Write(stream, cancellationToken));
    }

    /// <summary>Checks a bundle without the archive it came from.</summary>
    /// <param name="path">The bundle.</param>
    /// <param name="options">How many findings to list; the defaults where left out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ArchiveVerification VerifyBundle(string path, ArchiveVerificationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return new BundleVerifier(stream, options ?? new ArchiveVerificationOptions()).Verify(cancellationToken);
    }

    /// <summary>Proves that a version is part of the archive, so that it can be shown without the rest.</summary>
    /// <param name="sequence">The version's number.</param>
    /// <param name="treeSize">How many entries the tree has whose root the reader knows.</param>
    /// <returns>The proof; its root is that of <see cref="ArchiveVerification.MerkleRoot"/> at that size.</returns>
    /// <exception cref="PolicyArchiveException">There is no such version, or no tree of that size.</exception>
    public ArchiveProof Prove(long sequence, long? treeSize = null) => Reading(connection =>
    {
        Version(connection, sequence);
        List<string> lines = [.. connection.ReadRows("SELECT line FROM entry WHERE sequence<=$1 ORDER BY sequence", static row => row.GetString(0), treeSize ?? long.MaxValue)];
        if (lines.Count < sequence || (treeSize is { } size && size != lines.Count))
            throw new PolicyArchiveException(ArchiveProblem.NotFound, string.Create(CultureInfo.InvariantCulture, $"There is no tree of {treeSize} entries with entry {sequence} in it; the archive has {ArchiveSize(connection)} entries."));
        byte[][] leaves = [.. lines.Select(MerkleTree.Leaf)];
        return new ArchiveProof
        {
            Sequence = sequence,
            TreeSize = leaves.Length,
            Line = lines[(int)sequence - 1],
            Path = [.. MerkleTree.Path(leaves, (int)sequence - 1).Select(static hash => Sha256Hash.Hex(hash))],
            MerkleRoot = Sha256Hash.Hex(MerkleTree.Root(leaves)),
        };
    });

    /// <summary>Writes a file from one state of the archive; it appears when it is whole.</summary>
    private void WriteWhole(string path, Action<Stream, Microsoft.Data.Sqlite.SqliteConnection> write)
    {
        string draft = path + ".part";
        try
        {
            using (FileStream stream = new(draft, FileMode.Create, FileAccess.ReadWrite))
            {
                ReadingSnapshot(connection => write(stream, connection));
            }

            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static long ArchiveSize(Microsoft.Data.Sqlite.SqliteConnection connection) => connection.ReadInteger("SELECT max(sequence) FROM entry");
}
