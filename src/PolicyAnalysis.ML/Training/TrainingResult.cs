using PolicyAnalysis.Classification;

namespace PolicyAnalysis.ML.Training;

/// <summary>A trained classifier and how it did on provisions that it had not seen.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record TrainingResult
{
    /// <summary>The classifier, trained on everything.</summary>
    public required CompactClassifier Classifier { get; init; }

    /// <summary>
    /// What classifiers trained on other groups said of each labelled provision, in the order of the data; calibration and
    /// thresholds come from other folds too.
    /// </summary>
    public required IReadOnlyList<HeldOutProvision> HeldOut { get; init; }
}
