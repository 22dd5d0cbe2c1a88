namespace PolicyAnalysis.Regulation;

/// <summary>How a policy is set against the catalogue.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record AssessmentOptions
{
    /// <summary>The day as of which the law is read; the catalogue's own date where left out.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>How far ahead law that is adopted and not yet binding is shown, as a day; nothing is shown where left out.</summary>
    public DateOnly? Horizon { get; init; }

    /// <summary>What is known of who wrote the policy and of who relies on it.</summary>
    public ApplicabilityProfile? Profile { get; init; }

    /// <summary>How many links a provision has at most.</summary>
    public int MaximumCitations { get; init; } = 5;
}
