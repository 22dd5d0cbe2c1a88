using System.Diagnostics;
using System.Globalization;
using System.Text;
using PolicyAnalysis.Regulation;

namespace PolicyAnalysis.Benchmarks.Regulation;

/// <summary>How long the catalogue takes to load and a notice to be mapped and checked, beside reading and classifying it.</summary>
internal static class RegulationBenchmark
{
    private const int Processes = 7;
    private const int Rounds = 60;
    private const int WarmRounds = 400;
    private const string LoadOnly = "--load";

    /// <summary><c>regulation [NOTICE] [--write PAGE]</c>; <c>--load PART</c> is the child process that loads once.</summary>
    public static int Run(string[] arguments)
    {
        if (arguments is [LoadOnly, string part])
        {
            Console.WriteLine(Load(part).TotalMilliseconds.ToString("F1", CultureInfo.InvariantCulture));
            return 0;
        }

        string notice = arguments.FirstOrDefault(argument => !argument.StartsWith('-') && !argument.EndsWith("benchmarks.md", StringComparison.Ordinal)) ?? Path.Combine("docs", "samples", "policies", "privacy-2026.html");
        string content = Report(notice);
        int write = Array.IndexOf(arguments, "--write");
        if (write >= 0)
            BenchmarkPage.Write(arguments[write + 1], "regulation", content);
        else
            Console.Write(content);
        return 0;
    }

    private static string Report(string notice)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Measured on {Environment.ProcessorCount} × {System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture}, .NET {Environment.Version}. Medians of {Processes} processes and {Rounds} rounds.\n\n");
        text.Append("| the catalogue's parts, each read on first use | first in a process | again, code compiled | goal |\n|---|---|---|---|\n");
        foreach ((string part, string name) in ((string, string)[])[("check", "for a check: instruments, elements, statements"), ("rules", "for a mapping: instruments and rules"), ("map", "for a mapping, with its cues"), ("all", "all of it")])
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {Median([.. Enumerable.Range(0, Processes).Select(_ => InNewProcess(part))]):F0} ms | {Median([.. Enumerable.Range(0, Rounds).Select(_ => Load(part).TotalMilliseconds)]):F1} ms | ≤ 30 ms |\n");

        PolicyAnalyzer analyzer = PolicyAnalyzer.Create();
        string html = File.ReadAllText(notice);
        PolicyDocument document = PolicyDocument.Parse(html, new PolicyReadOptions { MediaType = PolicyMediaType.Html });
        AnalyzedPolicy policy = analyzer.Analyze(document);
        double read = Time(() => analyzer.Analyze(PolicyDocument.Parse(html, new PolicyReadOptions { MediaType = PolicyMediaType.Html })));
        double map = Time(() => analyzer.Assess(policy));
        double check = Time(() => analyzer.Check(policy, ["gdpr-13"]));
        text.Append(CultureInfo.InvariantCulture, $"\n| a notice of {document.Text.Length:N0} characters, {policy.Provisions.Count} provisions | time | goal |\n|---|---|---|\n");
        text.Append(CultureInfo.InvariantCulture, $"| read and classified | {read:F1} ms | |\n| mapped | {map:F1} ms | |\n| checked for GDPR Art. 13 | {check:F1} ms | |\n| mapped and checked | {map + check:F1} ms | ≤ 10 ms |\n");
        return text.ToString();
    }

    private static TimeSpan Load(string part)
    {
        var watch = Stopwatch.StartNew();
        RegulatoryCatalog catalog = RegulatoryCatalog.Fresh();
        if (part is "check" or "all")
            _ = (catalog.NoticeElements.Count, catalog.Statements.Statements.Count);
        if (part is "rules" or "map" or "all")
            _ = catalog.Rules.Count;
        if (part is "map" or "all")
            _ = catalog.Cues.Playbook.Count;
        return watch.Elapsed;
    }

    private static double InNewProcess(string part)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        foreach (string argument in (string[])["regulation", LoadOnly, part])
            start.ArgumentList.Add(argument);
        using Process child = Process.Start(start)!;
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }

    private static double Time(Action action)
    {
        // The runtime compiles hot code in the background; what is measured is the state it settles in.
        for (int round = 0; round < WarmRounds; round++)
            action();
        var times = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            times[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return Median(times);
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
