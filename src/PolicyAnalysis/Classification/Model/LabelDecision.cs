namespace PolicyAnalysis.Classification.Model;

/// <summary>From scores to probabilities, and from probabilities to the labels that are given: one way for training and use.</summary>
/// <param name="Slope">The slope of each label's calibration.</param>
/// <param name="Offset">The offset of each label's calibration.</param>
/// <param name="LeastTotal">What the probabilities of a provision come to at least; 0 where a provision may well have no label.</param>
internal sealed record LabelDecision(float[] Slope, float[] Offset, float LeastTotal)
{
    private const float Highest = 0.995f;

    /// <summary>The probability from which each label is given.</summary>
    public required float[] Threshold { get; init; }

    /// <summary>The share of the best label's probability that a further label must reach; 0 to 1.</summary>
    public required float LeastShare { get; init; }

    /// <summary>The probability from which the best label is given where none reaches its threshold.</summary>
    public required float Floor { get; init; }

    /// <summary>Makes raw scores probabilities, in place.</summary>
    /// <remarks>
    /// Each label is calibrated alone, so a provision that no label knows well gets little from all of them together, though it
    /// is about something: what is missing to <see cref="LeastTotal"/> is given to all in proportion.
    /// </remarks>
    public void Calibrate(Span<float> scores)
    {
        float total = 0;
        for (int i = 0; i < scores.Length; i++)
            scores[i] = (Slope[i] * scores[i]) + Offset[i];
        Sigmoid.Apply(scores);
        foreach (float probability in scores)
            total += probability;
        if (total >= LeastTotal || total <= 0)
            return;
        float scale = LeastTotal / total;
        for (int i = 0; i < scores.Length; i++)
            scores[i] = Math.Max(scores[i], Math.Min(Highest, scores[i] * scale));
    }

    /// <summary>The labels that are given, likeliest first; labels of equal probability keep the order of the taxonomy.</summary>
    public IEnumerable<int> Choose(float[] probabilities)
    {
        int best = Array.IndexOf(probabilities, probabilities.Max());
        float least = LeastShare * probabilities[best];
        int[] chosen = [.. Enumerable.Range(0, probabilities.Length).Where(label => probabilities[label] >= Threshold[label] && probabilities[label] >= least)];
        if (chosen.Length == 0 && probabilities[best] >= Floor)
            chosen = [best];
        return chosen.OrderByDescending(label => probabilities[label]);
    }
}
