using CsCheck;
using PolicyAnalysis.ML.Training;

namespace PolicyAnalysis.ML.Tests.Training;

public sealed class ThresholdSearchTests
{
    [Fact]
    public void The_threshold_is_the_best_of_all_cuts_within_bounds() =>
        Gen.Select(Gen.Float[0, 1].Array[3], Gen.Bool.Array[3]).Array[1, 30].Sample(rows =>
        {
            float[][] probabilities = [.. rows.Select(row => row.Item1)];
            bool[][] truth = [.. rows.Select(row => row.Item2)];
            (float found, float share) = ThresholdSearch.Best(probabilities, truth);
            Assert.InRange(found, 0.2f, 0.6f);
            for (int percent = 20; percent <= 60; percent += 5)
                Assert.True(ThresholdSearch.Value(probabilities, truth, found, share) >= ThresholdSearch.Value(probabilities, truth, percent / 100f, 0));
        });

    [Fact]
    public void A_cut_is_worth_its_micro_and_macro_F1()
    {
        // At 0.5 given: a of the first, and b of the second because nothing else passes. Expected: a, and a.
        double value = ThresholdSearch.Value([[0.9f, 0.1f], [0.2f, 0.3f]], [[true, false], [true, false]], 0.5f, 0);
        Assert.Equal((2.0 * 1 / 4) + (2.0 * 1 / 3), value, 1e-9);
    }

    [Fact]
    public void A_label_far_behind_the_best_is_not_given()
    {
        double near = ThresholdSearch.Value([[0.9f, 0.4f]], [[true, false]], 0.3f, 0.5f);

        Assert.Equal(2, near, 1e-9);
        Assert.True(near > ThresholdSearch.Value([[0.9f, 0.4f]], [[true, false]], 0.3f, 0));
    }
}
