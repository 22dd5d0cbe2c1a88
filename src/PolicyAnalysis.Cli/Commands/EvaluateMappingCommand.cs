using System.CommandLine;
using PolicyAnalysis.ML.Evaluation;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy evaluate mapping</c>: how many of the first rules linked with provisions are right.</summary>
internal static class EvaluateMappingCommand
{
    public static Command Create(ToolConsole console)
    {
        var archive = new Argument<DirectoryInfo>("archive") { Description = "A checkout of the public archive that the shipped judgements point into, at their commit." };
        var command = new Command("mapping", "Measures how many of the first three rules linked with provisions are right, by judgements made by reading.") { archive };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var analyzer = PolicyAnalyzer.Create();
            string folder = parsed.GetValue(archive)!.FullName;
            string report = MappingEvaluator.Evaluate(file => TrainingInput.ReadArchive(folder, file), document => analyzer.Assess(document, cancellationToken: cancellationToken), cancellationToken);
            await console.Output.WriteAsync(report.AsMemory(), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
