using System.CommandLine;
using System.Globalization;
using PolicyAnalysis.ML.Evaluation;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy evaluate extraction</c>: how well policies are taken out of pages.</summary>
internal static class EvaluateExtractionCommand
{
    public static Command Create(ToolConsole console)
    {
        var folder = new Argument<string>("pages") { Description = "A folder with index.tsv and a folder for each page: its sources s1.*, s2.* and truth.md." };
        var withType = new Option<bool>("--with-type") { Description = "Tells the reader which kind of policy is wanted, where a page holds several." };
        var evidence = new Option<bool>("--evidence") { Description = "Follows every provision back to its source instead: by line and column, and by an address with a text fragment." };
        var command = new Command("extraction", "Measures how well policies are taken out of pages, in words against a curated truth.") { folder, withType, evidence };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(evidence))
            {
                EvidenceFigures figures = EvidenceEvaluation.Measure(parsed.GetValue(folder)!, cancellationToken);
                await console.Output.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"| provisions | placed in the source | address marks exactly their words | a part, and says so | nothing: in images | nothing: folded away | nothing: repeated | wrong |\n|---|---|---|---|---|---|---|---|\n| {figures.Provisions} | {figures.Placed} | {figures.Marked} | {figures.MarkedInPart} | {figures.InImages} | {figures.Hidden} | {figures.Repeated} | {figures.Wrong} |\n"));
                foreach (string lost in figures.Lost)
                    await console.Output.WriteLineAsync(lost);
                return ExitCode.Done;
            }

            IReadOnlyList<ExtractionScore> scores = ExtractionEvaluation.Score(parsed.GetValue(folder)!, parsed.GetValue(withType), cancellationToken);
            await console.Output.WriteAsync(ExtractionEvaluation.Table(scores).AsMemory(), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
