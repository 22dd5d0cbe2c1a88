using BenchmarkDotNet.Running;
using PolicyAnalysis.Benchmarks;
using PolicyAnalysis.Benchmarks.Archive;
using PolicyAnalysis.Benchmarks.Classification;
using PolicyAnalysis.Benchmarks.Comparison;
using PolicyAnalysis.Benchmarks.Documents;
using PolicyAnalysis.Benchmarks.Guard;
using PolicyAnalysis.Benchmarks.Regulation;

return args switch
{
    ["table", ..] => TextDiffTable.Run(args.AsSpan(1)),
    ["classification", ..] => ClassificationTable.Run(args.AsSpan(1)),
    ["extraction", ..] => ExtractionTable.Run(args.AsSpan(1)),
    ["hostile", ..] => HostileTable.Run(args.AsSpan(1)),
    ["comparison", ..] => ComparisonTable.Run(),
    ["guard", ..] => GuardRun.Run(),
    ["regulation", .. var rest] => RegulationBenchmark.Run(rest),
    ["archive", .. var rest] => ArchiveBenchmark.Run(rest),
    _ => Switch(args),
};

static int Switch(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(BenchmarkPage).Assembly).Run(args);
    return 0;
}
