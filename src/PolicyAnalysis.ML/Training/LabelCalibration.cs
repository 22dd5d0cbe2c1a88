using PolicyAnalysis.Classification;
using PolicyAnalysis.Classification.Model;

namespace PolicyAnalysis.ML.Training;

/// <summary>The calibration and thresholds of all labels, learned from scores of provisions that the scorer had not seen.</summary>
internal sealed record LabelCalibration
{
    public required float[] Slope { get; init; }

    public required float[] Offset { get; init; }

    public required float[] Threshold { get; init; }

    /// <summary>Learns from the rows named.</summary>
    public static LabelCalibration Learn(float[][] scores, bool[][] truth, IReadOnlyList<int> rows)
    {
        int labels = truth[0].Length;
        float[] slope = new float[labels], offset = new float[labels], threshold = new float[labels];
        for (int label = 0; label < labels; label++)
        {
            float[] own = [.. rows.Select(row => scores[row][label])];
            bool[] has = [.. rows.Select(row => truth[row][label])];
            (slope[label], offset[label]) = Calibration.Fit(own, has);
            threshold[label] = ThresholdSearch.Best([.. own.Select(score => Probability(score, slope[label], offset[label]))], has);
        }

        return new LabelCalibration { Slope = slope, Offset = offset, Threshold = threshold };
    }

    /// <summary>The model with this calibration.</summary>
    public CompactModel ApplyTo(CompactModel model) => model with { Slope = Slope, Offset = Offset, Threshold = Threshold };

    /// <summary>The labels that scores come to, as <see cref="CompactClassifier"/> would give them, without evidence.</summary>
    public IReadOnlyList<ProvisionLabel> Choose(float[] scores, Taxonomy taxonomy)
    {
        float[] probabilities = [.. scores.Select((score, label) => Probability(score, Slope[label], Offset[label]))];
        int[] chosen = [.. Enumerable.Range(0, scores.Length).Where(label => probabilities[label] >= Threshold[label])];
        if (chosen.Length == 0)
            chosen = [Array.IndexOf(probabilities, probabilities.Max())];
        return [.. chosen.OrderByDescending(label => probabilities[label]).Select(label => new ProvisionLabel { Type = taxonomy.Types[label].Id, Score = Math.Round(probabilities[label], 4) })];
    }

    private static float Probability(float score, float slope, float offset) => 1f / (1f + MathF.Exp(-((slope * score) + offset)));
}
