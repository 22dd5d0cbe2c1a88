using Microsoft.ML;
using Microsoft.ML.Data;
using PolicyAnalysis.Classification;
using PolicyAnalysis.ML.Training;

namespace PolicyAnalysis.ML;

/// <summary>
/// Classifies with the models as ML.NET made them. <see cref="CompactClassifier"/> gives the same labels many times faster;
/// this class is for pipelines that are ML.NET's anyway, and the measure that the compact scorer is held to.
/// </summary>
/// <remarks>Thread-safe: ML.NET's prediction engine is not, so calls of <see cref="Classify"/> wait for each other.</remarks>
public sealed class MlNetClassifier : IProvisionClassifier, IDisposable
{
    private readonly Lock gate = new();
    private readonly PredictionEngine<ProvisionRow, ScoreRow> engine;

    internal MlNetClassifier(OneVersusRestModel model, CompactClassifier compact)
    {
        var context = new MLContext(seed: 1);
        Compact = compact;
        Transformer = model.ToTransformer(context);
        engine = context.Model.CreatePredictionEngine<ProvisionRow, ScoreRow>(Transformer);
    }

    /// <inheritdoc/>
    public string Version => Compact.Version;

    /// <summary>From a data view with the columns of <see cref="ProvisionRow"/> to one with a vector <c>Scores</c>: the raw score of each label.</summary>
    public ITransformer Transformer { get; }

    /// <summary>The compact classifier with the same weights, quantised, and the same calibration.</summary>
    public CompactClassifier Compact { get; }

    /// <summary>Trains linear models and keeps them as ML.NET made them, without the weights that <see cref="ClassifierTrainer"/> mixes in.</summary>
    /// <param name="data">What to learn.</param>
    /// <param name="options">The choices; a hidden layer is not one of them here. <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops between labels.</param>
    /// <exception cref="PolicyAnalysisException">There are no provisions, or one has a label that the taxonomy lacks.</exception>
    public static MlNetClassifier Train(TrainingData data, TrainingOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new TrainingOptions();
        // ML.NET's models hold nothing but what ML.NET learned.
        TrainingOptions linear = options with { HiddenUnits = 0, Softmax = options.Softmax with { Weight = 0 } };
        TrainingResult result = ClassifierTrainer.Train(data, linear, cancellationToken);
        return new MlNetClassifier(ClassifierTrainer.FitLinear(data, linear, cancellationToken).Learned, result.Classifier);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ProvisionLabel> Classify(ProvisionInput input) => Compact.Choose(input, Score(input));

    /// <inheritdoc/>
    public void Dispose() => engine.Dispose();

    /// <summary>The raw score of each label of the compact classifier, before calibration.</summary>
    internal float[] Score(ProvisionInput input)
    {
        lock (gate)
        {
            VBuffer<float> scores = engine.Predict(ProvisionRow.Of(input)).Scores;
            return [.. scores.DenseValues()];
        }
    }
}
