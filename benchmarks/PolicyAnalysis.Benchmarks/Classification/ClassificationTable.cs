using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.ML;
using PolicyAnalysis.Classification;

namespace PolicyAnalysis.Benchmarks.Classification;

/// <summary>Measures the compact scorer beside ML.NET's prediction engines in one run, on one thread, and prints the table of the documentation.</summary>
internal static class ClassificationTable
{
    private const int Rounds = 9;

    /// <summary>Arguments: nothing, or <c>--write PAGE</c> to put the table into a page.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        // Before anything else, so that the first load pays for its compilation too.
        double firstLoad = Seconds(static () => _ = CompactClassifier.Shipped.Labels.Count);
        byte[] file = ModelBytes();
        double load = Median(() => CompactClassifier.Load(new MemoryStream(file)), Rounds);

        var benchmarks = new ClassificationBenchmarks();
        benchmarks.Train();
        double text = Median(() => benchmarks.PredictionEngineOverTextTransforms(), Rounds) / ClassificationBenchmarks.Provisions;
        double own = Median(() => benchmarks.PredictionEngineOverOwnFeatures(), Rounds) / ClassificationBenchmarks.Provisions;
        // So short that a round repeats it.
        double same = Repeated(benchmarks.CompactScorer), shipped = Repeated(benchmarks.ShippedModel);
        double textBytes = Allocated(() => benchmarks.PredictionEngineOverTextTransforms()), ownBytes = Allocated(() => benchmarks.PredictionEngineOverOwnFeatures());
        double sameBytes = Allocated(() => benchmarks.CompactScorer()), shippedBytes = Allocated(() => benchmarks.ShippedModel());
        benchmarks.Free();

        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"Measured on {Environment.ProcessorCount} × {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; Microsoft.ML {typeof(MLContext).Assembly.GetName().Version?.ToString(3)}. One thread, from the text of a provision to {Taxonomy.Default.Types.Count} scores.\n\n");
        page.Append("| scorer | provisions a second | speed | allocated a provision |\n|---|---|---|---|\n");
        page.Append(CultureInfo.InvariantCulture, $"| ML.NET `PredictionEngine`, ML.NET's text transforms | {1 / text:N0} | 1× | {textBytes:N0} bytes |\n");
        page.Append(CultureInfo.InvariantCulture, $"| ML.NET `PredictionEngine`, this library's features | {1 / own:N0} | {text / own:F0}× | {ownBytes:N0} bytes |\n");
        page.Append(CultureInfo.InvariantCulture, $"| compact scorer, the same features and weights | {1 / same:N0} | {text / same:F0}× | {sameBytes:N0} bytes |\n");
        page.Append(CultureInfo.InvariantCulture, $"| compact scorer, the shipped model (goal 50×, 0 bytes) | {1 / shipped:N0} | {text / shipped:F0}× | {shippedBytes:N0} bytes |\n\n");
        page.Append(CultureInfo.InvariantCulture, $"The shipped model has {file.Length:N0} bytes (goal: at most 2,097,152). Loading it takes {load * 1000:F1} ms, and {firstLoad * 1000:F1} ms the first time in a process (goal: at most 20 ms).\n");
        Console.Write(page);
        if (arguments is ["--write", string path])
            BenchmarkPage.Write(path, "classification", page.ToString());
        return 0;
    }

    private static byte[] ModelBytes()
    {
        using var file = new MemoryStream();
        CompactClassifier.Shipped.Save(file);
        return file.ToArray();
    }

    private static double Repeated(Func<float> score)
    {
        const int times = 40;
        return Median(() => { for (int i = 0; i < times; i++) score(); }, Rounds) / (times * ClassificationBenchmarks.Provisions);
    }

    private static double Allocated(Action score)
    {
        score();
        long before = GC.GetAllocatedBytesForCurrentThread();
        score();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)ClassificationBenchmarks.Provisions;
    }

    private static double Median(Action action, int rounds)
    {
        for (int i = 0; i < 3; i++)
            action();
        return Enumerable.Range(0, rounds).Select(_ => Seconds(action)).Order().ElementAt(rounds / 2);
    }

    private static double Seconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
