using PolicyAnalysis.Classification;

namespace PolicyAnalysis.ML.Training;

/// <summary>A provision that no person labelled, with how likely another, larger classifier thinks each label.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record SuggestedProvision
{
    /// <summary>The provision with its context.</summary>
    public required ProvisionInput Input { get; init; }

    /// <summary>The probability of each label that is not negligible; the others count as 0.</summary>
    public required IReadOnlyDictionary<string, float> Probabilities { get; init; }

    /// <summary>
    /// The same from classifiers that had not learned from the groups of one fold each, so that measuring on a fold stays honest;
    /// empty where there are none.
    /// </summary>
    public IReadOnlyList<IReadOnlyDictionary<string, float>> ProbabilitiesByFold { get; init; } = [];

    /// <summary>Who wrote the policy; it is not learned from where this group is held out.</summary>
    public required string Group { get; init; }

    /// <summary>What may be learned while a fold is held out.</summary>
    internal SuggestedProvision Without(int fold, int folds) =>
        ProbabilitiesByFold.Count == folds ? this with { Probabilities = ProbabilitiesByFold[fold], ProbabilitiesByFold = [] } : this;
}
