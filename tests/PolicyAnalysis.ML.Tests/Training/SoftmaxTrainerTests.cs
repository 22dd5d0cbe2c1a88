using PolicyAnalysis.ML.Training;

namespace PolicyAnalysis.ML.Tests.Training;

public sealed class SoftmaxTrainerTests
{
    private static readonly SoftmaxSettings Settings = new() { FeatureDropout = 0.1f, Epochs = 30 };

    /// <summary>Three labels; feature 0 speaks for the first, 1 for the second, 2 for the third, and 3 stands everywhere.</summary>
    private static readonly (int[] Numbers, float[] Values)[] Vectors = [.. Enumerable.Range(0, 30).Select(i => (new[] { i % 3, 3 }, new[] { 1f, 1f }))];

    [Fact]
    public void A_feature_speaks_for_its_label_and_against_the_others()
    {
        (float[][] columns, float[] bias) = Fit(Shares());
        Assert.Equal(3, bias.Length);
        for (int label = 0; label < 3; label++)
        {
            Assert.Equal(label, Array.IndexOf(columns[label], columns[label].Max()));
            Assert.All(Enumerable.Range(0, 3).Where(feature => feature != label), feature => Assert.True(columns[label][feature] < 0));
        }
    }

    [Fact]
    public void A_provision_without_labels_teaches_nothing()
    {
        float[][] shares = Shares();
        var more = Vectors.Append(([0, 1, 2], [5f, 5f, 5f])).ToArray();
        (float[][] columns, _) = SoftmaxTrainer.Fit(more, [.. shares, [0f, 0f, 0f]], 4, 1, Settings, TestContext.Current.CancellationToken);
        Assert.Equal(Fit(shares).Columns, columns);
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights_and_another_seed_others()
    {
        Assert.Equal(Fit(Shares()).Columns, Fit(Shares()).Columns);
        Assert.NotEqual(Fit(Shares()).Columns, Fit(Shares(), seed: 2).Columns);
    }

    private static float[][] Shares() => [.. Enumerable.Range(0, 30).Select(i => new[] { i % 3 == 0 ? 1f : 0, i % 3 == 1 ? 1f : 0, i % 3 == 2 ? 1f : 0 })];

    private static (float[][] Columns, float[] Bias) Fit(float[][] shares, int seed = 1) => SoftmaxTrainer.Fit(Vectors, shares, 4, seed, Settings, TestContext.Current.CancellationToken);
}
