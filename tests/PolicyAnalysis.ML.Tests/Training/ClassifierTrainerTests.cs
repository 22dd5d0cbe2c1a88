using PolicyAnalysis.Classification;
using PolicyAnalysis.ML.Training;

namespace PolicyAnalysis.ML.Tests.Training;

public sealed class ClassifierTrainerTests
{
    private static readonly TrainingOptions Small = new() { Folds = 3, LeastProvisions = 1, MostFeatures = 500 };

    [Fact]
    public void A_trained_classifier_labels_what_it_learned()
    {
        CompactClassifier classifier = ClassifierTrainer.Train(InventedProvisions.All, InventedProvisions.Taxonomy, Small, TestContext.Current.CancellationToken);
        Assert.All(InventedProvisions.All, provision => Assert.Equal(provision.Labels[0], classifier.Classify(provision.Input)[0].Type));
    }

    [Fact]
    public void The_same_data_and_seed_give_the_same_bytes_on_one_thread_and_on_four() =>
        Assert.Equal(Bytes(Small with { Threads = 1 }), Bytes(Small with { Threads = 4 }));

    [Fact]
    public void A_label_outside_the_taxonomy_is_refused()
    {
        var error = Assert.Throws<PolicyAnalysisException>(() => ClassifierTrainer.Train(InventedProvisions.All, new Taxonomy("test", [InventedProvisions.Taxonomy.Types[0]]), Small, TestContext.Current.CancellationToken));
        Assert.Contains("cookies", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_learn_from_is_refused() =>
        Assert.Throws<PolicyAnalysisException>(() => ClassifierTrainer.Train([], InventedProvisions.Taxonomy, Small, TestContext.Current.CancellationToken));

    private static byte[] Bytes(TrainingOptions options)
    {
        using var file = new MemoryStream();
        ClassifierTrainer.Train(InventedProvisions.All, InventedProvisions.Taxonomy, options, TestContext.Current.CancellationToken).Save(file);
        return file.ToArray();
    }
}
