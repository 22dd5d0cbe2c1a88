using System.Text;

namespace PolicyAnalysis.Cli.Tests;

/// <summary>One run of the tool inside the test's process: what it printed, and how it ended.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static Task<ToolRun> OfAsync(params string[] arguments) => WithInputAsync(string.Empty, arguments);

    public static async Task<ToolRun> WithInputAsync(string input, params string[] arguments)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        var console = new ToolConsole(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, error, isInteractive: false);
        int exitCode = await PolicyTool.RunAsync(arguments, console, TestContext.Current.CancellationToken);
        return new ToolRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
