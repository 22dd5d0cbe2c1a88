using PolicyAnalysis.ML.Data;

namespace PolicyAnalysis.ML.Training;

/// <summary>A provision and what a classifier said of it that had learned from other groups only.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record HeldOutProvision
{
    /// <summary>The provision with the labels that a person gave it.</summary>
    public required LabelledProvision Provision { get; init; }

    /// <summary>The labels that the classifier gave, best first, with their probabilities.</summary>
    public required IReadOnlyList<ProvisionLabel> Predicted { get; init; }
}
