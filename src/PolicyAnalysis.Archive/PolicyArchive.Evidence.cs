using PolicyAnalysis.Archive.Evidence;

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
}
