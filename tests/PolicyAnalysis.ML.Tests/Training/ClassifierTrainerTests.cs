using PolicyAnalysis.Classification;
using PolicyAnalysis.ML.Data;
using PolicyAnalysis.ML.Training;

namespace PolicyAnalysis.ML.Tests.Training;

public sealed class ClassifierTrainerTests
{
    private static readonly TrainingOptions Small = new() { Folds = 3, LeastProvisions = 1, MostFeatures = 500 };

    [Fact]
    public void A_trained_classifier_labels_what_it_learned()
    {
        CompactClassifier classifier = Train(Small).Classifier;
        Assert.All(InventedProvisions.All, provision => Assert.Equal(provision.Labels[0], classifier.Classify(provision.Input)[0].Type));
    }

    [Fact]
    public void The_same_data_and_seed_give_the_same_bytes_on_one_thread_and_on_four() =>
        Assert.Equal(Bytes(Small with { Threads = 1 }), Bytes(Small with { Threads = 4 }));

    [Fact]
    public void A_label_outside_the_taxonomy_is_refused()
    {
        var error = Assert.Throws<PolicyAnalysisException>(() => ClassifierTrainer.Train(InventedProvisions.Data with { Taxonomy = new Taxonomy("test", [InventedProvisions.Taxonomy.Types[0]]) }, Small, TestContext.Current.CancellationToken));
        Assert.Contains("cookies", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_learn_from_is_refused() =>
        Assert.Throws<PolicyAnalysisException>(() => ClassifierTrainer.Train(InventedProvisions.Data with { Labelled = [] }, Small, TestContext.Current.CancellationToken));

    [Fact]
    public void Every_provision_is_judged_once_by_a_classifier_that_had_not_seen_its_group()
    {
        IReadOnlyList<HeldOutProvision> held = Train(Small).HeldOut;
        Assert.Equal(InventedProvisions.All, held.Select(item => item.Provision));
        Assert.All(held, item => Assert.NotEmpty(item.Predicted));
        Assert.InRange(held.Count(item => item.Predicted[0].Type == item.Provision.Labels[0]), held.Count * 3 / 4, held.Count);
    }

    [Fact]
    public void A_type_of_ones_own_is_learned_from_ten_examples_and_laid_over_another_classifier()
    {
        string[] things = ["seeds", "bulbs", "tubers", "saplings", "mosses", "ferns", "roses", "herbs", "cacti", "vines"];
        var plants = new Taxonomy("plants", [new ProvisionType { Id = "plant-passport", Family = "own", Name = "Plant passport", Definition = "Papers for plants." }]);
        LabelledProvision[] examples = [.. things.Select(thing => new LabelledProvision { Id = thing, Group = thing, Labels = ["plant-passport"], Input = new ProvisionInput { Text = $"A plant passport travels with all {thing} that cross a border." } })];
        LabelledProvision[] others = [.. InventedProvisions.All.Select(provision => provision with { Labels = [] })];
        CompactClassifier own = ClassifierTrainer.Train(new TrainingData { Labelled = [.. examples, .. others], Taxonomy = plants }, Small, TestContext.Current.CancellationToken).Classifier;

        var overlay = new OverlayClassifier(Train(Small).Classifier, own);
        Assert.Equal("plant-passport", overlay.Classify(new ProvisionInput { Text = "Ferns cross the border with a plant passport." })[0].Type);
        Assert.Equal("cookies", overlay.Classify(new ProvisionInput { Text = "We set cookies to remember your basket." })[0].Type);
    }

    private static TrainingResult Train(TrainingOptions options) => ClassifierTrainer.Train(InventedProvisions.Data, options, TestContext.Current.CancellationToken);

    private static byte[] Bytes(TrainingOptions options)
    {
        using var file = new MemoryStream();
        Train(options).Classifier.Save(file);
        return file.ToArray();
    }
}
