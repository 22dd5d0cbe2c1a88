using System.CommandLine;
using System.Globalization;
using PolicyAnalysis.ML.Evaluation.Changes;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy evaluate histories</c>: whether the lives of provisions hold over whole recorded histories.</summary>
internal static class EvaluateHistoriesCommand
{
    public static Command Create(ToolConsole console)
    {
        var folder = new Argument<string>("folder") { Description = "A folder for each document, holding its versions as files whose names sort by time." };
        var command = new Command("histories", "Follows the provisions of documents through all their versions and checks that lives and versions agree.") { folder };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            HistoryEvaluationReport report = HistoryEvaluation.Run(parsed.GetValue(folder)!, cancellationToken);
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{report.Documents} documents, {report.Versions} versions, {report.Repeats} of them repeats of an earlier text, {report.Lives} lives of provisions, {report.CumulativeChanges} changes from first to last"));
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"milliseconds: {report.AnalysisMilliseconds:F1} to analyse a version, {report.FollowingMilliseconds:F1} to follow its provisions, {report.ComparisonMilliseconds:F1} to compare first with last"));
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"documents whose lives and versions disagree: {report.Violations.Count}"));
            foreach (string violation in report.Violations)
                await console.Output.WriteLineAsync("  " + violation);
            return ExitCode.Done;
        });
        return command;
    }
}
