namespace PolicyAnalysis.ML.Evaluation;

/// <summary>How many unchanged provisions keep their id from one version to the next.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record IdentityFigures
{
    /// <summary>The pairs of versions.</summary>
    public required int Pairs { get; init; }

    /// <summary>Provisions that stand in both versions of a pair with the same words, in the same order.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Those of <see cref="Unchanged"/> with one id in both versions.</summary>
    public required int Kept { get; init; }

    /// <summary>Those of <see cref="Unchanged"/> whose words stand more than once in a version, so that more than the words must tell them apart.</summary>
    public required int Repeated { get; init; }

    /// <summary>Those of <see cref="Repeated"/> with one id in both versions.</summary>
    public required int RepeatedKept { get; init; }

    /// <summary>Ids that more than one provision of a version bears; should be 0.</summary>
    public required int Shared { get; init; }
}
