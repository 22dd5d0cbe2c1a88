namespace PolicyAnalysis.ML.Evaluation;

/// <summary>Draws groups with replacement by a generator of our own, so that the intervals are the same on every machine.</summary>
internal static class Bootstrap
{
    private const int Resamples = 1000;

    /// <summary>The figures of 1,000 resamples of the groups, with a fixed seed; none where there are no groups.</summary>
    public static TFigure[] Resample<TGroup, TFigure>(TGroup[] groups, Func<TGroup[], TFigure> measure)
    {
        ulong state = 1;
        var made = new TFigure[groups.Length == 0 ? 0 : Resamples];
        for (int i = 0; i < made.Length; i++)
        {
            var drawn = new TGroup[groups.Length];
            for (int k = 0; k < drawn.Length; k++)
                drawn[k] = groups[Next(ref state) % (ulong)groups.Length];
            made[i] = measure(drawn);
        }

        return made;
    }

    /// <summary>A value with the interval that holds 95 of 100 resampled ones.</summary>
    public static Interval Around(double value, IEnumerable<double> resampled)
    {
        double[] sorted = [.. resampled.Order()];
        return sorted.Length == 0 ? new Interval(value, value, value) : new Interval(value, sorted[sorted.Length / 40], sorted[sorted.Length - 1 - (sorted.Length / 40)]);
    }

    private static ulong Next(ref ulong state)
    {
        ulong mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (mixed ^ (mixed >> 31)) >> 1;
    }
}
