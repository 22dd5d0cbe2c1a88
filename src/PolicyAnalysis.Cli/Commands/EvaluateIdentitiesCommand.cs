using System.CommandLine;
using System.Globalization;
using PolicyAnalysis.ML.Evaluation;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy evaluate identities</c>: whether the ids of provisions survive edits elsewhere.</summary>
internal static class EvaluateIdentitiesCommand
{
    public static Command Create(ToolConsole console)
    {
        var folder = new Argument<string>("pairs") { Description = "A folder of pairs of versions: each a folder with before.* and after.*." };
        var command = new Command("identities", "Counts the unchanged provisions that keep their id from one version to the next.") { folder };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            IdentityFigures figures = IdentityEvaluation.Measure(parsed.GetValue(folder)!, cancellationToken);
            await console.Output.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"| pairs | unchanged provisions | keep their id | share | with words that stand more than once | keep their id | ids borne twice in a version |\n|---|---|---|---|---|---|---|\n| {figures.Pairs} | {figures.Unchanged} | {figures.Kept} | {100.0 * figures.Kept / Math.Max(1, figures.Unchanged):F2} % | {figures.Repeated} | {figures.RepeatedKept} | {figures.Shared} |\n"));
            return ExitCode.Done;
        });
        return command;
    }
}
