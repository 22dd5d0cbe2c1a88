using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using DiffPlex;
using DiffPlex.Model;
using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Benchmarks.Comparison;

/// <summary>Measures the text diff against DiffPlex in one run and prints the table of the documentation.</summary>
internal static class TextDiffTable
{
    private const int GrowthWords = 1_000_000;

    /// <summary>Arguments: nothing, or <c>--write PAGE</c> to put the table into a page.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var differ = new TextDiffer();
        List<TextVersions> generated = [.. Enum.GetValues<PairKind>().Select(TextPairs.Generate)], recorded = TextPairs.Recorded();
        WarmUp(differ, [.. generated, .. recorded]);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"Measured on {Environment.ProcessorCount} × {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; DiffPlex {typeof(Differ).Assembly.GetName().Version?.ToString(3)}.\n\n");
        if (recorded.Count > 0) Pairs(page, differ, $"{recorded.Count} recorded pairs of policy versions", recorded);
        Pairs(page, differ, $"{generated.Count} generated pairs, one of each kind", generated);
        Hostile(page);
        Growth(page, differ);
        Equal(page, differ);
        ComparisonTable.Write(page);
        Console.Write(page);
        if (arguments is ["--write", string path]) BenchmarkPage.Write(path, "diff", page.ToString());
        return 0;
    }

    private static void WarmUp(TextDiffer differ, List<TextVersions> pairs)
    {
        for (int round = 0; round < 30; round++)
        {
            foreach (TextVersions pair in pairs) differ.Compare(pair.Before, pair.After);
        }

        foreach (TextVersions pair in pairs.OrderBy(static pair => pair.Before.Length).Take(20)) Words(pair);
    }

    private static void Pairs(StringBuilder page, TextDiffer differ, string title, List<TextVersions> pairs)
    {
        var ratios = new List<double>();
        double slowest = 0, theirSlowest = 0;
        var excess = new List<double>();
        var theirExcess = new List<double>();
        long beyond = 0, theirBytes = 0;
        foreach (TextVersions pair in pairs)
        {
            var length = new ScriptLength(pair);
            TextEditScript script = differ.Compare(pair.Before, pair.After);
            if (script.Apply(pair.Before, pair.After) != pair.After) throw new InvalidOperationException($"the script of {pair.Name} does not apply");
            double ours = MedianTime.Of(() => differ.Compare(pair.Before, pair.After), 15, 60);
            long bytes = Allocated(() => differ.Compare(pair.Before, pair.After));
            beyond = Math.Max(beyond, bytes - ResultBytes(script));
            double theirs = MedianTime.Of(() => Words(pair), 3, 100);
            theirBytes += Allocated(() => Words(pair));
            ratios.Add(theirs / ours);
            (slowest, theirSlowest) = (Math.Max(slowest, ours), Math.Max(theirSlowest, theirs));
            excess.Add(length.Excess(length.Of(script)));
            theirExcess.Add(ScriptLength.Excess(Words(pair)));
        }

        ratios.Sort();
        page.Append(CultureInfo.InvariantCulture, $"### {title}\n\n| measure | DiffPlex word diff | ours | goal |\n|---|---|---|---|\n");
        page.Append(CultureInfo.InvariantCulture, $"| speed, geometric mean | 1× | {Math.Exp(ratios.Average(Math.Log)):F0}× | ≥ 60× |\n");
        page.Append(CultureInfo.InvariantCulture, $"| speed, 5th percentile | 1× | {ratios[ratios.Count * 5 / 100]:F1}× | ≥ 6× |\n");
        page.Append(CultureInfo.InvariantCulture, $"| slowest pair | {theirSlowest / 1000:F0} ms | {slowest / 1000:F1} ms | ≤ 30 ms |\n");
        page.Append(CultureInfo.InvariantCulture, $"| allocated a pair, beyond the result | {theirBytes / pairs.Count / 1000:F0} kB in all | {beyond} bytes at most | 0 |\n");
        page.Append(CultureInfo.InvariantCulture, $"| changed words over the minimal script of the same words, mean | {theirExcess.Average():F3} | {excess.Average():F3} | ≤ 1.02 |\n");
        page.Append(CultureInfo.InvariantCulture, $"| the same, worst pair | {theirExcess.Max():F3} | {excess.Max():F3} | ≤ 1.15 |\n\n");
    }

    private static void Hostile(StringBuilder page)
    {
        page.Append("### Hostile input, 2 × 1 MB, a new differ each\n\n| texts | time | allocated | steps | coarse |\n|---|---|---|---|---|\n");
        foreach (TextVersions pair in HostileTexts.All())
        {
            var differ = new TextDiffer();
            TextEditScript? script = null;
            long bytes = Allocated(() => script = differ.Compare(pair.Before, pair.After));
            double time = MedianTime.Of(() => new TextDiffer().Compare(pair.Before, pair.After), 1, 1);
            if (script!.Apply(pair.Before, pair.After) != pair.After) throw new InvalidOperationException($"the script of {pair.Name} does not apply");
            page.Append(CultureInfo.InvariantCulture, $"| {pair.Name} | {time / 1000:F0} ms | {bytes / 1_000_000} MB | {script.Steps} | {(script.IsCoarse ? "yes" : "no")} |\n");
        }

        page.Append("\nGoal: at most 1 s and 200 MB each.\n\n");
    }

    // One short text compared again and again is learnt by heart by the processor; so each row compares the same million words in all.
    private static void Growth(StringBuilder page, TextDiffer differ)
    {
        page.Append(CultureInfo.InvariantCulture, $"### How cost grows: 1 % of the words changed, {GrowthWords} words in all a row\n\n| texts | words each | time | ns a word | over the first row |\n|---|---|---|---|---|\n");
        double first = 0;
        for (int words = 1_000; words <= GrowthWords; words *= 10)
        {
            List<TextVersions> pairs = [.. Enumerable.Range(0, GrowthWords / words).Select(i => EveryHundredthWord(words, seed: words + i))];
            double time = MedianTime.Of(() => pairs.ForEach(pair => differ.Compare(pair.Before, pair.After)), 7, 2_000);
            if (first == 0) first = time;
            page.Append(CultureInfo.InvariantCulture, $"| {pairs.Count} | {words} | {time / 1000:F1} ms | {time * 1000 / GrowthWords:F1} | {time / first:F2}× |\n");
        }

        page.Append("\nGoal: at most 1.2×.\n\n");
    }

    private static TextVersions EveryHundredthWord(int words, int seed)
    {
        var source = new GeneratedText(seed);
        string before = string.Join('\n', source.Lines(words));
        string[] parts = before.Split(' ');
        for (int i = 0; i < words / 100; i++) parts[source.Next(parts.Length)] = source.Word();
        return new TextVersions("growth", before, string.Join(' ', parts));
    }

    private static void Equal(StringBuilder page, TextDiffer differ)
    {
        string text = TextPairs.Generate(PairKind.Typical).Before, copy = new(text);
        double ours = MedianTime.Of(() => differ.Compare(text, copy), 2_000, 200), plain = MedianTime.Of(() => text.AsSpan().SequenceEqual(copy), 2_000, 200);
        page.Append(CultureInfo.InvariantCulture, $"Equal text: {plain / ours:P0} of the speed of one vectorised comparison of both texts.\n\n");
    }

    private static DiffResult Words(TextVersions pair) => DiffPlexWords.Compare(pair.Before, pair.After);

    private static long ResultBytes(TextEditScript script)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        TextEditScript copy = script.Mirror();
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(copy);
        return bytes;
    }

    private static long Allocated(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
