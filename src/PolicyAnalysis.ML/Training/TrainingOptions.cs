namespace PolicyAnalysis.ML.Training;

/// <summary>What a training run may choose.</summary>
/// <remarks>Immutable. The shipped model was trained with the defaults, its name apart. The same options, data and version of the library give the same model, byte for byte.</remarks>
public sealed record TrainingOptions
{
    /// <summary>The name and version that the model carries into every report.</summary>
    public string Version { get; init; } = "trained/1.0.0";

    /// <summary>The seed of all random choices.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The number of folds from which calibration and threshold are learned; 2 or more.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>The number of units of a hidden layer, a multiple of eight; 0, the default, trains linear models, which were measured better on the shipped labels.</summary>
    public int HiddenUnits { get; init; }

    /// <summary>How many provisions must have a feature for it to be considered; 1 or more.</summary>
    public int LeastProvisions { get; init; } = 2;

    /// <summary>The most features that the model keeps; the file has about half as many bytes a feature as there are labels, or hidden units.</summary>
    public int MostFeatures { get; init; } = 51_000;

    /// <summary>How many labels are trained at the same time; does not change the model.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The length to which each group of features is brought: text, opening, nearest heading, outer headings, lead-in, shape, context.</summary>
    internal float[] GroupScale { get; init; } = [0.8f, 0.3f, 0.3f, 0.15f, 0.25f, 0.3f, 0.7f];

    /// <summary>How one label is trained.</summary>
    internal TrainerSettings Trainer { get; init; } = new();

    /// <summary>How all labels are trained against each other, beside each against the rest.</summary>
    internal SoftmaxSettings Softmax { get; init; } = new();

    /// <summary>How a hidden layer is trained.</summary>
    internal HiddenLayerSettings HiddenLayer { get; init; } = new();
}
