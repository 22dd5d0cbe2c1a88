namespace PolicyAnalysis.Benchmarks.Guard;

/// <summary>The mean time of one benchmark and how sure it is.</summary>
/// <param name="Mean">Nanoseconds an operation.</param>
/// <param name="StandardError">The standard error of the mean, nanoseconds.</param>
internal readonly record struct GuardTime(double Mean, double StandardError);

/// <summary>One benchmark and its baseline, measured in the same run.</summary>
/// <param name="Benchmark">Type, method and parameters.</param>
/// <param name="Time">The benchmark's own time.</param>
/// <param name="Baseline">The baseline's time; <see langword="null"/> where there is none.</param>
/// <param name="AllocatedBytes">Bytes an operation allocates.</param>
internal sealed record GuardMeasurement(string Benchmark, GuardTime Time, GuardTime? Baseline, long AllocatedBytes)
{
    // Two-sided 95 % for the few iterations of a short job.
    private const double Quantile = 2.6;

    /// <summary>Baseline time over time; 0 without a baseline.</summary>
    public double Ratio => Baseline is { } baseline ? baseline.Mean / Time.Mean : 0;

    /// <summary>The ratio's 95 % confidence interval, from the relative errors of both means.</summary>
    public (double Low, double High) RatioInterval
    {
        get
        {
            if (Baseline is not { } baseline) return (0, 0);
            double relative = Math.Sqrt(Math.Pow(Time.StandardError / Time.Mean, 2) + Math.Pow(baseline.StandardError / baseline.Mean, 2));
            double factor = Math.Exp(Quantile * relative);
            return (Ratio / factor, Ratio * factor);
        }
    }
}
