using System.CommandLine;
using System.Globalization;
using PolicyAnalysis.Archive;

namespace PolicyAnalysis.Cli.Commands.Archive;

/// <summary><c>policy archive documents</c> and <c>versions</c>: JSON lines.</summary>
internal static class ArchiveListCommands
{
    public static Command Documents(ToolConsole console)
    {
        Argument<string> file = ArchiveCommand.FileArgument();
        var command = new Command("documents", "Lists the documents, one JSON object a line.") { file };
        command.SetAction(async (parsed, _) =>
        {
            using PolicyArchive archive = ArchiveCommand.OpenToRead(parsed, file);
            foreach (ArchivedDocument document in archive.GetDocuments())
            {
                await console.Output.WriteAsync(JsonLine.Write(json =>
                {
                    json.WriteString("platform", document.Platform);
                    json.WriteString("document", document.Name);
                    json.WriteNumber("versions", document.VersionCount);
                    json.WriteString("firstSeen", Time(document.FirstSeen));
                    json.WriteString("lastSeen", Time(document.LastSeen));
                }));
            }

            return ExitCode.Done;
        });
        return command;
    }

    public static Command Versions(ToolConsole console)
    {
        Argument<string> file = ArchiveCommand.FileArgument();
        var platform = new Argument<string>("platform") { Description = "The platform." };
        var document = new Argument<string>("document") { Description = "The document's name." };
        var command = new Command("versions", "Lists the versions of a document, one JSON object a line.") { file, platform, document };
        command.SetAction(async (parsed, _) =>
        {
            using PolicyArchive archive = ArchiveCommand.OpenToRead(parsed, file);
            foreach (ArchivedVersion version in archive.GetVersions(parsed.GetValue(platform)!, parsed.GetValue(document)!))
            {
                await console.Output.WriteAsync(JsonLine.Write(json =>
                {
                    json.WriteNumber("sequence", version.Sequence);
                    json.WriteString("seen", Time(version.SeenAt));
                    json.WriteString("source", version.SourceSha256);
                    json.WriteNumber("length", version.SourceLength);
                    json.WriteString("effective", version.EffectiveDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                    json.WriteString("updated", version.UpdatedDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                    json.WriteString("origin", version.Origin);
                }));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
