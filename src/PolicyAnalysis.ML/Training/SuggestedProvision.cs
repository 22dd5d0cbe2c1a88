using PolicyAnalysis.Classification;

namespace PolicyAnalysis.ML.Training;

/// <summary>A provision that no person labelled, with how likely another classifier thinks each label.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record SuggestedProvision
{
    /// <summary>The provision with its context.</summary>
    public required ProvisionInput Input { get; init; }

    /// <summary>The probability of each label that is not negligible; the others count as 0.</summary>
    public required IReadOnlyDictionary<string, float> Probabilities { get; init; }

    /// <summary>Who wrote the policy; it is not learned from where this group is held out.</summary>
    public required string Group { get; init; }
}
