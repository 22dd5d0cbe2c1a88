using PolicyAnalysis.Classification;
using PolicyAnalysis.Classification.Model;

namespace PolicyAnalysis.ML.Training;

/// <summary>The calibration of all labels and their threshold, learned from scores of provisions that the scorer had not seen.</summary>
internal sealed record LabelCalibration
{
    public required float[] Slope { get; init; }

    public required float[] Offset { get; init; }

    /// <summary>The probability from which a label is given; one for all.</summary>
    public required float Threshold { get; init; }

    /// <summary>Learns from the rows named.</summary>
    public static LabelCalibration Learn(float[][] scores, bool[][] truth, IReadOnlyList<int> rows)
    {
        int labels = truth[0].Length;
        float[] slope = new float[labels], offset = new float[labels];
        for (int label = 0; label < labels; label++)
            (slope[label], offset[label]) = Calibration.Fit([.. rows.Select(row => scores[row][label])], [.. rows.Select(row => truth[row][label])]);
        var calibration = new LabelCalibration { Slope = slope, Offset = offset, Threshold = 0.5f };
        return calibration with { Threshold = ThresholdSearch.Best([.. rows.Select(row => calibration.Probabilities(scores[row]))], [.. rows.Select(row => truth[row])]) };
    }

    /// <summary>The model with this calibration.</summary>
    public CompactModel ApplyTo(CompactModel model) => model with { Slope = Slope, Offset = Offset, Threshold = [.. model.Labels.Select(_ => Threshold)] };

    /// <summary>The labels that scores come to, as <see cref="CompactClassifier"/> would give them, without evidence.</summary>
    public IReadOnlyList<ProvisionLabel> Choose(float[] scores, Taxonomy taxonomy)
    {
        float[] probabilities = Probabilities(scores);
        int[] chosen = [.. Enumerable.Range(0, scores.Length).Where(label => probabilities[label] >= Threshold)];
        if (chosen.Length == 0)
            chosen = [Array.IndexOf(probabilities, probabilities.Max())];
        return [.. chosen.OrderByDescending(label => probabilities[label]).Select(label => new ProvisionLabel { Type = taxonomy.Types[label].Id, Score = Math.Round(probabilities[label], 4) })];
    }

    private float[] Probabilities(float[] scores)
    {
        float[] probabilities = new float[scores.Length];
        for (int label = 0; label < scores.Length; label++)
            probabilities[label] = 1f / (1f + MathF.Exp(-((Slope[label] * scores[label]) + Offset[label])));
        return probabilities;
    }
}
