using System.CommandLine;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy evaluate</c>: what the library's parts are worth, measured.</summary>
internal static class EvaluateCommand
{
    public static Command Create(ToolConsole console) =>
        new("evaluate", "Measures the library's parts on labelled data.")
        {
            EvaluateChangesCommand.Create(console),
            EvaluateHistoriesCommand.Create(console),
            EvaluateClassificationCommand.Create(console),
            EvaluateNoticesCommand.Create(console),
            EvaluateMappingCommand.Create(console),
            EvaluatePlacesCommand.Create(console),
            EvaluateExtractionCommand.Create(console),
            EvaluateIdentitiesCommand.Create(console),
        };
}
