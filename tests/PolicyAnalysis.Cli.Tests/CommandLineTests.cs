using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PolicyAnalysis.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("unknown-command")]
    [InlineData("extract")]
    [InlineData("extract", "-", "--media-type", "docx")]
    [InlineData("extract", "-", "--document-type", "poem")]
    [InlineData("extract", "-", "--max-bytes", "0")]
    [InlineData("extract", "-", "--timeout", "never")]
    [InlineData("extract", "-", "--address", "not an address")]
    public async Task A_command_line_that_is_not_understood_ends_with_2_and_says_what_to_do(params string[] arguments)
    {
        ToolRun run = await ToolRun.OfAsync(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_missing_file_ends_with_3_and_names_the_file()
    {
        ToolRun run = await ToolRun.OfAsync("extract", "no-such-policy.html");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("no-such-policy.html", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_over_the_limit_is_refused()
    {
        ToolRun run = await ToolRun.WithInputAsync(new string('x', 2000), "extract", "-", "--max-bytes", "1000");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("--max-bytes", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_fetched_with_its_charset_and_becomes_the_address_of_the_source()
    {
        byte[] page = Encoding.Latin1.GetBytes("<html><body><h1>Privacy Notice</h1>" + string.Concat(Enumerable.Repeat("<h2>Retention</h2><p>Café Zürich keeps your personal data for two years after your last order, and then deletes it.</p>", 6)) + "</body></html>");
        await using var server = new OneAnswerServer("200 OK", "text/html; charset=iso-8859-1", page);
        ToolRun run = await ToolRun.OfAsync("extract", server.Address);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Café Zürich", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_the_server_ends_with_3_and_names_the_status()
    {
        await using var server = new OneAnswerServer("404 Not Found", "text/html", []);
        ToolRun run = await ToolRun.OfAsync("extract", server.Address);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("404", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_larger_than_the_limit_is_refused()
    {
        await using var server = new OneAnswerServer("200 OK", "text/html", new byte[5000]);
        ToolRun run = await ToolRun.OfAsync("extract", server.Address, "--max-bytes", "1000");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("--max-bytes", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up_after_the_timeout()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        ToolRun run = await ToolRun.OfAsync("extract", $"http://{silent.LocalEndpoint}/", "--timeout", "1");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("--timeout", run.Error, StringComparison.Ordinal);
    }
}
