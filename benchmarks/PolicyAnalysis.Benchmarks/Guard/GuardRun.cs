using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace PolicyAnalysis.Benchmarks.Guard;

/// <summary>Runs the benchmarks of the category "Guard" as a short job and holds them against the committed rules.</summary>
internal static class GuardRun
{
    private const int Warmups = 2;
    private const int Iterations = 7;
    private const int IterationMilliseconds = 120;

    /// <summary>0 where every rule is kept, 1 otherwise.</summary>
    public static int Run()
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Guard", "floors.tsv"));
        List<GuardMeasurement> measurements = Measure();
        foreach (GuardMeasurement measured in measurements)
        {
            (double low, double high) = measured.RatioInterval;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{measured.Benchmark}\t{measured.Ratio:F1}x [{low:F1}, {high:F1}]\t{measured.Time.Mean / 1000:F1} us\t{measured.AllocatedBytes} bytes"));
        }

        List<string> failures = GuardVerdict.Failures(GuardRule.Read(lines), measurements);
        foreach (string failure in failures) Console.Error.WriteLine("guard: " + failure);
        Console.WriteLine(failures.Count == 0 ? "guard: every floor and ceiling is kept" : $"guard: {failures.Count} broken");
        return failures.Count == 0 ? 0 : 1;
    }

    private static List<GuardMeasurement> Measure()
    {
        Job job = Job.Dry.WithToolchain(InProcessEmitToolchain.Instance).WithStrategy(BenchmarkDotNet.Engines.RunStrategy.Throughput).WithLaunchCount(1)
            .WithWarmupCount(Warmups).WithIterationCount(Iterations).WithIterationTime(TimeInterval.FromMilliseconds(IterationMilliseconds)).WithUnrollFactor(1).WithId("Guard");
        IConfig config = ManualConfig.CreateEmpty().AddJob(job).AddDiagnoser(MemoryDiagnoser.Default).AddColumnProvider(DefaultColumnProviders.Instance)
            .AddFilter(new AnyCategoriesFilter(["Guard"])).AddLogger(NullLogger.Instance).WithOptions(ConfigOptions.DisableLogFile | ConfigOptions.JoinSummary);
        var measurements = new List<GuardMeasurement>();
        foreach (Summary summary in BenchmarkRunner.Run(typeof(GuardRun).Assembly, config)) measurements.AddRange(Read(summary));
        return measurements;
    }

    private static IEnumerable<GuardMeasurement> Read(Summary summary)
    {
        foreach (BenchmarkReport report in summary.Reports)
        {
            if (report.ResultStatistics is not { } statistics || summary.IsBaseline(report.BenchmarkCase)) continue;
            BenchmarkReport? baseline = summary.Reports.FirstOrDefault(other => summary.IsBaseline(other.BenchmarkCase)
                && other.BenchmarkCase.Descriptor.Type == report.BenchmarkCase.Descriptor.Type
                && other.BenchmarkCase.Parameters.ValueInfo == report.BenchmarkCase.Parameters.ValueInfo);
            GuardTime? theirs = baseline?.ResultStatistics is { } found ? new GuardTime(found.Mean, found.StandardError) : null;
            string parameters = string.Join(',', report.BenchmarkCase.Parameters.Items.Select(static item => item.Value));
            yield return new GuardMeasurement(
                $"{report.BenchmarkCase.Descriptor.Type.Name}.{report.BenchmarkCase.Descriptor.WorkloadMethod.Name}({parameters})",
                new GuardTime(statistics.Mean, statistics.StandardError),
                theirs,
                report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
        }
    }
}
