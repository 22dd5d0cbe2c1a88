using BenchmarkDotNet.Attributes;
using DiffPlex.Model;
using PolicyAnalysis.Comparison.Text;
using Google = DiffMatchPatch;

namespace PolicyAnalysis.Benchmarks.Comparison;

/// <summary>Word diffs of recorded pairs, where they stand beside the checkout; of a generated pair elsewhere.</summary>
[MemoryDiagnoser]
[ThreadingDiagnoser]
public class RecordedTextDiffBenchmarks
{
    private readonly TextDiffer _differ = new();
    private string _before = string.Empty;
    private string _after = string.Empty;

    /// <summary>Which pair: so many of a hundred recorded ones are shorter.</summary>
    [Params(10, 50, 90)]
    public int Percentile { get; set; }

    [GlobalSetup]
    public void Load()
    {
        List<TextVersions> recorded = [.. TextPairs.Recorded().OrderBy(static pair => pair.Before.Length)];
        TextVersions pair = recorded.Count == 0 ? TextPairs.Generate(PairKind.Typical) : recorded[recorded.Count * Percentile / 100];
        (_before, _after) = (pair.Before, pair.After);
    }

    [Benchmark(Baseline = true)]
    public DiffResult DiffPlex() => DiffPlexWords.Compare(_before, _after);

    [Benchmark]
    public TextEditScript Kept() => _differ.Compare(_before, _after);

    [Benchmark]
    public TextEditScript Occasional() => TextDiff.Compare(_before, _after);

    [Benchmark]
    public List<Google.Diff> DiffMatchPatch() => new Google.diff_match_patch().diff_main(_before, _after);
}
