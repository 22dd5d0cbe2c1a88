using System.CommandLine;
using System.Globalization;
using PolicyAnalysis.ML.Evaluation.Changes;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy evaluate changes</c>: how well the comparison finds and judges labelled changes.</summary>
internal static class EvaluateChangesCommand
{
    public static Command Create(ToolConsole console)
    {
        var gold = new Argument<string>("gold") { Description = "The labelled changes, one pair of versions a line." };
        var pairs = new Option<string>("--pairs") { Description = "The folder of the pairs: a folder each with before.md and after.md.", Required = true };
        var heldBack = new Option<bool>("--held-back") { Description = "Measure only the pairs that no rule and no model was made with." };
        var mirror = new Option<bool>("--mirror") { Description = "Hold the mirror law over all pairs of the folder, labelled or not." };
        var command = new Command("changes", "Compares labelled pairs of versions and prints how well their changes were found and judged.") { gold, pairs, heldBack, mirror };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            ChangeEvaluationReport report = ChangeEvaluation.Run(parsed.GetValue(gold)!, parsed.GetValue(pairs)!, parsed.GetValue(heldBack), cancellationToken);
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{report.Pairs} pairs, {report.Changes} labelled changes"));
            foreach (ChangeMeasure measure in report.Measures)
                await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{measure.Name,-42} {measure.Share.Value:F3} [{measure.Share.Low:F3}, {measure.Share.High:F3}]  goal {(measure.IsCeiling ? "at most" : "at least")} {measure.Goal:F2}"));
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{"mirror law violated",-42} {report.MirrorViolations.Count} {string.Join(' ', report.MirrorViolations)}").TrimEnd());
            if (parsed.GetValue(mirror))
            {
                (int all, IReadOnlyList<string> violations) = ChangeEvaluation.HoldMirrorLaw(parsed.GetValue(pairs)!, cancellationToken);
                await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{$"mirror law violated, of all {all} pairs",-42} {violations.Count} {string.Join(' ', violations)}").TrimEnd());
            }

            return ExitCode.Done;
        });
        return command;
    }
}
