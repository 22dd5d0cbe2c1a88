using BenchmarkDotNet.Attributes;
using DiffPlex.Model;
using PolicyAnalysis.Comparison.Text;
using Google = DiffMatchPatch;

namespace PolicyAnalysis.Benchmarks.Comparison;

/// <summary>Word diffs of generated pairs: ours, a differ kept and one made for the occasion, beside other packages.</summary>
[MemoryDiagnoser]
[ThreadingDiagnoser]
public class TextDiffBenchmarks
{
    private readonly TextDiffer _differ = new();
    private string _before = string.Empty;
    private string _after = string.Empty;

    /// <summary>How the texts differ.</summary>
    [Params(PairKind.OneWord, PairKind.FewWords, PairKind.Typical, PairKind.Section, PairKind.Large, PairKind.Reordered, PairKind.Rewrite)]
    public PairKind Kind { get; set; }

    [GlobalSetup]
    public void Generate()
    {
        TextVersions pair = TextPairs.Generate(Kind);
        (_before, _after) = (pair.Before, pair.After);
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Guard")]
    public DiffResult DiffPlex() => DiffPlexWords.Compare(_before, _after);

    [Benchmark]
    [BenchmarkCategory("Guard")]
    public TextEditScript Kept() => _differ.Compare(_before, _after);

    [Benchmark]
    public TextEditScript Occasional() => TextDiff.Compare(_before, _after);

    [Benchmark]
    public List<Google.Diff> DiffMatchPatch() => new Google.diff_match_patch().diff_main(_before, _after);
}
