namespace PolicyAnalysis.ML.Evaluation;

/// <summary>How well a classifier does on a set of provisions.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ClassificationFigures
{
    /// <summary>The number of provisions.</summary>
    public required int Provisions { get; init; }

    /// <summary>The number of groups, for example services.</summary>
    public required int Groups { get; init; }

    /// <summary>F1 over all labels given and expected, counted together.</summary>
    public required Interval MicroF1 { get; init; }

    /// <summary>The mean of the labels' F1, over the labels that are expected at least once.</summary>
    public required Interval MacroF1 { get; init; }

    /// <summary>The share of provisions whose first label is one of the expected.</summary>
    public required Interval TopOne { get; init; }

    /// <summary>The expected calibration error of the first label: the mean distance between its probability and how often it is right, over 15 bins.</summary>
    public required double CalibrationError { get; init; }

    /// <summary>The figures of each label, in ordinal order of the labels.</summary>
    public required IReadOnlyList<LabelFigures> Labels { get; init; }
}
