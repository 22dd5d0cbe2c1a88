using PolicyAnalysis.Classification;
using PolicyAnalysis.Classification.Model;
using PolicyAnalysis.ML.Data;
using PolicyAnalysis.ML.Training;

namespace PolicyAnalysis.ML.Tests.Training;

/// <summary>The compact scorer is held to ML.NET's own scores.</summary>
public sealed class ParityTests
{
    private static readonly TrainingOptions Options = new() { LeastProvisions = 1, MostFeatures = 2000 };

    [Fact]
    public void The_compact_scorer_gives_the_scores_of_the_transformer_but_for_the_quantised_weights()
    {
        (OneVersusRestModel learned, CompactModel compact) = ClassifierTrainer.FitLinear(InventedProvisions.Data, Options, TestContext.Current.CancellationToken);
        using var transformer = new MlNetClassifier(learned, new CompactClassifier(compact));
        var scorer = new CompactScorer(compact);
        float[] scores = new float[compact.Labels.Length];
        foreach (LabelledProvision provision in InventedProvisions.All)
        {
            scorer.Score(provision.Input, scores);
            float[] expected = transformer.Score(provision.Input);
            float allowed = 1e-4f + Quantisation(learned.Vocabulary, provision.Input, compact);
            Assert.All(scores.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, allowed));
        }
    }

    [Fact]
    public void A_row_of_one_weight_loses_no_more_than_the_rounding_of_its_scale()
    {
        (OneVersusRestModel learned, CompactModel compact) = ClassifierTrainer.FitLinear(InventedProvisions.Data, Options, TestContext.Current.CancellationToken);
        using var transformer = new MlNetClassifier(learned, new CompactClassifier(compact));
        float[][] columns = learned.Columns;
        for (int label = 0; label < compact.Labels.Length; label++)
        {
            // One label at a time: a row of one weight is its own largest, and only its scale is rounded, to eight bits.
            CompactModel single = ModelExport.Linear("single", "test", [compact.Labels[label]], learned.Vocabulary, [columns[label]], [learned.Bias[label]]);
            var scorer = new CompactScorer(single);
            float[] score = new float[1];
            foreach (LabelledProvision provision in InventedProvisions.All.Take(12))
            {
                scorer.Score(provision.Input, score);
                (int[] numbers, float[] values) = learned.Vocabulary.Vectorize(provision.Input);
                float rounded = numbers.Zip(values).Sum(pair => MathF.Abs(pair.Second * columns[label][pair.First])) / 512;
                Assert.Equal(transformer.Score(provision.Input)[label], score[0], 1e-5f + rounded);
            }
        }
    }

    [Fact]
    public void The_transformer_gives_the_labels_of_the_compact_classifier()
    {
        (OneVersusRestModel learned, CompactModel model) = ClassifierTrainer.FitLinear(InventedProvisions.Data, Options, TestContext.Current.CancellationToken);
        var compact = new CompactClassifier(model);
        using var transformer = new MlNetClassifier(learned, compact);
        Assert.All(InventedProvisions.All, provision => Assert.Equal(compact.Classify(provision.Input)[0].Type, transformer.Classify(provision.Input)[0].Type));
    }

    /// <summary>The most that rounding each weight to half a step can move a score.</summary>
    private static float Quantisation(FeatureVocabulary vocabulary, ProvisionInput input, CompactModel model)
    {
        (int[] numbers, float[] values) = vocabulary.Vectorize(input);
        return numbers.Zip(values).Sum(pair => MathF.Abs(pair.Second) * model.RowScale[pair.First] / 2);
    }
}
