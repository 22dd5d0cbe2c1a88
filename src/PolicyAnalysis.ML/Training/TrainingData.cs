using PolicyAnalysis.Classification;
using PolicyAnalysis.ML.Data;

namespace PolicyAnalysis.ML.Training;

/// <summary>What a classifier is trained on.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record TrainingData
{
    /// <summary>The provisions that are learned and, fold by fold, held out to choose calibration and thresholds.</summary>
    public required IReadOnlyList<LabelledProvision> Labelled { get; init; }

    /// <summary>Provisions that are always learned and never held out, for example texts written for training.</summary>
    public IReadOnlyList<LabelledProvision> Additional { get; init; } = [];

    /// <summary>The types to learn.</summary>
    public Taxonomy Taxonomy { get; init; } = Taxonomy.Default;

    /// <summary>Whether every provision has a label, so that a new one is taken to have one too.</summary>
    internal bool IsExhaustive => Labelled.Concat(Additional).All(static provision => provision.Labels.Count > 0);
}
