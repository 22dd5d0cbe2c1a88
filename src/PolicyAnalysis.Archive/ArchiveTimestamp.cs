namespace PolicyAnalysis.Archive;

/// <summary>What a timestamp authority attested: that the archive was in this state at this time.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ArchiveTimestamp
{
    /// <summary>The number of the entry that holds the timestamp.</summary>
    public required long Sequence { get; init; }

    /// <summary>The number of the last entry it attests.</summary>
    public required long Through { get; init; }

    /// <summary>The time the authority states, in UTC.</summary>
    public required DateTimeOffset AttestedAt { get; init; }

    /// <summary>The subject of the certificate that signed it; <see langword="null"/> where the token holds none.</summary>
    public string? Authority { get; init; }

    /// <summary>
    /// Whether the token's signature fits the archive's state. Whether the authority is to be trusted is for the reader:
    /// check its certificate.
    /// </summary>
    public required bool IsValid { get; init; }
}
