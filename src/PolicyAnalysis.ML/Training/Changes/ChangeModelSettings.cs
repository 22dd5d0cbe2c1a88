namespace PolicyAnalysis.ML.Training.Changes;

/// <summary>How the models of the change judge are trained.</summary>
internal sealed record ChangeModelSettings
{
    /// <summary>The penalty on large weights of the ranker of effects.</summary>
    public float EffectPenalty { get; init; } = 1;

    /// <summary>The penalty on large weights of the model of materiality.</summary>
    public float WholePenalty { get; init; } = 6;

    /// <summary>The penalty on large weights of the model of direction.</summary>
    public float DirectionPenalty { get; init; } = 2.5f;
}
