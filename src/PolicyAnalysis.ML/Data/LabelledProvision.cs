using PolicyAnalysis.Classification;

namespace PolicyAnalysis.ML.Data;

/// <summary>A provision with the labels that a person gave it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record LabelledProvision
{
    /// <summary>An id that is unique in its data set.</summary>
    public required string Id { get; init; }

    /// <summary>The provision with its context.</summary>
    public required ProvisionInput Input { get; init; }

    /// <summary>The ids of its types, the main one first; empty where none of the types to be learned applies.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Who wrote the policy; provisions of one group never stand on both sides of a split.</summary>
    public required string Group { get; init; }

    /// <summary>Whether it was labelled because a model was unsure of it: learned from like any other, but left out of figures and calibration, which it would bend towards hard cases.</summary>
    public bool IsChosen { get; init; }
}
