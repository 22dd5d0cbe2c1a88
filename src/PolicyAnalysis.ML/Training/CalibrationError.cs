namespace PolicyAnalysis.ML.Training;

/// <summary>How far stated probabilities lie from what came true: the expected calibration error over bins of equal width (Naeini, Cooper and Hauskrecht 2015).</summary>
internal sealed class CalibrationError
{
    private const int Bins = 15;

    private readonly double[] stated = new double[Bins];
    private readonly double[] right = new double[Bins];
    private int count;

    /// <summary>0 to 1; 0 where nothing was added.</summary>
    public double Value => count == 0 ? 0 : stated.Zip(right, (said, was) => Math.Abs(said - was)).Sum() / count;

    /// <summary>The error of the likeliest label of each row.</summary>
    public static double OfFirst(IReadOnlyList<float[]> probabilities, IReadOnlyList<bool[]> truth)
    {
        var error = new CalibrationError();
        for (int i = 0; i < probabilities.Count; i++)
        {
            int best = Array.IndexOf(probabilities[i], probabilities[i].Max());
            error.Add(probabilities[i][best], truth[i][best]);
        }

        return error.Value;
    }

    /// <summary>Adds one statement.</summary>
    /// <param name="probability">The probability that was stated, 0 to 1.</param>
    /// <param name="isRight">Whether it came true.</param>
    public void Add(double probability, bool isRight)
    {
        int bin = Math.Min(Bins - 1, (int)(probability * Bins));
        stated[bin] += probability;
        right[bin] += isRight ? 1 : 0;
        count++;
    }
}
