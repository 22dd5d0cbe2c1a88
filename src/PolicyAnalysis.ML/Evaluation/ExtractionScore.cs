namespace PolicyAnalysis.ML.Evaluation;

/// <summary>How well one page's policy was taken out of it, counted in words.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ExtractionScore
{
    /// <summary>The page's id.</summary>
    public required string Id { get; init; }

    /// <summary>Whose page it is; resampling takes or leaves a service as a whole.</summary>
    public required string Service { get; init; }

    /// <summary>Whether the page holds several policies, of which the truth is one.</summary>
    public required bool HasSeveralPolicies { get; init; }

    /// <summary>The share of the extracted words that are the policy's, 0 to 1.</summary>
    public required double Precision { get; init; }

    /// <summary>The share of the policy's words that were extracted, 0 to 1.</summary>
    public required double Recall { get; init; }

    /// <summary>The harmonic mean of both, 0 to 1.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}
