namespace PolicyAnalysis.ML.Evaluation;

/// <summary>Everything that the model card says of a classifier's quality.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ClassificationReport
{
    /// <summary>The classifier's name and version.</summary>
    public required string Version { get; init; }

    /// <summary>The size of its model file, in bytes.</summary>
    public required long ModelBytes { get; init; }

    /// <summary>The number of provisions written for training that it learned besides the labelled ones.</summary>
    public required int WrittenProvisions { get; init; }

    /// <summary>How many provisions were learned because a model had been unsure of them; no figure counts them.</summary>
    public int ChosenProvisions { get; init; }

    /// <summary>How far a second annotator agrees on the labels that were given twice.</summary>
    public LabelAgreement? Agreement { get; init; }

    /// <summary>The figures on services held out, fold by fold.</summary>
    public required ClassificationFigures HeldOut { get; init; }

    /// <summary>The same for the types that the UNFAIR-ToS label set knows.</summary>
    public required ClassificationFigures UnfairTerms { get; init; }

    /// <summary>The figures on OPP-115 by way of the taxonomy, without any of its texts, labels or thresholds; <see langword="null"/> where not measured.</summary>
    public ClassificationFigures? Opp115WithoutItsData { get; init; }

    /// <summary>The figures of classifiers of the same make trained on OPP-115, by cross-validation; <see langword="null"/> where not measured.</summary>
    public ClassificationFigures? Opp115Trained { get; init; }
}
