namespace PolicyAnalysis.ML.Training;

/// <summary>How a model with a hidden layer is trained.</summary>
internal sealed record HiddenLayerSettings
{
    /// <summary>The passes over the data.</summary>
    public int Epochs { get; init; } = 12;

    /// <summary>The size of the first steps; it falls to a twentieth towards the end.</summary>
    public float LearningRate { get; init; } = 0.07f;

    /// <summary>The share of a provision's features that are left out each time it is seen.</summary>
    public float FeatureDropout { get; init; } = 0.2f;

    /// <summary>The share of hidden units that are left out each time.</summary>
    public float HiddenDropout { get; init; } = 0.2f;
}
