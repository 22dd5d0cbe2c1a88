using PolicyAnalysis.Classification;
using PolicyAnalysis.ML.Data;
using PolicyAnalysis.ML.Training;

namespace PolicyAnalysis.ML.Tests.Training;

public sealed class HiddenLayerTests
{
    private static readonly TrainingOptions Small = new() { Folds = 3, HiddenUnits = 16, LeastProvisions = 1, MostFeatures = 300 };

    [Fact]
    public void A_hidden_layer_learns_what_linear_models_learn_and_explains_itself()
    {
        CompactClassifier classifier = Train(InventedProvisions.Data, Small);
        foreach (LabelledProvision provision in InventedProvisions.All)
        {
            ProvisionLabel first = classifier.Classify(provision.Input)[0];
            Assert.Equal(provision.Labels[0], first.Type);
            Assert.NotEmpty(first.Evidence);
        }
    }

    [Fact]
    public void The_same_data_and_seed_give_the_same_bytes_on_one_thread_and_on_four_and_another_seed_gives_others()
    {
        byte[] once = Bytes(Small with { Threads = 1 });
        Assert.Equal(once, Bytes(Small with { Threads = 4 }));
        Assert.NotEqual(once, Bytes(Small with { Seed = 2 }));
    }

    [Fact]
    public void A_model_with_a_hidden_layer_is_read_as_it_was_written()
    {
        byte[] bytes = Bytes(Small);
        using var again = new MemoryStream();
        CompactClassifier.Load(new MemoryStream(bytes)).Save(again);
        Assert.Equal(bytes, again.ToArray());
    }

    private static float[] Score(CompactClassifier classifier, ProvisionInput input)
    {
        float[] scores = new float[classifier.Labels.Count];
        classifier.Score(input, scores);
        return scores;
    }

    private static CompactClassifier Train(TrainingData data, TrainingOptions options) => ClassifierTrainer.Train(data, options, TestContext.Current.CancellationToken).Classifier;

    private static byte[] Bytes(TrainingOptions options)
    {
        using var file = new MemoryStream();
        Train(InventedProvisions.Data, options).Save(file);
        return file.ToArray();
    }
}
