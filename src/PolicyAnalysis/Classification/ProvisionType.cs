namespace PolicyAnalysis.Classification;

/// <summary>One type of the taxonomy: what a provision can be about.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ProvisionType
{
    /// <summary>The id, lower-case words joined by hyphens, for example <c>data-retention</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the family it belongs to, for example <c>safeguards</c>.</summary>
    public required string Family { get; init; }

    /// <summary>The name a reader sees, for example "Data retention".</summary>
    public required string Name { get; init; }

    /// <summary>What a provision of this type is about, in one sentence.</summary>
    public required string Definition { get; init; }

    /// <summary>The categories of the OPP-115 label set it falls under, the main one first; never empty in <see cref="Taxonomy.Default"/>.</summary>
    public IReadOnlyList<string> Opp115 { get; init; } = [];

    /// <summary>The categories of the UNFAIR-ToS label set it falls under; often empty.</summary>
    public IReadOnlyList<string> UnfairTerms { get; init; } = [];
}
