using System.CommandLine;
using System.Globalization;
using PolicyAnalysis.Archive;

namespace PolicyAnalysis.Cli.Commands.Archive;

/// <summary><c>policy archive verify</c>, <c>export</c>, <c>prove</c> and <c>check-proof</c>.</summary>
internal static class ArchiveEvidenceCommands
{
    public static Command Verify(ToolConsole console)
    {
        var file = new Argument<string>("archive") { Description = "The archive's file, or a bundle (.zip)." };
        var index = new Option<bool>("--index") { Description = "Work the index out again and compare it too." };
        var command = new Command("verify", "Checks that everything is as it was written; ends with 1 where it is not.") { file, index };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new ArchiveVerificationOptions { Index = parsed.GetValue(index) };
            string path = parsed.GetValue(file)!;
            ArchiveVerification verification;
            if (Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase))
            {
                verification = PolicyArchive.VerifyBundle(path, options, cancellationToken);
            }
            else
            {
                using PolicyArchive archive = ArchiveCommand.OpenToRead(parsed, file);
                verification = archive.Verify(options, cancellationToken);
            }

            foreach (ArchiveFinding finding in verification.Findings)
                await console.Output.WriteLineAsync($"{finding.Where}: {finding.What}");
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{(verification.IsIntact ? "intact" : "NOT INTACT")}: {verification.EntryCount} entries, {verification.ContentCount} contents"));
            await console.Output.WriteLineAsync($"chain {verification.ChainHash}");
            await console.Output.WriteLineAsync($"root  {verification.MerkleRoot}");
            return verification.IsIntact ? ExitCode.Done : ExitCode.Found;
        });
        return command;
    }

    public static Command Export(ToolConsole console)
    {
        Argument<string> file = ArchiveCommand.FileArgument();
        var target = new Argument<string>("target") { Description = "The bundle to write (.zip), the web archive to write (.warc or .warc.gz), or a folder for dated files." };
        var command = new Command("export", "Writes a bundle that a third party verifies offline, a web archive, or a folder of dated files.") { file, target };
        command.SetAction((parsed, cancellationToken) =>
        {
            using PolicyArchive archive = ArchiveCommand.OpenToRead(parsed, file);
            string path = parsed.GetValue(target)!;
            if (Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase))
                archive.ExportBundle(path, cancellationToken);
            else if (path.EndsWith(".warc", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase))
                archive.ExportWarc(path, cancellationToken);
            else
                archive.ExportFolder(path, cancellationToken);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    public static Command Prove(ToolConsole console)
    {
        Argument<string> file = ArchiveCommand.FileArgument();
        var version = new Argument<long>("version") { Description = "The number of the version's entry." };
        var source = new Option<string?>("--source") { Description = "Where to write the version's source beside the proof.", HelpName = "FILE" };
        Option<string?> output = ArchiveCommand.OutputOption();
        var command = new Command("prove", "Writes a proof that one version is part of the archive, to be shown without the rest.") { file, version, source, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using PolicyArchive archive = ArchiveCommand.OpenToRead(parsed, file);
            ArchiveProof proof = archive.Prove(parsed.GetValue(version));
            if (parsed.GetValue(source) is { } target)
                await File.WriteAllBytesAsync(target, archive.ReadSource(parsed.GetValue(version)), cancellationToken);
            await ArchiveCommand.WriteAsync(parsed.GetValue(output), proof.ToJson(), console, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    public static Command CheckProof(ToolConsole console)
    {
        var proof = new Argument<string>("proof") { Description = "The proof's file." };
        var root = new Argument<string>("root") { Description = "The root of the tree that you trust." };
        var source = new Option<string?>("--source") { Description = "The version's source, which must be the one that was archived.", HelpName = "FILE" };
        var command = new Command("check-proof", "Checks a proof without the archive; ends with 1 where it does not hold.") { proof, root, source };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            ArchiveProof given = ArchiveProof.Parse(await File.ReadAllTextAsync(parsed.GetValue(proof)!, cancellationToken));
            ReadOnlyMemory<byte>? content = parsed.GetValue(source) is { } path ? await File.ReadAllBytesAsync(path, cancellationToken) : null;
            bool holds = given.Verify(parsed.GetValue(root)!, content);
            await console.Output.WriteLineAsync(holds ? $"holds: {given.Line}" : "DOES NOT HOLD");
            return holds ? ExitCode.Done : ExitCode.Found;
        });
        return command;
    }
}
