using System.CommandLine;
using System.Globalization;
using PolicyAnalysis.ML.Training;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy train</c>: a model file from labelled provisions.</summary>
internal static class TrainCommand
{
    public static Command Create(ToolConsole console)
    {
        var output = new Option<string>("--output") { Description = "The model file to write.", Required = true };
        var name = new Option<string>("--name") { Description = "The name and version that the model carries into every report.", DefaultValueFactory = static _ => "trained/1.0.0" };
        var command = new Command("train", "Trains a classifier on labelled provisions and writes its model file.") { output, name };
        command.Subcommands.Add(TrainChangesCommand.Create(console));
        var input = new TrainingInput(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            TrainingData data = input.Read(parsed, cancellationToken);
            await console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"policy: learning {data.Labelled.Count} labelled and {data.Additional.Count} further provisions; this takes minutes."));
            TrainingResult result = ClassifierTrainer.Train(data, input.Options(parsed) with { Version = parsed.GetValue(name)! }, cancellationToken);
            using (FileStream file = File.Create(parsed.GetValue(output)!))
                result.Classifier.Save(file);
            await console.Output.WriteLineAsync(EvaluateClassificationCommand.Line("held out", ML.Evaluation.ClassificationEvaluation.Measure(result)));
            return ExitCode.Done;
        });
        return command;
    }
}
