using System.CommandLine;
using PolicyAnalysis.Cli.Sources;
using PolicyAnalysis.Regulation;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy analyze</c>: one policy set against the regulatory catalogue.</summary>
internal static class AnalyzeCommand
{
    public static Command Create(ToolConsole console)
    {
        var source = new Argument<string>("source") { Description = "A file, an http or https address, or - for standard input." };
        var failOn = new Option<string?>("--fail-on") { Description = "End with 1 where a provision's exposure is at least this.", HelpName = "LEVEL" };
        failOn.AcceptOnlyFromAmong([.. ExposureNames.Keys]);
        var command = new Command("analyze", "Sets a policy against the regulatory catalogue: citations, exposure with its reasons, contract points, actions.") { source, failOn };
        var sourceOptions = new SourceOptions(command);
        var lawOptions = new LawOptions(command);
        var reportOptions = new ReportOptions(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            AssessmentOptions options = await lawOptions.OfAsync(parsed, cancellationToken);
            PolicyDocument document = await SourceReader.ReadAsync(sourceOptions.Of(parsed, parsed.GetValue(source)!), console, cancellationToken);
            PolicyAssessment assessment = PolicyAnalyzer.Create().Assess(document, options, cancellationToken);
            await reportOptions.WriteAsync(parsed, ReportForms.Of(assessment), console, cancellationToken);
            return parsed.GetValue(failOn) is { } level && assessment.Provisions.Any(provision => provision.Exposure.Level >= ExposureNames[level]) ? ExitCode.Found : ExitCode.Done;
        });
        return command;
    }

    private static readonly Dictionary<string, ExposureLevel> ExposureNames = new(StringComparer.Ordinal)
    {
        ["low"] = ExposureLevel.Low,
        ["low-medium"] = ExposureLevel.LowMedium,
        ["medium"] = ExposureLevel.Medium,
        ["medium-high"] = ExposureLevel.MediumHigh,
        ["high"] = ExposureLevel.High,
    };
}
