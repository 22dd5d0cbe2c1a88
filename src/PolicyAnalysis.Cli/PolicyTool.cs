using System.CommandLine;
using PolicyAnalysis.Cli.Commands;
using PolicyAnalysis.Cli.Commands.Archive;

namespace PolicyAnalysis.Cli;

/// <summary>The <c>policy</c> tool from arguments to exit code.</summary>
internal static class PolicyTool
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, ToolConsole console, CancellationToken cancellationToken)
    {
        ParseResult parsed = Parse(arguments, console);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await console.Error.WriteLineAsync($"policy: {error.Message}");
            await console.Error.WriteLineAsync("policy: run 'policy --help' or 'policy COMMAND --help' to see what can be given.");
            return ExitCode.Usage;
        }

        try
        {
            var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = console.Output, Error = console.Error, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await console.Error.WriteLineAsync("policy: stopped.");
            return ExitCode.Stopped;
        }
        catch (Exception problem) when (problem is ToolException or PolicyAnalysisException or IOException or UnauthorizedAccessException)
        {
            await console.Error.WriteLineAsync($"policy: {problem.Message}");
            return ExitCode.Failed;
        }
        finally
        {
            await console.Output.FlushAsync(CancellationToken.None);
        }
    }

    /// <summary>Understands a command line without running it.</summary>
    public static ParseResult Parse(IReadOnlyList<string> arguments, ToolConsole? console = null)
    {
        console ??= new ToolConsole(Stream.Null, Stream.Null, TextWriter.Null, isInteractive: false);
        var root = new RootCommand("Analyses, compares and checks online policies. Nothing it prints is legal advice.");
        foreach (Command command in AllCommands(console))
            root.Subcommands.Add(command);
        return root.Parse(arguments);
    }

    private static IEnumerable<Command> AllCommands(ToolConsole console) =>
    [
        ArchiveCommand.Create(console),
        ExtractCommand.Create(console),
        SegmentsCommand.Create(console),
        ClassifyCommand.Create(console),
        CompareCommand.Create(console),
        AnalyzeCommand.Create(console),
        CheckCommand.Create(console),
        CatalogCommand.Create(console),
        TrainCommand.Create(console),
        EvaluateCommand.Create(console),
    ];
}
