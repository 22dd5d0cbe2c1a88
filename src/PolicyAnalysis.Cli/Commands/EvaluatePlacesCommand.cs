using System.CommandLine;
using PolicyAnalysis.ML.Evaluation;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy evaluate places</c>: how many of the jurisdictions that a text names are recognised.</summary>
internal static class EvaluatePlacesCommand
{
    public static Command Create(ToolConsole console)
    {
        var archive = new Argument<DirectoryInfo>("archive") { Description = "A checkout of the public archive that the shipped judgements point into, at their commit." };
        var command = new Command("places", "Measures how many of the jurisdictions that provisions name are recognised, by labels made by reading.") { archive };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var analyzer = PolicyAnalyzer.Create();
            string folder = parsed.GetValue(archive)!.FullName;
            string report = PlaceEvaluator.Evaluate(file => TrainingInput.ReadArchive(folder, file), document => analyzer.Assess(document, cancellationToken: cancellationToken), cancellationToken);
            await console.Output.WriteAsync(report.AsMemory(), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
