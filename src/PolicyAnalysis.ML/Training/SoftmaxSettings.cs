namespace PolicyAnalysis.ML.Training;

/// <summary>How labels are trained against each other.</summary>
internal sealed record SoftmaxSettings
{
    /// <summary>What its weights count for beside those of each label against the rest; 0 trains none.</summary>
    public float Weight { get; init; } = 0.1f;

    /// <summary>The passes over the data.</summary>
    public int Epochs { get; init; } = 12;

    /// <summary>The size of the first steps; it falls to a twentieth towards the end.</summary>
    public float LearningRate { get; init; } = 0.5f;

    /// <summary>The share of a provision's features that are left out each time it is seen.</summary>
    public float FeatureDropout { get; init; } = 0.3f;
}
