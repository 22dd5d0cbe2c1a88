namespace PolicyAnalysis.ML.Training;

/// <summary>Finds the probability from which giving a label pays: the one with the best F1 on provisions the model had not seen.</summary>
internal static class ThresholdSearch
{
    private const float Lowest = 0.1f;
    private const float Highest = 0.9f;

    /// <summary>The threshold with the best F1, within 0.1 to 0.9 so that a label with few examples is not cut to them; 0.5 where nothing is to be found.</summary>
    /// <param name="probabilities">The calibrated probability of each provision.</param>
    /// <param name="truth">Whether each provision has the label.</param>
    public static float Best(IReadOnlyList<float> probabilities, IReadOnlyList<bool> truth)
    {
        int[] order = [.. Enumerable.Range(0, probabilities.Count).OrderByDescending(i => probabilities[i])];
        int positive = truth.Count(value => value), hits = 0;
        double best = -1;
        float threshold = 0.5f;
        for (int i = 0; i < order.Length; i++)
        {
            hits += truth[order[i]] ? 1 : 0;
            float current = probabilities[order[i]], next = i + 1 < order.Length ? probabilities[order[i + 1]] : 0;
            // Equal probabilities stand or fall together, and no cut outside the bounds is taken.
            if (next == current || current < Lowest || next >= Highest)
                continue;
            float middle = Math.Clamp((current + next) / 2, Lowest, Highest);
            double f1 = 2.0 * hits / (i + 1 + positive);
            if (f1 > best)
            {
                best = f1;
                threshold = middle;
            }
        }

        return threshold;
    }
}
