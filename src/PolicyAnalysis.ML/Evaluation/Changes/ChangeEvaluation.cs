namespace PolicyAnalysis.ML.Evaluation.Changes;

/// <summary>One measure of how well changes are found and judged.</summary>
/// <param name="Name">What is measured, for people.</param>
/// <param name="Share">The figure with its interval over resampled pairs.</param>
/// <param name="Goal">What the project wants to reach, 0 to 1.</param>
/// <param name="IsCeiling">Whether the figure should stay under the goal.</param>
public sealed record ChangeMeasure(string Name, Interval Share, double Goal, bool IsCeiling);

/// <summary>How well the comparison finds and judges labelled changes.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ChangeEvaluationReport
{
    /// <summary>The number of pairs measured.</summary>
    public required int Pairs { get; init; }

    /// <summary>The number of labelled changes.</summary>
    public required int Changes { get; init; }

    /// <summary>The measures in a fixed order.</summary>
    public required IReadOnlyList<ChangeMeasure> Measures { get; init; }

    /// <summary>The pairs whose comparison read backwards is not mirrored; should be empty.</summary>
    public required IReadOnlyList<string> MirrorViolations { get; init; }
}

/// <summary>Measures the comparison on labelled pairs of versions.</summary>
public static class ChangeEvaluation
{
    private const int Resamples = 500;
    private const int Seed = 20_260_101;

    /// <summary>Compares every labelled pair, forwards and backwards, and counts.</summary>
    /// <param name="goldPath">The labelled changes, one pair a line.</param>
    /// <param name="pairsFolder">The folder with a folder for each pair, holding <c>before.md</c> and <c>after.md</c>.</param>
    /// <param name="heldBackOnly">Whether only the pairs are measured that no rule and no model was made with.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static ChangeEvaluationReport Run(string goldPath, string pairsFolder, bool heldBackOnly, CancellationToken cancellationToken = default)
    {
        PolicyAnalyzer analyzer = PolicyAnalyzer.Create();
        var counts = new List<PairCounts>();
        var violations = new List<string>();
        foreach (GoldPair pair in GoldFile.Read(goldPath, pairsFolder))
        {
            if (heldBackOnly && !pair.IsHeldBack)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            AnalyzedPolicy before = analyzer.Analyze(PolicyDocument.Load(Path.Combine(pairsFolder, pair.Id, "before.md"), cancellationToken: cancellationToken), cancellationToken);
            AnalyzedPolicy after = analyzer.Analyze(PolicyDocument.Load(Path.Combine(pairsFolder, pair.Id, "after.md"), cancellationToken: cancellationToken), cancellationToken);
            PolicyComparison comparison = analyzer.Compare(before, after, cancellationToken);
            counts.Add(PairCounts.Of(pair, comparison));
            if (!MirrorCheck.Holds(comparison, analyzer.Compare(after, before, cancellationToken)))
                violations.Add(pair.Id);
        }

        return new ChangeEvaluationReport
        {
            Pairs = counts.Count,
            Changes = counts.Sum(static pair => pair.Gold),
            Measures =
            [
                Measure("changed provisions found, F1", counts, static all => all.FoundF1, 0.95),
                Measure("material or not, F1 of material", counts, static all => all.MaterialF1, 0.80),
                Measure("editorial changes called material", counts, static all => all.EditorialAsMaterial, 0.05, isCeiling: true),
                Measure("main effect right", counts, static all => all.MainEffect, 0.60),
                Measure("a labelled effect among the first three", counts, static all => all.AnyEffect, 0.80),
                Measure("direction right, of material changes", counts, static all => all.DirectionRight, 0.80),
                Measure("main type right", counts, static all => all.MainType, 0.75),
            ],
            MirrorViolations = violations,
        };
    }

    /// <summary>Holds the mirror law over all pairs of a folder, labelled or not.</summary>
    /// <param name="pairsFolder">The folder with a folder for each pair, holding <c>before.md</c> and <c>after.md</c>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The number of pairs and the names of those whose comparison read backwards is not mirrored.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static (int Pairs, IReadOnlyList<string> Violations) HoldMirrorLaw(string pairsFolder, CancellationToken cancellationToken = default)
    {
        PolicyAnalyzer analyzer = PolicyAnalyzer.Create();
        var violations = new List<string>();
        int pairs = 0;
        foreach (string folder in Directory.EnumerateDirectories(pairsFolder).Order(StringComparer.Ordinal))
        {
            string beforePath = Path.Combine(folder, "before.md");
            string afterPath = Path.Combine(folder, "after.md");
            if (!File.Exists(beforePath) || !File.Exists(afterPath))
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            pairs++;
            AnalyzedPolicy before = analyzer.Analyze(PolicyDocument.Load(beforePath, cancellationToken: cancellationToken), cancellationToken);
            AnalyzedPolicy after = analyzer.Analyze(PolicyDocument.Load(afterPath, cancellationToken: cancellationToken), cancellationToken);
            if (!MirrorCheck.Holds(analyzer.Compare(before, after, cancellationToken), analyzer.Compare(after, before, cancellationToken)))
                violations.Add(Path.GetFileName(folder));
        }

        return (pairs, violations);
    }

    private static ChangeMeasure Measure(string name, List<PairCounts> counts, Func<PairCounts, double> of, double goal, bool isCeiling = false)
    {
        var random = new Random(Seed);
        var values = new List<double>(Resamples);
        for (int i = 0; i < Resamples && counts.Count > 0; i++)
            values.Add(of(PairCounts.Sum(Enumerable.Range(0, counts.Count).Select(_ => counts[random.Next(counts.Count)]))));
        values.Sort();
        double value = of(PairCounts.Sum(counts));
        Interval interval = values.Count == 0 ? new Interval(value, value, value) : new Interval(value, values[(int)(0.025 * values.Count)], values[(int)(0.975 * values.Count)]);
        return new ChangeMeasure(name, interval, goal, isCeiling);
    }
}
