using System.CommandLine;
using System.Globalization;
using PolicyAnalysis.Archive;

namespace PolicyAnalysis.Cli.Commands.Archive;

/// <summary><c>policy archive rebuild</c> and <c>reanalyze</c>.</summary>
internal static class ArchiveUpkeepCommands
{
    public static Command Rebuild(ToolConsole console)
    {
        Argument<string> file = ArchiveCommand.FileArgument();
        var command = new Command("rebuild", "Works out the index again from the chain and the contents; nothing that is evidence is touched.") { file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using PolicyArchive archive = ArchiveCommand.OpenToWrite(parsed, file);
            int documents = await Task.Run(() => archive.RebuildIndex(cancellationToken), cancellationToken);
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{documents} documents worked out again"));
            return ExitCode.Done;
        });
        return command;
    }

    public static Command Reanalyze(ToolConsole console)
    {
        Argument<string> file = ArchiveCommand.FileArgument();
        var through = new Option<long>("--through") { Description = "Make every analysis up to this entry again, whatever made it.", HelpName = "ENTRY" };
        var command = new Command("reanalyze", "Analyses versions again that were kept without an analysis or have one of another library, model or taxonomy; it can be stopped and started again.") { file, through };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using PolicyArchive archive = ArchiveCommand.OpenToWrite(parsed, file);
            var options = new ArchiveReanalysisOptions { ThroughEntry = parsed.GetValue(through), Progress = ArchiveProgressLine.For(console) };
            ArchiveReanalysisResult result = await Task.Run(() => archive.Reanalyze(options, cancellationToken), cancellationToken);
            if (console.IsInteractive)
                await console.Error.WriteLineAsync();
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{result.Versions} versions to analyse, {result.Analyzed} analysed, {result.NotAnalyzed} could not be read"));
            return ExitCode.Done;
        });
        return command;
    }
}
