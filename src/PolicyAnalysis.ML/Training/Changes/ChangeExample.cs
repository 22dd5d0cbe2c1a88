using PolicyAnalysis.Comparison.Evidence;

namespace PolicyAnalysis.ML.Training.Changes;

/// <summary>A labelled change as the features that the model weighs.</summary>
internal sealed record ChangeExample
{
    /// <summary>What the change came from: examples of one source stay in one fold.</summary>
    public required string Source { get; init; }

    /// <summary>What the rules found in the change.</summary>
    public required ChangeEvidence Evidence { get; init; }

    /// <summary>Whether the change is read backwards.</summary>
    public required bool IsBackwards { get; init; }

    public required string Effect { get; init; }

    public required string Materiality { get; init; }

    public required string Direction { get; init; }

    public float Weight { get; init; } = 1;
}
