using System.CommandLine;
using System.Globalization;
using PolicyAnalysis.Archive;

namespace PolicyAnalysis.Cli.Commands.Archive;

/// <summary><c>policy archive timestamp request</c>, <c>attach</c> and <c>list</c>.</summary>
internal static class ArchiveTimestampCommands
{
    public static Command Create(ToolConsole console) => new("timestamp", "Timestamps of an authority (RFC 3161); the tool sends nothing itself.")
    {
        Request(console),
        Attach(console),
        List(console),
    };

    private static Command Request(ToolConsole console)
    {
        Argument<string> file = ArchiveCommand.FileArgument();
        var target = new Argument<string>("request") { Description = "The request to write (.tsq); send it with: curl -H 'Content-Type: application/timestamp-query' --data-binary @FILE URL" };
        var command = new Command("request", "Writes a request for the archive's present state.") { file, target };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using PolicyArchive archive = ArchiveCommand.OpenToRead(parsed, file);
            await File.WriteAllBytesAsync(parsed.GetValue(target)!, archive.CreateTimestampRequest(), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Attach(ToolConsole console)
    {
        Argument<string> file = ArchiveCommand.FileArgument();
        var answer = new Argument<string>("answer") { Description = "What the authority answered (.tsr)." };
        var command = new Command("attach", "Attaches an authority's answer to the archive.") { file, answer };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            byte[] content = await File.ReadAllBytesAsync(parsed.GetValue(answer)!, cancellationToken);
            using PolicyArchive archive = ArchiveCommand.OpenToWrite(parsed, file);
            await console.Output.WriteLineAsync(Line(archive.AttachTimestamp(content)));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List(ToolConsole console)
    {
        Argument<string> file = ArchiveCommand.FileArgument();
        var command = new Command("list", "Lists the timestamps and checks each; ends with 1 where one does not hold.") { file };
        command.SetAction(async (parsed, _) =>
        {
            using PolicyArchive archive = ArchiveCommand.OpenToRead(parsed, file);
            bool allValid = true;
            foreach (ArchiveTimestamp timestamp in archive.GetTimestamps())
            {
                allValid &= timestamp.IsValid;
                await console.Output.WriteLineAsync(Line(timestamp));
            }

            return allValid ? ExitCode.Done : ExitCode.Found;
        });
        return command;
    }

    private static string Line(ArchiveTimestamp timestamp) => string.Create(
        CultureInfo.InvariantCulture,
        $"{timestamp.Sequence}\t{timestamp.AttestedAt:yyyy-MM-dd'T'HH:mm:ss'Z'}\tentries 1 to {timestamp.Through}\t{(timestamp.IsValid ? "valid" : "NOT VALID")}\t{timestamp.Authority}");
}
