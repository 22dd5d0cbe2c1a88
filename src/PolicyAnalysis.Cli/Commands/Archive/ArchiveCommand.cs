using System.CommandLine;
using PolicyAnalysis.Archive;

namespace PolicyAnalysis.Cli.Commands.Archive;

/// <summary><c>policy archive</c>: versions kept as evidence, timelines, comparison of platforms.</summary>
internal static class ArchiveCommand
{
    public static Command Create(ToolConsole console)
    {
        var command = new Command("archive", "Keeps versions of policies as evidence, and answers questions about them.");
        foreach (Command subcommand in (ReadOnlySpan<Command>)
        [
            ArchiveWritingCommands.Import(console),
            ArchiveWritingCommands.Add(console),
            ArchiveUpkeepCommands.Rebuild(console),
            ArchiveUpkeepCommands.Reanalyze(console),
            ArchiveEvidenceCommands.Verify(console),
            ArchiveEvidenceCommands.Export(console),
            ArchiveEvidenceCommands.Prove(console),
            ArchiveEvidenceCommands.CheckProof(console),
            ArchiveTimestampCommands.Create(console),
            ArchiveListCommands.Documents(console),
            ArchiveListCommands.Versions(console),
            ArchiveQuestionCommands.Timeline(console),
            ArchiveFamilyCommands.Families(console),
            ArchiveFamilyCommands.Family(console),
            ArchiveQuestionCommands.Compare(console),
            ArchiveQuestionCommands.Platforms(console),
            ArchiveQuestionCommands.Search(console),
            ArchiveQuestionCommands.Nearest(console),
        ])
            command.Subcommands.Add(subcommand);
        return command;
    }

    /// <summary>The archive's file, the first argument of every command.</summary>
    public static Argument<string> FileArgument() => new("archive") { Description = "The archive's file." };

    public static PolicyArchive OpenToRead(ParseResult parsed, Argument<string> file) =>
        PolicyArchive.Open(parsed.GetValue(file)!, new PolicyArchiveOptions { ReadOnly = true });

    /// <summary>Opens an archive that must be there.</summary>
    public static PolicyArchive OpenToWrite(ParseResult parsed, Argument<string> file)
    {
        string path = parsed.GetValue(file)!;
        return File.Exists(path)
            ? PolicyArchive.Open(path)
            : throw new PolicyArchiveException(ArchiveProblem.NotFound, $"{path}: there is no such archive; check the path.");
    }

    /// <summary>Writes to the file that is named, whole or not at all, or to standard output.</summary>
    public static async Task WriteAsync(string? output, string content, ToolConsole console, CancellationToken cancellationToken)
    {
        if (output is not null)
            await AtomicFile.WriteAsync(output, content, cancellationToken);
        else
            await console.Output.WriteAsync(content.AsMemory(), cancellationToken);
    }

    public static Option<string?> OutputOption() => new("--output", "-o") { Description = "The file to write instead of standard output.", HelpName = "FILE" };

    public static Option<string> FormatOption()
    {
        var format = new Option<string>("--format", "-f") { Description = "How the result is written: html, csv or json.", DefaultValueFactory = static _ => "json" };
        format.AcceptOnlyFromAmong("html", "csv", "json");
        return format;
    }
}
