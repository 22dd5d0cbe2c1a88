namespace PolicyAnalysis.Archive;

/// <summary>A document of the archive.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ArchivedDocument
{
    /// <summary>The platform whose document it is.</summary>
    public required string Platform { get; init; }

    /// <summary>The document's name within the platform.</summary>
    public required string Name { get; init; }

    /// <summary>How many versions are kept, absences not counted.</summary>
    public required int VersionCount { get; init; }

    /// <summary>When the earliest version was seen; <see langword="null"/> where only an absence is recorded.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>When the latest version was seen; <see langword="null"/> where only an absence is recorded.</summary>
    public DateTimeOffset? LastSeen { get; init; }

    internal long Id { get; init; }
}

/// <summary>One version of a document as the archive keeps it.</summary>
/// <remarks>Immutable and thread-safe. The order of a document's versions is when they were seen, then when they were archived.</remarks>
public sealed record ArchivedVersion
{
    /// <summary>The number of the version's entry in the chain, from 1; it names the version for ever.</summary>
    public required long Sequence { get; init; }

    /// <summary>The platform whose document it is.</summary>
    public required string Platform { get; init; }

    /// <summary>The document's name within the platform.</summary>
    public required string Document { get; init; }

    /// <summary>When it was seen, in UTC.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>The SHA-256 of the source's bytes, 64 lower-case hexadecimal digits.</summary>
    public required string SourceSha256 { get; init; }

    /// <summary>The number of bytes of the source.</summary>
    public required long SourceLength { get; init; }

    /// <summary>The format of the source.</summary>
    public required PolicyMediaType MediaType { get; init; }

    /// <summary>The public address of the page, where it is known.</summary>
    public Uri? Address { get; init; }

    /// <summary>Where an imported copy was taken from; otherwise <see langword="null"/>.</summary>
    public string? Origin { get; init; }

    /// <summary>The stated effective date; <see langword="null"/> where none was found or the version was not analysed.</summary>
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>The stated date of the last update; <see langword="null"/> where none was found or the version was not analysed.</summary>
    public DateOnly? UpdatedDate { get; init; }

    /// <summary>Whether an analysis is kept with it.</summary>
    public required bool IsAnalyzed { get; init; }
}
