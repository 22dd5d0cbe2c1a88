using System.CommandLine;
using System.Globalization;
using PolicyAnalysis.ML.Training.Changes;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy train changes</c>: the models that judge changes, from labelled pairs of versions.</summary>
internal static class TrainChangesCommand
{
    public static Command Create(ToolConsole console)
    {
        var gold = new Argument<string>("gold") { Description = "The labelled changes, one pair of versions a line; those held back are not learned from." };
        var pairs = new Option<string>("--pairs") { Description = "The folder of the pairs: a folder each with before.md and after.md.", Required = true };
        var table = new Option<string>("--output") { Description = "The table of weights to write.", Required = true };
        var command = new Command("changes", "Trains the models that judge changes and writes their table of weights.") { gold, pairs, table };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            ChangeTrainingSummary summary = ChangeModelTraining.Run(parsed.GetValue(gold)!, parsed.GetValue(pairs)!, parsed.GetValue(table)!, cancellationToken);
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{summary.Pairs} pairs, {summary.Examples} examples, {summary.Weights} weights"));
            return ExitCode.Done;
        });
        return command;
    }
}
