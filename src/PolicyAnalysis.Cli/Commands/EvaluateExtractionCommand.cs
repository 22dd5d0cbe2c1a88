using System.CommandLine;
using PolicyAnalysis.ML.Evaluation;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy evaluate extraction</c>: how well policies are taken out of pages.</summary>
internal static class EvaluateExtractionCommand
{
    public static Command Create(ToolConsole console)
    {
        var folder = new Argument<string>("pages") { Description = "A folder with index.tsv and a folder for each page: its sources s1.*, s2.* and truth.md." };
        var withType = new Option<bool>("--with-type") { Description = "Tells the reader which kind of policy is wanted, where a page holds several." };
        var command = new Command("extraction", "Measures how well policies are taken out of pages, in words against a curated truth.") { folder, withType };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            IReadOnlyList<ExtractionScore> scores = ExtractionEvaluation.Score(parsed.GetValue(folder)!, parsed.GetValue(withType), cancellationToken);
            await console.Output.WriteAsync(ExtractionEvaluation.Table(scores).AsMemory(), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
