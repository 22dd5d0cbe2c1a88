using System.Text.Json;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Cli.Tests;

public sealed class ReportCommandTests
{
    private static readonly string Before = Repository.PathOf("docs", "samples", "policies", "privacy-2025.html");
    private static readonly string After = Repository.PathOf("docs", "samples", "policies", "privacy-2026.html");

    public static TheoryData<string, string> Formats() => new()
    {
        { "text", "Privacy Notice" },
        { "markdown", "# " },
        { "html", "<!doctype html>" },
        { "json", "{" },
        { "sarif", "{" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Every_command_writes_every_format(string format, string beginning)
    {
        foreach (string[] command in (string[][])[["compare", Before, After], ["analyze", After], ["check", After, "--require", "gdpr-13"]])
        {
            ToolRun run = await ToolRun.OfAsync([.. command, "--format", format]);
            Assert.Equal(0, run.ExitCode);
            Assert.StartsWith(beginning, run.Output, StringComparison.OrdinalIgnoreCase);
            Assert.EndsWith("\n", run.Output, StringComparison.Ordinal);
            Assert.Contains("not legal advice", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_result_goes_to_a_file_and_the_report_beside_it()
    {
        using var folder = new TemporaryFolder();
        ToolRun run = await ToolRun.OfAsync("compare", Before, After, "--format", "json", "--output", folder.PathOf("deep/result.json"), "--report", folder.PathOf("report.html"));
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Output);
        using JsonDocument json = JsonDocument.Parse(await File.ReadAllTextAsync(folder.PathOf("deep/result.json"), TestContext.Current.CancellationToken));
        Assert.True(json.RootElement.GetProperty("changes").GetArrayLength() > 10);
        Assert.StartsWith("<!DOCTYPE html>", await File.ReadAllTextAsync(folder.PathOf("report.html"), TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("editorial", 1)]
    [InlineData("material", 1)]
    [InlineData("against-user", 1)]
    public async Task Compare_ends_with_1_where_a_change_is_at_least_what_fail_on_names(string level, int expected)
    {
        ToolRun run = await ToolRun.OfAsync("compare", Before, After, "--fail-on", level);
        Assert.Equal(expected, run.ExitCode);
    }

    [Fact]
    public async Task Compare_ends_with_0_where_nothing_changed()
    {
        ToolRun run = await ToolRun.OfAsync("compare", After, After, "--fail-on", "editorial", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal(0, json.RootElement.GetProperty("changes").GetArrayLength());
    }

    [Fact]
    public async Task Compare_warns_where_the_stated_dates_run_backwards()
    {
        ToolRun run = await ToolRun.OfAsync("compare", After, Before, "--format", "json");
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal("dates-run-backwards", json.RootElement.GetProperty("warnings")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Check_names_the_known_sets_where_one_is_not_known()
    {
        ToolRun run = await ToolRun.OfAsync("check", After, "--require", "gdpr-99");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("gdpr-13", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ends_with_1_where_an_element_is_not_found()
    {
        ToolRun run = await ToolRun.WithInputAsync("# Privacy Notice\n\nWe love privacy. This is all that we have to say about it.\n", "check", "-", "--media-type", "markdown", "--require", "gdpr-13", "--fail-on", "not-found");
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task Classify_labels_each_line_and_keeps_its_id()
    {
        string input = "{\"id\":\"a\",\"text\":\"We retain your personal data for two years after you close your account and then delete it.\",\"headings\":[\"Retention\"],\"unknown\":1}\n\n{\"id\":7,\"text\":\"\",\"leadIn\":null,\"documentType\":\"Privacy Policy\"}\n";
        ToolRun run = await ToolRun.WithInputAsync(input, "classify");
        Assert.Equal(0, run.ExitCode);
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        using JsonDocument first = JsonDocument.Parse(lines[0]);
        Assert.Equal("data-retention", first.RootElement.GetProperty("labels")[0].GetProperty("type").GetString());
        using JsonDocument second = JsonDocument.Parse(lines[1]);
        Assert.Equal(7, second.RootElement.GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task Classify_answers_in_the_categories_of_OPP_115()
    {
        ToolRun run = await ToolRun.WithInputAsync("{\"id\":\"a\",\"text\":\"We retain your personal data for two years and then delete it.\",\"headings\":[\"Data retention\"]}\n", "classify", "--taxonomy", "opp115");
        Assert.Contains("\"Data Retention\"", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"text\":\"no id\"}")]
    [InlineData("[1]")]
    [InlineData("{\"id\":1,\"text\":2}")]
    public async Task Classify_names_the_line_that_is_not_understood(string line)
    {
        ToolRun run = await ToolRun.WithInputAsync("{\"id\":1,\"text\":\"Good.\"}\n" + line + "\n", "classify");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("line 2", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compare", "-", "-")]
    [InlineData("analyze", "x", "--as-of", "tomorrow")]
    [InlineData("analyze", "x", "--fail-on", "terrible")]
    [InlineData("check", "x")]
    [InlineData("compare", "x", "y", "--format", "pdf")]
    public async Task A_report_command_line_that_is_not_understood_ends_with_2(params string[] arguments)
    {
        ToolRun run = await ToolRun.OfAsync(arguments);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public async Task A_stopped_run_ends_with_130()
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        int exitCode = await PolicyTool.RunAsync(["compare", Before, After], new ToolConsole(Stream.Null, output, error, isInteractive: false), stopped.Token);
        Assert.Equal(130, exitCode);
    }
}
