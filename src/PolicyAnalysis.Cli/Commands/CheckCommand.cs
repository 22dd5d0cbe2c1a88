using System.CommandLine;
using PolicyAnalysis.Cli.Sources;
using PolicyAnalysis.Regulation;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy check</c>: whether a notice states what laws ask a notice to state.</summary>
internal static class CheckCommand
{
    public static Command Create(ToolConsole console)
    {
        var source = new Argument<string>("source") { Description = "A file, an http or https address, or - for standard input." };
        var require = new Option<string[]>("--require") { Description = "The requirement sets, separated by commas, for example gdpr-13,ccpa-notice.", HelpName = "SETS", Required = true, AllowMultipleArgumentsPerToken = true };
        var failOn = new Option<string?>("--fail-on") { Description = "End with 1 where an element is not found, or only in part.", HelpName = "OUTCOME" };
        failOn.AcceptOnlyFromAmong("not-found", "partial");
        var command = new Command("check", "Looks for what laws ask a notice to state, and shows where it stands.") { source, require, failOn };
        var sourceOptions = new SourceOptions(command);
        var lawOptions = new LawOptions(command);
        var reportOptions = new ReportOptions(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string[] sets = [.. parsed.GetValue(require)!.SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
            AssessmentOptions options = await lawOptions.OfAsync(parsed, cancellationToken);
            PolicyDocument document = await SourceReader.ReadAsync(sourceOptions.Of(parsed, parsed.GetValue(source)!), console, cancellationToken);
            CompletenessResult result = PolicyAnalyzer.Create().Check(document, sets, options, cancellationToken);
            await reportOptions.WriteAsync(parsed, ReportForms.Of(result), console, cancellationToken);
            return parsed.GetValue(failOn) is { } outcome && result.Requirements.Any(requirement => Reaches(requirement.Status, outcome)) ? ExitCode.Found : ExitCode.Done;
        });
        return command;
    }

    private static bool Reaches(RequirementStatus status, string outcome) =>
        status == RequirementStatus.NotFound || (status == RequirementStatus.Partial && outcome == "partial");
}
