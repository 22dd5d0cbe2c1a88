using System.Globalization;
using System.Text;
using PolicyAnalysis.Comparison;
using PolicyAnalysis.Comparison.Alignment;
using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Benchmarks.Comparison;

/// <summary>Measures the comparison of two documents against the bare text diff of the same texts, and the alignment of provisions as documents grow.</summary>
internal static class ComparisonTable
{
    private const int GrowthWords = 100_000;

    public static int Run()
    {
        var page = new StringBuilder();
        Write(page);
        Console.Write(page);
        return 0;
    }

    public static void Write(StringBuilder page)
    {
        List<TextVersions> recorded = TextPairs.Recorded();
        if (recorded.Count > 0) Documents(page, $"{recorded.Count} recorded pairs", recorded);
        Documents(page, "7 generated pairs", [.. Enum.GetValues<PairKind>().Select(TextPairs.Generate)]);
        Growth(page);
    }

    // Parse and classification are done before the clock starts.
    private static void Documents(StringBuilder page, string title, List<TextVersions> texts)
    {
        PolicyAnalyzer analyzer = PolicyAnalyzer.Create();
        List<(AnalyzedPolicy Before, AnalyzedPolicy After)> pairs = texts.ConvertAll(pair => (analyzer.Analyze(PolicyDocument.Parse(pair.Before)), analyzer.Analyze(PolicyDocument.Parse(pair.After))));
        // Markup alone may differ; a comparison of equal texts has no time to speak of.
        pairs.RemoveAll(static pair => pair.Before.Document.Text == pair.After.Document.Text);
        var comparer = new PolicyComparer();
        for (int round = 0; round < 5; round++)
        {
            foreach ((AnalyzedPolicy before, AnalyzedPolicy after) in pairs)
            {
                for (int i = 0; i < 4; i++) Structure(before, after);
                comparer.Compare(before, after);
            }
        }

        var structure = new List<(double Bare, double Time)>();
        var records = new List<(double Bare, double Time)>();
        foreach ((AnalyzedPolicy before, AnalyzedPolicy after) in pairs)
        {
            double bare = MedianTime.Of(() => TextDiff.Compare(before.Document.Text, after.Document.Text), 15, 30);
            structure.Add((bare, MedianTime.Of(() => Structure(before, after), 15, 30)));
            records.Add((bare, MedianTime.Of(() => comparer.Compare(before, after), 3, 30)));
        }

        page.Append(CultureInfo.InvariantCulture, $"### Whole documents against the bare text diff, {title}\n\nParse and classification excluded, and pairs whose canonical texts are equal; times over that of the text diff of the same two canonical texts.\n\n");
        page.Append("| comparison | geometric mean | median | 95th percentile | all pairs together | goal |\n|---|---|---|---|---|---|\n");
        Row(page, "provisions aligned, with the edits of each", structure, "≤ 3×");
        Row(page, "the same, judged, with records", records, "≤ 3×");
        page.Append('\n');
    }

    private static void Structure(AnalyzedPolicy before, AnalyzedPolicy after) => PolicyComparer.Drafts(before, after, CancellationToken.None);

    private static void Row(StringBuilder page, string name, List<(double Bare, double Time)> times, string goal)
    {
        List<double> ratios = [.. times.Select(static pair => pair.Time / pair.Bare).Order()];
        page.Append(CultureInfo.InvariantCulture, $"| {name} | {Math.Exp(ratios.Average(Math.Log)):F1}× | {ratios[ratios.Count / 2]:F1}× | {ratios[ratios.Count * 95 / 100]:F1}× | {times.Sum(static pair => pair.Time) / times.Sum(static pair => pair.Bare):F1}× | {goal} |\n");
    }

    private static void Growth(StringBuilder page)
    {
        page.Append(CultureInfo.InvariantCulture, $"### How the alignment of provisions grows, {GrowthWords} words in all a row\n\nSections moved, all headings numbered anew, paragraphs split and merged, 1 % of the words changed.\n\n| documents | words each | ns a word | over the first row | within the budgets |\n|---|---|---|---|---|\n");
        double first = 0;
        for (int words = 1_000; words <= GrowthWords; words *= 10)
        {
            List<(AnalyzedPolicy Before, AnalyzedPolicy After)> pairs = [.. Enumerable.Range(0, GrowthWords / words).Select(i => RevisedPolicy.Generate(words, seed: words + i))];
            bool areComplete = true;
            double time = MedianTime.Of(
                () =>
                {
                    foreach ((AnalyzedPolicy before, AnalyzedPolicy after) in pairs)
                    {
                        ProvisionAligner.Spans(before, after, out bool complete, CancellationToken.None);
                        areComplete &= complete;
                    }
                },
                15,
                2_000);
            if (first == 0) first = time;
            page.Append(CultureInfo.InvariantCulture, $"| {pairs.Count} | {words} | {time * 1000 / GrowthWords:F0} | {time / first:F2}× | {(areComplete ? "yes" : "no")} |\n");
        }

        page.Append('\n');
    }
}
