using System.CommandLine;
using PolicyAnalysis.ML.Evaluation;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy evaluate notices</c>: the completeness check on labelled notices.</summary>
internal static class EvaluateNoticesCommand
{
    public static Command Create(ToolConsole console)
    {
        var labels = new Argument<FileInfo>("labels") { Description = "Labels, one JSON object a notice." };
        var folder = new Argument<DirectoryInfo>("folder") { Description = "The folder with the notices, ID.md each." };
        var require = new Option<string>("--require") { Description = "The requirement set.", HelpName = "SET", DefaultValueFactory = _ => "gdpr-13" };
        var command = new Command("notices", "Measures the completeness check: precision and recall with intervals, element by element.") { labels, folder, require };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var analyzer = PolicyAnalyzer.Create();
            string set = parsed.GetValue(require)!;
            string from = parsed.GetValue(folder)!.FullName;
            string[] lines = await File.ReadAllLinesAsync(parsed.GetValue(labels)!.FullName, cancellationToken);
            string report = NoticeEvaluator.Evaluate(lines, id => analyzer.Check(PolicyDocument.Load(Path.Combine(from, id + ".md"), cancellationToken: cancellationToken), [set], cancellationToken: cancellationToken).Requirements);
            await console.Output.WriteAsync(report.AsMemory(), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
