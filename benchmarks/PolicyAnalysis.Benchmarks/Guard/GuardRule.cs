using System.Globalization;

namespace PolicyAnalysis.Benchmarks.Guard;

/// <summary>What a guarded benchmark must keep: how many times faster than its baseline, and how little it allocates.</summary>
/// <param name="Benchmark">Type, method and parameters, for example <c>TextDiffBenchmarks.Kept(Typical)</c>.</param>
/// <param name="RatioFloor">The least baseline time over time; 0 where speed is not guarded.</param>
/// <param name="AllocationCeiling">The most bytes an operation may allocate.</param>
internal sealed record GuardRule(string Benchmark, double RatioFloor, long AllocationCeiling)
{
    /// <summary>Reads the committed rules: tab-separated, a comment where a line begins with '#'.</summary>
    public static List<GuardRule> Read(IEnumerable<string> lines)
    {
        var rules = new List<GuardRule>();
        foreach (string line in lines)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            string[] cells = line.Split('\t');
            rules.Add(new GuardRule(cells[0], double.Parse(cells[1], CultureInfo.InvariantCulture), long.Parse(cells[2], CultureInfo.InvariantCulture)));
        }

        return rules;
    }
}
