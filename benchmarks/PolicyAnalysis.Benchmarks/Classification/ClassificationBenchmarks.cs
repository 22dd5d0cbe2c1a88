using BenchmarkDotNet.Attributes;
using Microsoft.ML;
using Microsoft.ML.Data;
using PolicyAnalysis.Classification;
using PolicyAnalysis.ML;
using PolicyAnalysis.ML.Data;
using PolicyAnalysis.ML.Training;

namespace PolicyAnalysis.Benchmarks.Classification;

/// <summary>
/// The compact scorer beside ML.NET's prediction engine, one provision a call, on provisions written for training: over a pipeline of
/// ML.NET's own text transforms, and over this library's features with the weights of the compact scorer.
/// </summary>
[MemoryDiagnoser]
public class ClassificationBenchmarks
{
    /// <summary>How many provisions one call scores.</summary>
    public const int Provisions = 256;

    private readonly float[] scores = new float[Taxonomy.Default.Types.Count];
    private ProvisionInput[] inputs = [];
    private ProvisionRow[] rows = [];
    private MlNetClassifier transformer = null!;
    private TextPipeline.Example[] examples = [];
    private PredictionEngine<TextPipeline.Example, TextPipeline.Scores> textEngine = null!;
    private PredictionEngine<ProvisionRow, Row> engine = null!;
    private CompactClassifier sameWeights = null!;

    /// <summary>Trains the peer on the provisions that ship with the package.</summary>
    [GlobalSetup]
    public void Train()
    {
        // The written provisions have one group; here each stands for itself.
        LabelledProvision[] provisions = [.. OwnTextFile.Shipped.Select(provision => provision with { Group = provision.Id })];
        transformer = MlNetClassifier.Train(new TrainingData { Labelled = provisions }, new TrainingOptions { Folds = 2 });
        sameWeights = transformer.Compact;
        var context = new MLContext(seed: 1);
        engine = context.Model.CreatePredictionEngine<ProvisionRow, Row>(transformer.Transformer);
        textEngine = context.Model.CreatePredictionEngine<TextPipeline.Example, TextPipeline.Scores>(TextPipeline.Train(context, provisions));
        inputs = [.. provisions.Take(Provisions).Select(provision => provision.Input)];
        rows = [.. inputs.Select(ProvisionRow.Of)];
        examples = [.. provisions.Take(Provisions).Select(TextPipeline.Example.Of)];
    }

    /// <summary>Frees the prediction engines.</summary>
    [GlobalCleanup]
    public void Free()
    {
        textEngine.Dispose();
        engine.Dispose();
        transformer.Dispose();
    }

    /// <summary>ML.NET's prediction engine over ML.NET's text transforms, from the text to 65 scores.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Provisions)]
    public float PredictionEngineOverTextTransforms()
    {
        float sum = 0;
        foreach (TextPipeline.Example example in examples)
            sum += textEngine.Predict(example).Score.GetItemOrDefault(0);
        return sum;
    }

    /// <summary>ML.NET's prediction engine over this library's feature reader, from the text to 65 scores.</summary>
    [Benchmark(OperationsPerInvoke = Provisions)]
    public float PredictionEngineOverOwnFeatures()
    {
        float sum = 0;
        foreach (ProvisionRow row in rows)
            sum += engine.Predict(row).Scores.GetItemOrDefault(0);
        return sum;
    }

    /// <summary>The compact scorer with the same weights.</summary>
    [Benchmark(OperationsPerInvoke = Provisions)]
    public float CompactScorer() => Score(sameWeights);

    /// <summary>The compact scorer with the shipped model.</summary>
    [Benchmark(OperationsPerInvoke = Provisions)]
    public float ShippedModel() => Score(CompactClassifier.Shipped);

    private float Score(CompactClassifier classifier)
    {
        float sum = 0;
        foreach (ProvisionInput input in inputs)
        {
            classifier.Score(input, scores);
            sum += scores[0];
        }

        return sum;
    }

    /// <summary>What the engine gives for a row.</summary>
    public sealed class Row
    {
        /// <summary>The raw score of each label.</summary>
        public VBuffer<float> Scores { get; set; }
    }
}
