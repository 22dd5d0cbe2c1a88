using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using PolicyAnalysis.Provisions;
using PolicyAnalysis.Tests.Documents;

namespace PolicyAnalysis.Benchmarks.Documents;

/// <summary>Reads every hostile source at its full size in a process of its own, and prints the table of the documentation.</summary>
internal static class HostileTable
{
    private const int Characters = 10_000_000;
    private const int Shown = 12;

    /// <summary>Arguments: nothing, <c>--write PAGE</c> to put the table into a page, or the number of one source.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (arguments is [var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int one)) return Measure(HostileSources.All[one]);
        var rows = new List<Row>();
        for (int index = 0; index < HostileSources.All.Count; index++)
        {
            rows.Add(InProcess(index));
            Console.Error.WriteLine(rows[^1]);
        }

        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"Measured on {Environment.ProcessorCount} × {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; each source has {Characters / 1_000_000} million characters and a process of its own, whose memory is counted whole, at its highest.\n\n");
        table.Append("| sources | read | refused with a typed error | slowest to read | most memory |\n|---|---|---|---|---|\n");
        table.Append(CultureInfo.InvariantCulture, $"| {rows.Count} | {rows.Count(static row => !row.IsRefused)} | {rows.Count(static row => row.IsRefused)} | {rows.Max(static row => row.Read):F0} ms | {rows.Max(static row => row.Memory):F0} MB |\n\n");
        table.Append("Those that take most time or memory:\n\n| source | outcome | to read | to segment | to find the first quote | memory |\n|---|---|---|---|---|---|\n");
        foreach (Row row in rows.OrderByDescending(static row => row.Read).Take(Shown).Union(rows.OrderByDescending(static row => row.Memory).Take(Shown / 2)).OrderByDescending(static row => row.Read))
            table.Append(CultureInfo.InvariantCulture, $"| {row.Name} | {(row.IsRefused ? "refused" : "read")} | {row.Read:F0} ms | {row.Segment:F0} ms | {row.Quote:F0} ms | {row.Memory:F0} MB |\n");
        table.Append("\nGoal: at most 2 s to read, and 600 MB.\n");
        Console.Write(table);
        if (arguments is ["--write", string path]) BenchmarkPage.Write(path, "hostile", table.ToString());
        return 0;
    }

    private static Row InProcess(int index)
    {
        using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["hostile", index.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        string[] cells = process.StandardOutput.ReadToEnd().Split('\t');
        process.WaitForExit();
        if (process.ExitCode != 0 || cells.Length != 5) throw new InvalidOperationException($"{HostileSources.All[index].Name}: the reader fell with the code {process.ExitCode}.");
        return new Row(HostileSources.All[index].Name, cells[0] == "refused", Number(cells[1]), Number(cells[2]), Number(cells[3]), Number(cells[4]));
    }

    private static int Measure(HostileSource hostile)
    {
        // Code is compiled before the clock starts; a reader that is asked for much is asked often.
        Read(hostile.Make(20_000), hostile.MediaType, new double[3]);
        string source = hostile.Make(Characters);
        GC.Collect();
        double[] times = new double[3];
        bool isRead = Read(source, hostile.MediaType, times);
        Console.Write(string.Join('\t', [isRead ? "read" : "refused", .. times.Select(static time => time.ToString("R", CultureInfo.InvariantCulture)), (Process.GetCurrentProcess().PeakWorkingSet64 / 1e6).ToString("R", CultureInfo.InvariantCulture)]));
        return 0;
    }

    private static bool Read(string source, PolicyMediaType mediaType, double[] times)
    {
        long from = Stopwatch.GetTimestamp();
        try
        {
            PolicyDocument document = PolicyDocument.Parse(source, new PolicyReadOptions { MediaType = mediaType, Address = new Uri("https://policy.example/page") });
            times[0] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            from = Stopwatch.GetTimestamp();
            IReadOnlyList<Provision> provisions = ProvisionSegmenter.Segment(document);
            times[1] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            from = Stopwatch.GetTimestamp();
            if (provisions.Count > 0) document.GetQuoteAddress(provisions[0].Range);
            times[2] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            return true;
        }
        catch (PolicyAnalysisException)
        {
            times[0] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            return false;
        }
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private sealed record Row(string Name, bool IsRefused, double Read, double Segment, double Quote, double Memory);
}
