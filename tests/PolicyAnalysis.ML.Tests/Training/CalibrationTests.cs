using CsCheck;
using PolicyAnalysis.ML.Training;

namespace PolicyAnalysis.ML.Tests.Training;

public sealed class CalibrationTests
{
    [Fact]
    public void Scores_whose_odds_are_known_get_their_probabilities_back()
    {
        // At score s, the share of hits is sigmoid(2 s - 1).
        var scores = new List<float>();
        var truth = new List<bool>();
        for (int step = -20; step <= 20; step++)
        {
            float score = step / 10f;
            double share = 1 / (1 + Math.Exp(-((2 * score) - 1)));
            for (int i = 0; i < 1000; i++)
            {
                scores.Add(score);
                truth.Add(i < share * 1000);
            }
        }

        (float slope, float offset) = Calibration.Fit(scores, truth);
        Assert.Equal(2, slope, 0.05);
        Assert.Equal(-1, offset, 0.05);
    }

    [Fact]
    public void A_calibration_never_falls_with_the_score() =>
        Gen.Select(Gen.Float[-5, 5], Gen.Bool).Array[1, 60].Sample(pairs =>
        {
            (float slope, float offset) = Calibration.Fit([.. pairs.Select(pair => pair.Item1)], [.. pairs.Select(pair => pair.Item2)]);
            Assert.True(slope > 0 && float.IsFinite(slope) && float.IsFinite(offset));
        });
}
