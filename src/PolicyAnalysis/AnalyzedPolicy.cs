namespace PolicyAnalysis;

/// <summary>A provision with its labels.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record AnalyzedProvision
{
    /// <summary>The provision.</summary>
    public required Provision Provision { get; init; }

    /// <summary>The labels over their thresholds, best first. Evidence ranges point into the provision's text.</summary>
    public required IReadOnlyList<ProvisionLabel> Labels { get; init; }

    /// <summary>The type of the best label, or <see langword="null"/> where no label passed its threshold.</summary>
    public string? MainType => Labels.Count > 0 ? Labels[0].Type : null;
}

/// <summary>One policy, understood: the document, its provisions and their labels.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record AnalyzedPolicy
{
    /// <summary>The document.</summary>
    public required PolicyDocument Document { get; init; }

    /// <summary>The provisions in reading order.</summary>
    public required IReadOnlyList<AnalyzedProvision> Provisions { get; init; }

    /// <summary>The versions of everything that had a part in the result.</summary>
    public required AnalysisVersions Versions { get; init; }
}

/// <summary>The versions of everything that had a part in a result: with the same versions, the same source gives the same bytes.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record AnalysisVersions
{
    /// <summary>The library's version.</summary>
    public required string Library { get; init; }

    /// <summary>The classifier's name and version.</summary>
    public required string Model { get; init; }

    /// <summary>The taxonomy's version.</summary>
    public required string Taxonomy { get; init; }

    /// <summary>The regulatory catalogue's version, where it had a part.</summary>
    public string? Catalog { get; init; }
}
