using System.CommandLine;
using System.Globalization;
using PolicyAnalysis.ML.Data;
using PolicyAnalysis.ML.Evaluation;
using PolicyAnalysis.ML.Training;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy evaluate classification</c>: trains fold by fold, measures on services held out, and writes the model card.</summary>
internal static class EvaluateClassificationCommand
{
    public static Command Create(ToolConsole console)
    {
        var card = new Option<string?>("--card") { Description = "Where to write the model card." };
        var model = new Option<string?>("--model") { Description = "Where to write the model that was trained." };
        var name = new Option<string>("--name") { Description = "The name and version that the model carries.", DefaultValueFactory = static _ => "trained/1.0.0" };
        var opp115 = new Option<string[]>("--opp115") { Description = "Files of OPP-115 segments to measure on: labels, a tab, the text." };
        var command = new Command("classification", "Trains a classifier fold by fold and prints how well it labels services it has not seen.") { card, model, name, opp115 };
        var input = new TrainingInput(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            TrainingOptions options = input.Options(parsed) with { Version = parsed.GetValue(name)! };
            TrainingData data = input.Read(parsed, cancellationToken);
            TrainingResult result = ClassifierTrainer.Train(data, options, cancellationToken);
            ClassificationReport report = ClassificationEvaluation.Run(data, result, Opp115File.Read(parsed.GetValue(opp115) ?? []), options, cancellationToken);
            await console.Output.WriteLineAsync(Line("held out", report.HeldOut));
            await console.Output.WriteLineAsync(Line("types of UNFAIR-ToS", report.UnfairTerms));
            if (report.Opp115WithoutItsData is { } without)
                await console.Output.WriteLineAsync(Line("OPP-115, none of its data", without));
            if (report.Opp115Trained is { } trained)
                await console.Output.WriteLineAsync(Line("OPP-115, trained on it", trained));
            if (parsed.GetValue(card) is { } cardPath)
                await AtomicFile.WriteAsync(cardPath, ModelCard.Write(report), cancellationToken);
            if (parsed.GetValue(model) is { } modelPath)
            {
                using FileStream file = File.Create(modelPath);
                result.Classifier.Save(file);
            }

            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The figures in one line.</summary>
    public static string Line(string name, ClassificationFigures figures) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name}: {figures.Provisions} provisions, micro F1 {figures.MicroF1.Value:F4} [{figures.MicroF1.Low:F3}, {figures.MicroF1.High:F3}], macro F1 {figures.MacroF1.Value:F4} [{figures.MacroF1.Low:F3}, {figures.MacroF1.High:F3}], first right {figures.TopOne.Value:F4}, calibration error {figures.CalibrationError:F4}");
}
