using System.CommandLine;
using System.Globalization;
using PolicyAnalysis.Archive;

namespace PolicyAnalysis.Cli.Commands.Archive;

/// <summary><c>policy archive import</c> and <c>add</c>.</summary>
internal static class ArchiveWritingCommands
{
    public static Command Import(ToolConsole console)
    {
        Argument<string> file = ArchiveCommand.FileArgument();
        var history = new Argument<string>("history") { Description = "A git repository of recorded versions (PLATFORM/DOCUMENT.md, a commit a version), a folder of dated files (PLATFORM/DOCUMENT/2025-03-01.md), or web archives (.warc, .warc.gz, or a folder of them)." };
        var sourcesOnly = new Option<bool>("--sources-only") { Description = "Keep the sources without analysing them." };
        var pages = new Option<string?>("--pages") { Description = "A table of the pages of a web archive that are documents: address, tab, platform, tab, document; all of them, by their addresses, where left out.", HelpName = "FILE" };
        var command = new Command("import", "Imports a recorded history; it can be stopped and started again at any time.") { file, history, sourcesOnly, pages };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using PolicyArchive archive = PolicyArchive.Open(parsed.GetValue(file)!, new PolicyArchiveOptions { Analyze = !parsed.GetValue(sourcesOnly) });
            ArchivePageNames names = parsed.GetValue(pages) is { } table ? ArchivePageNames.Parse(await File.ReadAllTextAsync(table, cancellationToken)) : ArchivePageNames.ByHost;
            var options = new ArchiveImportOptions { Progress = ArchiveProgressLine.For(console), Pages = names };
            ArchiveImportResult result = await Task.Run(() => archive.Import(parsed.GetValue(history)!, options, cancellationToken), cancellationToken);
            if (console.IsInteractive)
                await console.Error.WriteLineAsync();
            foreach (ArchiveImportSkip skip in result.Skipped)
                await console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"skipped: {skip.Platform} / {skip.Document}, {skip.SeenAt:yyyy-MM-dd'T'HH:mm:ss'Z'}, {skip.Origin}: {skip.Why}"));
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{result.Documents} documents, {result.Versions} versions, {result.Added} new, {result.NotAnalyzed} of them kept without an analysis"));
            return ExitCode.Done;
        });
        return command;
    }

    public static Command Add(ToolConsole console)
    {
        Argument<string> file = ArchiveCommand.FileArgument();
        var source = new Argument<string>("source") { Description = "The file with the version." };
        var platform = new Option<string>("--platform") { Description = "The platform whose document it is.", Required = true, HelpName = "NAME" };
        var document = new Option<string>("--document") { Description = "The document's name.", Required = true, HelpName = "NAME" };
        var seen = new Option<DateTimeOffset>("--seen") { Description = "When it was seen, for example 2026-03-01T12:00:00Z.", Required = true, HelpName = "TIME", CustomParser = static result => Time(result) };
        var address = new Option<Uri?>("--address") { Description = "The public address of the page.", HelpName = "URL", CustomParser = static result => Address(result) };
        var command = new Command("add", "Archives one version.") { file, source, platform, document, seen, address };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string path = parsed.GetValue(source)!;
            byte[] content = await File.ReadAllBytesAsync(path, cancellationToken);
            using PolicyArchive archive = PolicyArchive.Open(parsed.GetValue(file)!);
            ArchivedVersion version = archive.Add(
                new CapturedVersion
                {
                    Platform = parsed.GetValue(platform)!,
                    Document = parsed.GetValue(document)!,
                    SeenAt = parsed.GetValue(seen),
                    Content = content,
                    MediaType = Path.GetExtension(path).ToLowerInvariant() switch { ".html" or ".htm" => PolicyMediaType.Html, ".md" => PolicyMediaType.Markdown, ".txt" => PolicyMediaType.PlainText, ".pdf" => PolicyMediaType.Pdf, _ => PolicyMediaType.Unknown },
                    Address = parsed.GetValue(address),
                },
                cancellationToken);
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{version.Sequence}\t{version.SourceSha256}"));
            return ExitCode.Done;
        });
        return command;
    }

    private static Uri? Address(System.CommandLine.Parsing.ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address))
            result.AddError($"'{text}' is not an address; give it whole, like https://example.org/privacy.");
        return address;
    }

    private static DateTimeOffset Time(System.CommandLine.Parsing.ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
            result.AddError($"'{text}' is not a time; give it like 2026-03-01T12:00:00Z.");
        return time;
    }
}
