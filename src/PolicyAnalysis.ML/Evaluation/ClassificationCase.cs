namespace PolicyAnalysis.ML.Evaluation;

/// <summary>One provision with what it should get and what it got.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ClassificationCase
{
    /// <summary>Whose policy it is from; resampling takes or leaves a group as a whole.</summary>
    public required string Group { get; init; }

    /// <summary>The labels a person gave it.</summary>
    public required IReadOnlyCollection<string> Expected { get; init; }

    /// <summary>The labels the classifier gave it, best first.</summary>
    public required IReadOnlyList<ProvisionLabel> Predicted { get; init; }
}
