using BenchmarkDotNet.Attributes;
using Microsoft.ML;
using Microsoft.ML.Data;
using PolicyAnalysis.Classification;
using PolicyAnalysis.ML;
using PolicyAnalysis.ML.Data;
using PolicyAnalysis.ML.Training;

namespace PolicyAnalysis.Benchmarks.Classification;

/// <summary>
/// The compact scorer beside ML.NET's prediction engine over the same features and weights, one provision a call, on provisions
/// written for training; and the shipped model on the same.
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
        engine = new MLContext(seed: 1).Model.CreatePredictionEngine<ProvisionRow, Row>(transformer.Transformer);
        inputs = [.. provisions.Take(Provisions).Select(provision => provision.Input)];
        rows = [.. inputs.Select(ProvisionRow.Of)];
    }

    /// <summary>Frees the prediction engine.</summary>
    [GlobalCleanup]
    public void Free()
    {
        engine.Dispose();
        transformer.Dispose();
    }

    /// <summary>ML.NET's prediction engine, from the text to 65 scores.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Provisions)]
    public float PredictionEngine()
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
