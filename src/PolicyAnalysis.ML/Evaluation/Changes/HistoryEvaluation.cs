using System.Diagnostics;
using PolicyAnalysis.Comparison.History;

namespace PolicyAnalysis.ML.Evaluation.Changes;

/// <summary>What following whole recorded histories came to.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record HistoryEvaluationReport
{
    /// <summary>The documents followed.</summary>
    public required int Documents { get; init; }

    /// <summary>Their recorded versions.</summary>
    public required int Versions { get; init; }

    /// <summary>The versions whose text stood before, which begin and end no life.</summary>
    public required int Repeats { get; init; }

    /// <summary>The lives of provisions.</summary>
    public required int Lives { get; init; }

    /// <summary>The records of the comparison of the first with the last version of each document.</summary>
    public required int CumulativeChanges { get; init; }

    /// <summary>The documents whose lives do not end in exactly the provisions of the last version that is no repeat, each with what differs; should be empty.</summary>
    public required IReadOnlyList<string> Violations { get; init; }

    /// <summary>The time to analyse a version, on average, in milliseconds.</summary>
    public required double AnalysisMilliseconds { get; init; }

    /// <summary>The time to follow the provisions into a version, on average, in milliseconds.</summary>
    public required double FollowingMilliseconds { get; init; }

    /// <summary>The time of one cumulative comparison, on average, in milliseconds.</summary>
    public required double ComparisonMilliseconds { get; init; }
}

/// <summary>Follows the recorded histories of documents and checks that lives and versions agree.</summary>
public static class HistoryEvaluation
{
    /// <summary>Follows each document of a folder.</summary>
    /// <param name="folder">A folder for each document, holding its versions as files whose names sort by time.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static HistoryEvaluationReport Run(string folder, CancellationToken cancellationToken = default)
    {
        PolicyAnalyzer analyzer = PolicyAnalyzer.Create();
        var report = new HistoryEvaluationReport { Documents = 0, Versions = 0, Repeats = 0, Lives = 0, CumulativeChanges = 0, Violations = [], AnalysisMilliseconds = 0, FollowingMilliseconds = 0, ComparisonMilliseconds = 0 };
        var violations = new List<string>();
        TimeSpan analysis = default;
        TimeSpan following = default;
        TimeSpan comparing = default;
        foreach (string document in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            long start = Stopwatch.GetTimestamp();
            List<AnalyzedPolicy> versions = [.. Directory.EnumerateFiles(document).Order(StringComparer.Ordinal)
                .Select(path => analyzer.Analyze(PolicyDocument.Load(path, cancellationToken: cancellationToken), cancellationToken))];
            analysis += Stopwatch.GetElapsedTime(start);
            if (versions.Count == 0)
                continue;
            start = Stopwatch.GetTimestamp();
            PolicyHistory history = PolicyHistory.Of(versions, cancellationToken);
            following += Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            PolicyComparison cumulative = history.Compare(0, versions.Count - 1, cancellationToken);
            comparing += Stopwatch.GetElapsedTime(start);
            if (Violation(history) is { } violation)
                violations.Add($"{Path.GetFileName(document)}: {violation}");
            report = report with
            {
                Documents = report.Documents + 1,
                Versions = report.Versions + versions.Count,
                Repeats = report.Repeats + history.Repeats.Count,
                Lives = report.Lives + history.Lives.Count,
                CumulativeChanges = report.CumulativeChanges + cumulative.Changes.Count,
            };
        }

        return report with
        {
            Violations = violations,
            AnalysisMilliseconds = analysis.TotalMilliseconds / Math.Max(1, report.Versions),
            FollowingMilliseconds = following.TotalMilliseconds / Math.Max(1, report.Versions),
            ComparisonMilliseconds = comparing.TotalMilliseconds / Math.Max(1, report.Documents),
        };
    }

    /// <summary>What is wrong where the lives that have not ended are not the provisions of the last version that is no repeat.</summary>
    private static string? Violation(PolicyHistory history)
    {
        var repeats = history.Repeats.Select(static repeat => repeat.Version).ToHashSet();
        int last = Enumerable.Range(0, history.Versions.Count).Last(version => !repeats.Contains(version));
        List<int> alive = [.. history.Lives.Where(static life => life.IsAlive).Select(static life => life.Events[^1].Provision.Text.Length).Order()];
        List<int> standing = [.. history.Versions[last].Provisions.Select(static provision => provision.Provision.Text.Length).Order()];
        return alive.SequenceEqual(standing) ? null : $"{alive.Count} lives have not ended, {standing.Count} provisions stand";
    }
}
