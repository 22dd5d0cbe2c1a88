using System.CommandLine;
using System.Text.Json;
using PolicyAnalysis.Cli.Sources;
using PolicyAnalysis.Provisions;

namespace PolicyAnalysis.Cli.Commands;

/// <summary><c>policy segments</c>: a JSON line for each provision.</summary>
internal static class SegmentsCommand
{
    public static Command Create(ToolConsole console)
    {
        var source = new Argument<string>("source") { Description = "A file, an http or https address, or - for standard input." };
        var command = new Command("segments", "Prints the provisions, one JSON object a line.") { source };
        var sourceOptions = new SourceOptions(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            PolicyDocument document = await SourceReader.ReadAsync(sourceOptions.Of(parsed, parsed.GetValue(source)!), console, cancellationToken);
            foreach (Provision provision in ProvisionSegmenter.Segment(document, cancellationToken))
                await console.Output.WriteAsync(JsonLine.Write(json => Write(json, provision)));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Utf8JsonWriter json, Provision provision)
    {
        json.WriteString("id", provision.Id);
        json.WriteString("kind", JsonNamingPolicy.KebabCaseLower.ConvertName(provision.Kind.ToString()));
        json.WriteStartArray("headings");
        foreach (string heading in provision.Headings)
            json.WriteStringValue(heading);
        json.WriteEndArray();
        json.WriteString("number", provision.Number);
        json.WriteString("leadIn", provision.LeadIn);
        json.WriteString("text", provision.Text);
        json.WriteNumber("start", provision.Range.Start);
        json.WriteNumber("end", provision.Range.End);
        json.WriteNumber("line", provision.Position.Line);
    }
}
