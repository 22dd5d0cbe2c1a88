using System.CommandLine;
using PolicyAnalysis.Cli.Sources;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy compare</c>: what changed between two versions.</summary>
internal static class CompareCommand
{
    public static Command Create(ToolConsole console)
    {
        var before = new Argument<string>("before") { Description = "The version before: a file, an http or https address, or - for standard input." };
        var after = new Argument<string>("after") { Description = "The version after." };
        var failOn = new Option<string?>("--fail-on") { Description = "End with 1 where a change is at least this: editorial, minor, material, or material and against the user.", HelpName = "LEVEL" };
        failOn.AcceptOnlyFromAmong("editorial", "minor", "material", "against-user");
        var command = new Command("compare", "Compares two versions: what changed in which provision, with what effect, for or against the user.") { before, after, failOn };
        var sourceOptions = new SourceOptions(command);
        var reportOptions = new ReportOptions(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(before) == "-" && result.GetValue(after) == "-")
                result.AddError("only one of the two versions can come from standard input.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            PolicyDocument old = await SourceReader.ReadAsync(sourceOptions.Of(parsed, parsed.GetValue(before)!), console, cancellationToken);
            PolicyDocument current = await SourceReader.ReadAsync(sourceOptions.Of(parsed, parsed.GetValue(after)!), console, cancellationToken);
            PolicyComparison comparison = PolicyAnalyzer.Create().Compare(old, current, cancellationToken);
            await reportOptions.WriteAsync(parsed, ReportForms.Of(comparison), console, cancellationToken);
            return parsed.GetValue(failOn) is { } level && comparison.Changes.Any(change => Reaches(change, level)) ? ExitCode.Found : ExitCode.Done;
        });
        return command;
    }

    private static bool Reaches(ChangeRecord change, string level) => level switch
    {
        "editorial" => true,
        "minor" => change.Materiality >= Materiality.Minor,
        "material" => change.Materiality == Materiality.Material,
        _ => change is { Materiality: Materiality.Material, Direction: ChangeDirection.AgainstUser or ChangeDirection.Mixed },
    };
}
