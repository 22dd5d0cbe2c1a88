namespace PolicyAnalysis.Regulation;

/// <summary>Where a record of the catalogue comes from and how far it was checked.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Provenance
{
    /// <summary><c>verified</c>, <c>from-knowledge</c>, <c>disputed</c> or <c>editorial</c>.</summary>
    public required string Status { get; init; }

    /// <summary><c>official</c>, <c>copy-of-text</c>, <c>secondary</c> or <c>editorial</c>, joined by a plus sign where several.</summary>
    public required string SourceKind { get; init; }

    /// <summary>Where the fact was seen; <see langword="null"/> where no source was opened.</summary>
    public string? Source { get; init; }

    /// <summary>When it was seen.</summary>
    public DateOnly? SeenOn { get; init; }

    /// <summary>After this day the record is stale and says so.</summary>
    public DateOnly? ReviewAfter { get; init; }

    /// <summary>Whether the record is past its review date on a day.</summary>
    /// <param name="asOf">The day.</param>
    public bool IsStale(DateOnly asOf) => ReviewAfter is { } limit && asOf > limit;
}
