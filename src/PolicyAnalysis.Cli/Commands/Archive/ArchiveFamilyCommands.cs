using System.CommandLine;
using PolicyAnalysis.Archive;

namespace PolicyAnalysis.Cli.Commands.Archive;

/// <summary><c>policy archive families</c> and <c>family</c>.</summary>
internal static class ArchiveFamilyCommands
{
    public static Command Families(ToolConsole console)
    {
        Argument<string> file = ArchiveCommand.FileArgument();
        var platform = new Option<string?>("--platform") { Description = "The platform.", HelpName = "NAME" };
        var command = new Command("families", "Lists documents with their variants for regions and in languages, one JSON object a line.") { file, platform };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using PolicyArchive archive = ArchiveCommand.OpenToRead(parsed, file);
            foreach (DocumentFamily family in archive.GetFamilies(parsed.GetValue(platform), cancellationToken))
            {
                await console.Output.WriteAsync(JsonLine.Write(json =>
                {
                    json.WriteString("platform", family.Platform);
                    json.WriteString("family", family.Name);
                    json.WriteStartArray("variants");
                    foreach (FamilyVariant variant in family.Variants)
                    {
                        json.WriteStartObject();
                        json.WriteString("document", variant.Document);
                        json.WriteString("language", variant.Language);
                        json.WriteString("regions", string.Join(' ', variant.Regions));
                        json.WriteString("reasons", string.Join("; ", variant.Reasons.Select(static reason => $"{reason.Evidence}: {reason.Quote}")));
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                }));
            }

            return ExitCode.Done;
        });
        return command;
    }

    public static Command Family(ToolConsole console)
    {
        Argument<string> file = ArchiveCommand.FileArgument();
        var platform = new Argument<string>("platform") { Description = "The platform." };
        var document = new Argument<string>("document") { Description = "The family's name, or that of a document in it." };
        Option<string> format = ArchiveCommand.FormatOption();
        Option<string?> output = ArchiveCommand.OutputOption();
        var command = new Command("family", "A document's variants side by side, and the course of each.") { file, platform, document, format, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using PolicyArchive archive = ArchiveCommand.OpenToRead(parsed, file);
            FamilyTimeline family = archive.GetFamilyTimeline(parsed.GetValue(platform)!, parsed.GetValue(document)!, cancellationToken: cancellationToken);
            RenderedReport report = parsed.GetValue(format) switch { "html" => family.ToHtml(), "csv" => family.ToCsv(), _ => family.ToJson() };
            await ArchiveCommand.WriteAsync(parsed.GetValue(output), report.Content, console, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
