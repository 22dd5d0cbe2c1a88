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
    private readonly CompactClassifier compact;
    private readonly PredictionEngine<ProvisionRow, ScoreRow> engine;

    internal MlNetClassifier(OneVersusRestModel model, CompactClassifier compact)
    {
        var context = new MLContext(seed: 1);
        this.compact = compact;
        Transformer = model.ToTransformer(context);
        engine = context.Model.CreatePredictionEngine<ProvisionRow, ScoreRow>(Transformer);
    }

    /// <inheritdoc/>
    public string Version => compact.Version;

    /// <summary>From a data view with the columns of <see cref="ProvisionRow"/> to one with a vector <c>Scores</c>: the raw score of each label.</summary>
    public ITransformer Transformer { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ProvisionLabel> Classify(ProvisionInput input)
    {
        float[] scores = Score(input);
        return compact.Choose(input, scores);
    }

    /// <summary>The raw score of each label of the compact classifier, before calibration.</summary>
    internal float[] Score(ProvisionInput input)
    {
        lock (gate)
        {
            VBuffer<float> scores = engine.Predict(ProvisionRow.Of(input)).Scores;
            return [.. scores.DenseValues()];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => engine.Dispose();
}
