namespace PolicyAnalysis.ML.Training;

/// <summary>How one label is trained against the rest.</summary>
internal sealed record TrainerSettings
{
    /// <summary>The weight of the penalty on large weights.</summary>
    public float L2Regularization { get; init; } = 1e-5f;

    /// <summary>The most passes over the data.</summary>
    public int Iterations { get; init; } = 30;

    /// <summary>The relative duality gap at which training stops early.</summary>
    public float Tolerance { get; init; } = 0.05f;

    /// <summary>How much more a provision with the label counts than one without.</summary>
    public float PositiveWeight { get; init; } = 1;
}
