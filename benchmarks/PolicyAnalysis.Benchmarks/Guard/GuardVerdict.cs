using System.Globalization;

namespace PolicyAnalysis.Benchmarks.Guard;

/// <summary>Holds measurements against rules.</summary>
internal static class GuardVerdict
{
    /// <summary>
    /// One sentence for each rule that is broken: a ratio whose whole confidence interval lies under its floor, an
    /// allocation over its ceiling, a guarded benchmark that was not measured. Empty where all is well.
    /// </summary>
    public static List<string> Failures(IReadOnlyList<GuardRule> rules, IReadOnlyList<GuardMeasurement> measurements)
    {
        var failures = new List<string>();
        foreach (GuardRule rule in rules)
        {
            GuardMeasurement? measured = measurements.FirstOrDefault(measurement => measurement.Benchmark == rule.Benchmark);
            if (measured is null)
            {
                failures.Add($"{rule.Benchmark} was not measured");
                continue;
            }

            if (measured.RatioInterval.High < rule.RatioFloor)
                failures.Add(string.Create(CultureInfo.InvariantCulture, $"{rule.Benchmark} is {measured.Ratio:F1} times as fast as its baseline (at most {measured.RatioInterval.High:F1}); the floor is {rule.RatioFloor:F1}"));
            if (measured.AllocatedBytes > rule.AllocationCeiling)
                failures.Add(string.Create(CultureInfo.InvariantCulture, $"{rule.Benchmark} allocates {measured.AllocatedBytes} bytes; the ceiling is {rule.AllocationCeiling}"));
        }

        return failures;
    }
}
