using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PolicyAnalysis.Cli.Sources;
using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy extract</c>: the canonical text of one source, or of a list of files.</summary>
internal static class ExtractCommand
{
    public static Command Create(ToolConsole console)
    {
        var source = new Argument<string?>("source") { Description = "A file, an http or https address, or - for standard input.", Arity = ArgumentArity.ZeroOrOne };
        var batch = new Option<string?>("--batch") { Description = "A file of ID<TAB>FILE lines, with the kind of policy wanted as an optional third column; the texts of one id are written one after the other.", HelpName = "LIST" };
        var output = new Option<string?>("--output", "-o") { Description = "The file to write, or with --batch the folder for ID.txt files.", HelpName = "PATH" };
        var all = new Option<bool>("--all") { Description = "Prints every policy of the page, one JSON object a line: kind, title, regions, text; with --document-type only those of that kind." };
        var command = new Command("extract", "Prints the policy's canonical text: what a person reads, without the page around it.") { source, batch, output, all };
        var sourceOptions = new SourceOptions(command);
        command.Validators.Add(result =>
        {
            bool hasBatch = result.GetValue(batch) is not null;
            if (hasBatch == result.GetValue(source) is not null)
                result.AddError("give either one source or --batch LIST.");
            if (hasBatch && result.GetValue(output) is null)
                result.AddError("--batch needs --output DIR.");
            if (hasBatch && result.GetValue(all))
                result.AddError("--all takes one source, not --batch.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(batch) is { } list)
                return await BatchAsync(list, parsed.GetValue(output)!, name => sourceOptions.Of(parsed, name), console, cancellationToken);
            if (parsed.GetValue(all))
                return await AllAsync(sourceOptions.Of(parsed, parsed.GetValue(source)!), parsed.GetValue(output), console, cancellationToken);
            PolicyDocument document = await SourceReader.ReadAsync(sourceOptions.Of(parsed, parsed.GetValue(source)!), console, cancellationToken);
            string text = document.Text.EndsWith('\n') ? document.Text : document.Text + "\n";
            if (parsed.GetValue(output) is { } file)
                await AtomicFile.WriteAsync(file, text, cancellationToken);
            else
                await console.Output.WriteAsync(text.AsMemory(), cancellationToken);
            foreach (PolicyDiagnostic diagnostic in document.Diagnostics)
                await console.Error.WriteLineAsync($"policy: {document.Source.Name}: {diagnostic.Message}");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> AllAsync(SourceRequest request, string? file, ToolConsole console, CancellationToken cancellationToken)
    {
        var lines = new StringBuilder();
        foreach (PolicyDocument document in await SourceReader.ReadAllAsync(request, console, cancellationToken))
            lines.Append(JsonLine.Write(json => Write(json, document)));
        if (file is not null)
            await AtomicFile.WriteAsync(file, lines.ToString(), cancellationToken);
        else
            await console.Output.WriteAsync(lines, cancellationToken);
        return ExitCode.Done;
    }

    private static void Write(Utf8JsonWriter json, PolicyDocument document)
    {
        json.WriteString("documentType", PolicyDocumentTypeNames.Of(document.DocumentType));
        json.WriteString("title", document.Title);
        json.WriteStartArray("jurisdictions");
        foreach (StatedJurisdiction stated in document.Jurisdictions)
        {
            json.WriteStartObject();
            json.WriteString("code", stated.Code);
            json.WriteString("origin", JsonNamingPolicy.KebabCaseLower.ConvertName(stated.Origin.ToString()));
            json.WriteString("quote", stated.Quote);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("text", document.Text);
    }

    private static async Task<int> BatchAsync(string list, string folder, Func<string, SourceRequest> requestOf, ToolConsole console, CancellationToken cancellationToken)
    {
        List<BatchLine> lines = await ReadListAsync(list, cancellationToken);
        Directory.CreateDirectory(folder);
        int failures = 0;
        await ToolProgress.RunAsync(console, "extracting", lines.Count, async advance =>
        {
            foreach (IGrouping<string, BatchLine> group in lines.GroupBy(line => line.Id, StringComparer.Ordinal))
            {
                var text = new StringBuilder();
                foreach (BatchLine line in group)
                {
                    SourceRequest request = requestOf(line.File);
                    if (line.DocumentType is { } wanted)
                        request = request with { DocumentType = wanted };
                    try
                    {
                        PolicyDocument document = await SourceReader.ReadAsync(request, console, cancellationToken);
                        text.Append(document.Text).Append('\n');
                    }
                    catch (Exception problem) when (problem is ToolException or PolicyAnalysisException or IOException or UnauthorizedAccessException)
                    {
                        failures++;
                        await console.Error.WriteLineAsync($"policy: {line.Id}: {problem.Message}");
                    }

                    advance();
                }

                await AtomicFile.WriteAsync(Path.Combine(folder, group.Key + ".txt"), text.ToString(), cancellationToken);
            }
        });

        if (failures > 0)
            await console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"policy: {failures} of {lines.Count} sources could not be read."));
        return failures > 0 ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<List<BatchLine>> ReadListAsync(string list, CancellationToken cancellationToken)
    {
        var lines = new List<BatchLine>();
        int number = 0;
        await foreach (string line in File.ReadLinesAsync(list, cancellationToken))
        {
            number++;
            if (line.Length == 0)
                continue;
            string[] cells = line.Split('\t');
            if (cells.Length is < 2 or > 3 || !IsFileName(cells[0]))
                throw new ToolException(string.Create(CultureInfo.InvariantCulture, $"{list}: line {number} is not ID<TAB>FILE with an id that can be a file's name."));
            PolicyDocumentType wanted = cells.Length == 3 ? PolicyDocumentTypeNames.Parse(cells[2]) : PolicyDocumentType.Unknown;
            lines.Add(new BatchLine(cells[0], cells[1], wanted == PolicyDocumentType.Unknown ? null : wanted));
        }

        return lines;
    }

    private static bool IsFileName(string id) =>
        id.Length > 0 && id.IndexOfAny(Path.GetInvalidFileNameChars()) < 0 && !id.Contains('/', StringComparison.Ordinal) && !id.Contains('\\', StringComparison.Ordinal) && id is not ("." or "..");

    private sealed record BatchLine(string Id, string File, PolicyDocumentType? DocumentType);
}
