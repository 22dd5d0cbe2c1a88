namespace PolicyAnalysis.ML.Training;

/// <summary>How one label is trained against the rest.</summary>
internal sealed record TrainerSettings
{
    /// <summary>The passes that suffice to see which features matter.</summary>
    public const int Glance = 5;

    /// <summary>The weight of the penalty on large weights.</summary>
    public float L2Regularization { get; init; } = 1e-4f;

    /// <summary>The width of the rounded corner of the hinge loss.</summary>
    public float HingeSmoothing { get; init; } = 1;

    /// <summary>The most passes over the data.</summary>
    public int Iterations { get; init; } = 40;

    /// <summary>The relative duality gap at which training stops early.</summary>
    public float Tolerance { get; init; } = 0.01f;
}
