using BenchmarkDotNet.Running;
using PolicyAnalysis.Benchmarks;
using PolicyAnalysis.Benchmarks.Archive;
using PolicyAnalysis.Benchmarks.Comparison;
using PolicyAnalysis.Benchmarks.Guard;

return args switch
{
    ["table", ..] => TextDiffTable.Run(args.AsSpan(1)),
    ["comparison", ..] => ComparisonTable.Run(),
    ["guard", ..] => GuardRun.Run(),
    ["archive", .. var rest] => ArchiveBenchmark.Run(rest),
    _ => Switch(args),
};

static int Switch(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(BenchmarkPage).Assembly).Run(args);
    return 0;
}
