using System.Diagnostics;

namespace PolicyAnalysis.Benchmarks.Comparison;

/// <summary>Times an action.</summary>
internal static class MedianTime
{
    private const int MostRuns = 500;

    /// <summary>The median time in microseconds, of at least <paramref name="least"/> runs, more while under the given milliseconds.</summary>
    public static double Of(Action action, int least, int milliseconds)
    {
        if (least > 1) action();
        var times = new List<double>();
        long start = Stopwatch.GetTimestamp();
        while (times.Count < least || (times.Count < MostRuns && Stopwatch.GetElapsedTime(start).TotalMilliseconds < milliseconds))
        {
            long from = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(from).TotalMicroseconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }
}
