namespace PolicyAnalysis.Archive;

/// <summary>What a verification looks at.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ArchiveVerificationOptions
{
    /// <summary>Whether the index for timelines, comparison and search is worked out again and compared too.</summary>
    /// <value>The default is no: the index is not evidence and can be built again.</value>
    public bool Index { get; init; }

    /// <summary>How many findings are listed before the verification stops.</summary>
    /// <value>The default is 100.</value>
    public int MostFindings { get; init; } = 100;
}

/// <summary>Something that is not as it was written.</summary>
/// <param name="Where">The place: <c>entry 17</c>, <c>content 4</c>, <c>version 17</c>, <c>index</c> or <c>file</c>.</param>
/// <param name="What">One plain sentence.</param>
public sealed record ArchiveFinding(string Where, string What);

/// <summary>The result of a verification.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ArchiveVerification
{
    /// <summary>Whether everything is as it was written.</summary>
    public bool IsIntact => Findings.Count == 0;

    /// <summary>What is not as it was written, in the order it was met.</summary>
    public required IReadOnlyList<ArchiveFinding> Findings { get; init; }

    /// <summary>How many entries were checked.</summary>
    public required long EntryCount { get; init; }

    /// <summary>How many contents were checked.</summary>
    public required long ContentCount { get; init; }

    /// <summary>The hash of the last entry, 64 lower-case hexadecimal digits: write it down elsewhere, and no later archive can replace this one unseen.</summary>
    public required string ChainHash { get; init; }

    /// <summary>The root of the Merkle tree over the entries, 64 lower-case hexadecimal digits.</summary>
    public required string MerkleRoot { get; init; }
}
