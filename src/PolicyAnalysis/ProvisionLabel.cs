namespace PolicyAnalysis;

/// <summary>A provision type that a classifier gave to a provision, with its score and the words that decided.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ProvisionLabel
{
    /// <summary>The id of the type in the taxonomy, for example <c>data-retention</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The calibrated probability that the provision is about the type, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>The words that spoke most for the type, strongest first; may be empty.</summary>
    public IReadOnlyList<LabelEvidence> Evidence { get; init; } = [];
}

/// <summary>A word or phrase that spoke for a label.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record LabelEvidence
{
    /// <summary>The range of the words, in the text that was classified.</summary>
    public required TextRange Range { get; init; }

    /// <summary>How strongly they spoke for the type, in the model's own units; positive.</summary>
    public required double Weight { get; init; }
}
