using System.CommandLine;

namespace PolicyAnalysis.Cli;

/// <summary>The options of every command that writes a report.</summary>
internal sealed class ReportOptions
{
    private readonly Option<string> format = new("--format", "-f") { Description = "How the result is written.", DefaultValueFactory = static _ => "text" };

    private readonly Option<string?> output = new("--output", "-o") { Description = "The file to write instead of standard output.", HelpName = "FILE" };

    private readonly Option<string?> report = new("--report") { Description = "An HTML report to write beside the result.", HelpName = "FILE" };

    public ReportOptions(Command command)
    {
        format.AcceptOnlyFromAmong("text", "markdown", "html", "json", "sarif", "csv");
        foreach (Option option in (ReadOnlySpan<Option>)[format, output, report])
            command.Options.Add(option);
    }

    /// <summary>Writes the result in the format asked for, and the HTML report where one is asked for.</summary>
    public async Task WriteAsync(ParseResult parsed, ReportForms forms, ToolConsole console, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(report) is { } reportFile)
            await AtomicFile.WriteAsync(reportFile, forms.Html().Content, cancellationToken);
        string content = forms.In(parsed.GetValue(format)!).Content;
        if (parsed.GetValue(output) is { } file)
            await AtomicFile.WriteAsync(file, content, cancellationToken);
        else
            await console.Output.WriteAsync(content.AsMemory(), cancellationToken);
    }
}
