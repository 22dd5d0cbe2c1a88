using PolicyAnalysis.Classification;
using PolicyAnalysis.Classification.Model;

namespace PolicyAnalysis.ML.Training;

/// <summary>How scores become probabilities and labels, learned from scores of provisions that the scorer had not seen.</summary>
internal static class LabelCalibration
{
    /// <summary>What the probabilities of a provision that is surely about something may be brought to at least.</summary>
    private static readonly float[] LeastTotals = [0, 1f, 1.05f, 1.1f, 1.15f, 1.2f, 1.25f, 1.3f];

    /// <summary>Learns from the rows named.</summary>
    /// <param name="scores">The raw scores: one row a provision, one cell a label.</param>
    /// <param name="truth">Whether each provision has each label.</param>
    /// <param name="rows">The rows to learn from.</param>
    /// <param name="isExhaustive">Whether every provision has a label.</param>
    public static LabelDecision Learn(float[][] scores, bool[][] truth, IReadOnlyList<int> rows, bool isExhaustive)
    {
        int labels = truth[0].Length;
        float[] slope = new float[labels], offset = new float[labels];
        for (int label = 0; label < labels; label++)
            (slope[label], offset[label]) = Calibration.Fit([.. rows.Select(row => scores[row][label])], [.. rows.Select(row => truth[row][label])]);
        bool[][] expected = [.. rows.Select(row => truth[row])];
        var alone = new LabelDecision(slope, offset, 0) { Threshold = new float[labels], LeastShare = 0, Floor = 0 };
        LabelDecision together = (isExhaustive ? LeastTotals : [0f]).Select(total => alone with { LeastTotal = total })
            .MinBy(decision => CalibrationError.OfFirst(Probabilities(decision, scores, rows), expected))!;
        (float threshold, float share) = ThresholdSearch.Best(Probabilities(together, scores, rows), expected);
        Array.Fill(together.Threshold, threshold);
        return together with { LeastShare = share };
    }

    /// <summary>The labels that scores come to, as <see cref="CompactClassifier"/> would give them, without evidence.</summary>
    public static IReadOnlyList<ProvisionLabel> Choose(this LabelDecision decision, float[] scores, Taxonomy taxonomy)
    {
        float[] probabilities = Probabilities(decision, scores);
        return [.. decision.Choose(probabilities).Select(label => new ProvisionLabel { Type = taxonomy.Types[label].Id, Score = Math.Round(probabilities[label], 4) })];
    }

    private static float[][] Probabilities(LabelDecision decision, float[][] scores, IReadOnlyList<int> rows) => [.. rows.Select(row => Probabilities(decision, scores[row]))];

    private static float[] Probabilities(LabelDecision decision, float[] scores)
    {
        float[] probabilities = [.. scores];
        decision.Calibrate(probabilities);
        return probabilities;
    }
}
