namespace PolicyAnalysis.ML.Training;

/// <summary>The weights of a model with a hidden layer.</summary>
internal sealed record HiddenLayerModel
{
    /// <summary>The number of hidden units, a multiple of eight.</summary>
    public required int Units { get; init; }

    /// <summary>One row a feature, one column a hidden unit.</summary>
    public required float[] InputWeights { get; init; }

    /// <summary>The bias of each hidden unit.</summary>
    public required float[] HiddenBias { get; init; }

    /// <summary>One row a label, one column a hidden unit.</summary>
    public required float[] OutputWeights { get; init; }

    /// <summary>The bias of each label.</summary>
    public required float[] Bias { get; init; }
}
