namespace PolicyAnalysis.ML.Training;

/// <summary>
/// Finds the probability from which giving a label pays. One for all labels: a threshold of its own for each label fits the few
/// examples of rare labels and did worse on services held out.
/// </summary>
internal static class ThresholdSearch
{
    private const int Lowest = 20;
    private const int Highest = 60;

    /// <summary>The threshold from 0.20 to 0.60, in steps of 0.01, with the largest sum of micro and macro F1; the lowest of equals.</summary>
    /// <param name="probabilities">The calibrated probabilities: one row a provision, one cell a label.</param>
    /// <param name="truth">Whether each provision has each label.</param>
    public static float Best(IReadOnlyList<float[]> probabilities, IReadOnlyList<bool[]> truth)
    {
        double best = -1;
        float threshold = 0.5f;
        for (int percent = Lowest; percent <= Highest; percent++)
        {
            float cut = percent / 100f;
            double value = Value(probabilities, truth, cut);
            if (value > best)
            {
                best = value;
                threshold = cut;
            }
        }

        return threshold;
    }

    /// <summary>Micro plus macro F1 of the labels at or over a cut, with the best label where none is.</summary>
    internal static double Value(IReadOnlyList<float[]> probabilities, IReadOnlyList<bool[]> truth, float cut)
    {
        int labels = probabilities[0].Length;
        int[] right = new int[labels], given = new int[labels], expected = new int[labels];
        for (int i = 0; i < probabilities.Count; i++)
        {
            float[] row = probabilities[i];
            int best = Array.IndexOf(row, row.Max());
            for (int label = 0; label < labels; label++)
            {
                bool gives = row[label] >= cut || (label == best && row[best] < cut);
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
