namespace PolicyAnalysis.ML.Training;

/// <summary>
/// Finds the probability from which giving a label pays, and how near to the best label a further one must come. One pair for all
/// labels: a threshold of its own for each label fits the few examples of rare labels and did worse on services held out.
/// </summary>
internal static class ThresholdSearch
{
    private const int Lowest = 20;
    private const int Highest = 60;

    private static readonly float[] Shares = [0, 0.3f, 0.4f, 0.5f, 0.6f];

    /// <summary>The threshold from 0.20 to 0.60, in steps of 0.01, and the share with the largest sum of micro and macro F1; the lowest of equals.</summary>
    /// <param name="probabilities">The calibrated probabilities: one row a provision, one cell a label.</param>
    /// <param name="truth">Whether each provision has each label.</param>
    public static (float Threshold, float LeastShare) Best(IReadOnlyList<float[]> probabilities, IReadOnlyList<bool[]> truth)
    {
        double best = -1;
        (float, float) found = (0.5f, 0);
        foreach (float share in Shares)
        {
            for (int percent = Lowest; percent <= Highest; percent++)
            {
                double value = Value(probabilities, truth, percent / 100f, share);
                if (value > best)
                    (best, found) = (value, (percent / 100f, share));
            }
        }

        return found;
    }

    /// <summary>Micro plus macro F1 of the labels at or over a cut and near enough to the best, with the best label in any case.</summary>
    internal static double Value(IReadOnlyList<float[]> probabilities, IReadOnlyList<bool[]> truth, float cut, float share)
    {
        int labels = probabilities[0].Length;
        int[] right = new int[labels], given = new int[labels], expected = new int[labels];
        for (int i = 0; i < probabilities.Count; i++)
        {
            float[] row = probabilities[i];
            int best = Array.IndexOf(row, row.Max());
            float least = share * row[best];
            for (int label = 0; label < labels; label++)
            {
                bool gives = label == best || (row[label] >= cut && row[label] >= least);
                given[label] += gives ? 1 : 0;
                expected[label] += truth[i][label] ? 1 : 0;
                right[label] += gives && truth[i][label] ? 1 : 0;
            }
        }

        int[] counted = [.. Enumerable.Range(0, labels).Where(label => expected[label] > 0)];
        double macro = counted.Length == 0 ? 0 : counted.Average(label => 2.0 * right[label] / (given[label] + expected[label]));
        return (2.0 * right.Sum() / Math.Max(1, given.Sum() + expected.Sum())) + macro;
    }
}
