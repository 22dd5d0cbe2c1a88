namespace PolicyAnalysis.ML.Evaluation;

/// <summary>How well one label is given.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record LabelFigures
{
    /// <summary>The label.</summary>
    public required string Label { get; init; }

    /// <summary>How many provisions have it.</summary>
    public required int Support { get; init; }

    /// <summary>The share of what was given that is right, 0 to 1; 0 where nothing was given.</summary>
    public required double Precision { get; init; }

    /// <summary>The share of what should be given that was, 0 to 1.</summary>
    public required double Recall { get; init; }

    /// <summary>The harmonic mean of precision and recall.</summary>
    public required double F1 { get; init; }
}
