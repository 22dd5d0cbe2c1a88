using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using AngleSharp.Html.Parser;

namespace PolicyAnalysis.Benchmarks.Documents;

/// <summary>Measures extraction beside a raw parse and SmartReader, page by page in turn in one run, and prints the table of the documentation.</summary>
internal static class ExtractionTable
{
    private const int Rounds = 3;

    /// <summary>Arguments: nothing, or <c>--write PAGE</c> to put the table into a page.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        (string name, string[] pages) = PageSet.Load();
        Func<string, int>[] ways = [ExtractionPeers.Parse, ExtractionPeers.Extract, ExtractionPeers.SmartReader];
        double[] times = new double[ways.Length];
        long[] bytes = new long[ways.Length];
        Measure(ways, pages, new double[ways.Length], new long[ways.Length]);
        for (int round = 0; round < Rounds; round++) Measure(ways, pages, times, bytes);

        double input = pages.Sum(static page => (double)Encoding.UTF8.GetByteCount(page)) * Rounds;
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"Measured on {Environment.ProcessorCount} × {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; AngleSharp {Version(typeof(HtmlParser))}, SmartReader {Version(typeof(SmartReader.Reader))}; {pages.Length} {name} pages of {input / Rounds / pages.Length / 1000:F0} kB on average, {Rounds} rounds, the ways in turn on each page.\n\n");
        table.Append("| way | pages a second | time, parse alone = 1 | SmartReader's time over it | allocated, bytes a byte of input |\n|---|---|---|---|---|\n");
        string[] names = ["AngleSharp's parse alone", "ours, parse and extraction", "SmartReader, parse and extraction"];
        for (int way = 0; way < ways.Length; way++)
            table.Append(CultureInfo.InvariantCulture, $"| {names[way]} | {pages.Length * Rounds * 1000 / times[way]:F0} | {times[way] / times[0]:F2} | {times[2] / times[way]:F1} | {bytes[way] / input:F1} |\n");
        table.Append(CultureInfo.InvariantCulture, $"\nGoals: at most 1.35 times the parse alone, at least 3 times as fast as SmartReader, at most 6 bytes a byte of input beyond the parser's tree (here {(bytes[1] - bytes[0]) / input:F1}; all allocations are counted, not only what is held at once).\n");
        Console.Write(table);
        if (arguments is ["--write", string path]) BenchmarkPage.Write(path, "extraction", table.ToString());
        return 0;
    }

    private static void Measure(Func<string, int>[] ways, string[] pages, double[] times, long[] bytes)
    {
        foreach (string page in pages)
        {
            for (int way = 0; way < ways.Length; way++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread(), from = Stopwatch.GetTimestamp();
                ways[way](page);
                times[way] += Stopwatch.GetElapsedTime(from).TotalMilliseconds;
                bytes[way] += GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }
    }

    private static string? Version(Type type) => type.Assembly.GetName().Version?.ToString(3);
}
