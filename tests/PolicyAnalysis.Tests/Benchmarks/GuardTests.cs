using PolicyAnalysis.Benchmarks.Guard;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Tests.Benchmarks;

public sealed class GuardTests
{
    private static readonly GuardRule Rule = new("TextDiffBenchmarks.Kept(Typical)", 20, 5_000);

    [Fact]
    public void An_engine_that_keeps_its_floor_passes()
        => Assert.Empty(GuardVerdict.Failures([Rule], [Measured(times: 40, error: 0.05, bytes: 4_000)]));

    [Fact]
    public void A_slowed_engine_fails()
        => Assert.Contains("the floor is 20.0", Assert.Single(GuardVerdict.Failures([Rule], [Measured(times: 4, error: 0.05, bytes: 4_000)])), StringComparison.Ordinal);

    [Fact]
    public void A_ratio_under_its_floor_within_the_error_of_a_busy_machine_passes()
        => Assert.Empty(GuardVerdict.Failures([Rule], [Measured(times: 18, error: 0.2, bytes: 4_000)]));

    [Fact]
    public void An_allocation_over_its_ceiling_fails()
        => Assert.Contains("the ceiling is 5000", Assert.Single(GuardVerdict.Failures([Rule], [Measured(times: 40, error: 0.05, bytes: 6_000)])), StringComparison.Ordinal);

    [Fact]
    public void A_guarded_benchmark_that_vanished_fails()
        => Assert.Contains("was not measured", Assert.Single(GuardVerdict.Failures([Rule], [])), StringComparison.Ordinal);

    [Fact]
    public void The_committed_rules_guard_the_speed_and_the_allocation_of_the_text_diff()
    {
        List<GuardRule> rules = GuardRule.Read(File.ReadAllLines(Repository.PathOf("benchmarks", "PolicyAnalysis.Benchmarks", "Guard", "floors.tsv")));
        Assert.All(rules.Where(static rule => rule.Benchmark.StartsWith("TextDiff", StringComparison.Ordinal)), static rule => Assert.True(rule.RatioFloor >= 1 && rule.AllocationCeiling > 0));
        Assert.Contains(rules, static rule => rule.Benchmark == "TextDiffBenchmarks.Kept(Typical)");
    }

    private static GuardMeasurement Measured(double times, double error, long bytes)
        => new(Rule.Benchmark, new GuardTime(100, 100 * error), new GuardTime(100 * times, 100 * times * error), bytes);
}
