using System.Text.Json;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Cli.Tests;

public sealed class ExtractTests
{
    private static readonly string Sample = Repository.PathOf("docs", "samples", "policies", "privacy-2026.html");

    [Fact]
    public async Task Extract_prints_the_policy_without_the_page_around_it()
    {
        ToolRun run = await ToolRun.OfAsync("extract", Sample);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Privacy Notice\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Accept all", run.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Extract_reads_standard_input()
    {
        ToolRun run = await ToolRun.WithInputAsync("# Privacy Notice\n\nWe keep your e-mail address for two years.\n", "extract", "-", "--media-type", "markdown");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("We keep your e-mail address for two years.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_writes_the_texts_of_one_id_one_after_the_other()
    {
        using var folder = new TemporaryFolder();
        string first = folder.Write("one.md", "# Privacy Notice\n\nThe first half.\n");
        string second = folder.Write("two.md", "# More\n\nThe second half.\n");
        string list = folder.Write("list.tsv", $"a\t{first}\na\t{second}\tPrivacy Policy\nb\t{second}\n");
        ToolRun run = await ToolRun.OfAsync("extract", "--batch", list, "--output", folder.PathOf("out"));
        Assert.Equal(0, run.ExitCode);
        string joined = await File.ReadAllTextAsync(folder.PathOf("out/a.txt"), TestContext.Current.CancellationToken);
        Assert.True(joined.IndexOf("The first half.", StringComparison.Ordinal) < joined.IndexOf("The second half.", StringComparison.Ordinal));
        Assert.True(File.Exists(folder.PathOf("out/b.txt")));
    }

    [Fact]
    public async Task A_batch_goes_on_after_a_source_that_cannot_be_read_and_says_so()
    {
        using var folder = new TemporaryFolder();
        string good = folder.Write("good.md", "# Terms\n\nBe kind.\n");
        string list = folder.Write("list.tsv", $"bad\t{folder.PathOf("missing.md")}\ngood\t{good}\n");
        ToolRun run = await ToolRun.OfAsync("extract", "--batch", list, "--output", folder.PathOf("out"));
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("bad: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("Be kind.", await File.ReadAllTextAsync(folder.PathOf("out/good.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../escape")]
    [InlineData("..")]
    [InlineData("a\\b")]
    public async Task A_batch_id_cannot_leave_the_output_folder(string id)
    {
        using var folder = new TemporaryFolder();
        string list = folder.Write("list.tsv", $"{id}\t{folder.Write("x.md", "# Terms\n\nText.\n")}\n");
        ToolRun run = await ToolRun.OfAsync("extract", "--batch", list, "--output", folder.PathOf("out"));
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("line 1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Segments_prints_every_provision_as_a_slice_of_the_extracted_text()
    {
        ToolRun text = await ToolRun.OfAsync("extract", Sample);
        ToolRun run = await ToolRun.OfAsync("segments", Sample);
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 50);
        foreach (string line in lines)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement provision = json.RootElement;
            Assert.Equal(["id", "kind", "headings", "number", "leadIn", "text", "start", "end", "line"], provision.EnumerateObject().Select(property => property.Name));
            int start = provision.GetProperty("start").GetInt32();
            int end = provision.GetProperty("end").GetInt32();
            Assert.Equal(text.Output[start..end], provision.GetProperty("text").GetString());
        }
    }
}
