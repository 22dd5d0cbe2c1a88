using System.Text.Json;

namespace PolicyAnalysis.Cli.Tests;

/// <summary><c>policy catalog</c>: what is in it, one record, and a team's own pack.</summary>
public sealed class CatalogCommandTests
{
    private const string Pack = """{"pack":"com.example.legal","version":"1","changes":[{"op":"disable","target":"us-mt-mcdpa.s-30-14-2812","reason":"No users in Montana"},{"op":"note","target":"eu-gdpr.art-33-1","text":"Within 24 hours for us."}]}""";

    [Theory]
    [InlineData("instruments", "eu-gdpr\t")]
    [InlineData("rules", "eu-gdpr.art-33-1\tGDPR Art. 33(1)\tEU")]
    [InlineData("elements", "nr.eu-gdpr.art-13-1-a\t")]
    [InlineData("sets", "gdpr-13\t")]
    public async Task List_prints_a_record_a_line(string what, string line)
    {
        ToolRun run = await ToolRun.OfAsync("catalog", "list", what);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\n" + line, "\n" + run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("\t\n", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eu-gdpr.art-33-1", "72 hours")]
    [InlineData("eu-gdpr.art-33-1", "Proposed")]
    [InlineData("us-ca-82.s-1798-82-a", "from 2026-01-01")]
    [InlineData("eu-gdpr", "Upper sanction")]
    public async Task Show_prints_versions_figures_and_sources(string id, string expected)
    {
        ToolRun run = await ToolRun.OfAsync("catalog", "show", id);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        Assert.Contains("not legal advice", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_of_an_unknown_id_ends_with_3_and_says_where_to_look()
    {
        ToolRun run = await ToolRun.OfAsync("catalog", "show", "eu-gdpr.art-999");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("catalog list rules", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_and_diff_say_what_a_pack_changes()
    {
        using var folder = new TemporaryFolder();
        string path = folder.PathOf("pack.json");
        await File.WriteAllTextAsync(path, Pack, TestContext.Current.CancellationToken);
        ToolRun valid = await ToolRun.OfAsync("catalog", "validate", path);
        Assert.Equal(0, valid.ExitCode);
        Assert.Contains("2 changes", valid.Output, StringComparison.Ordinal);
        ToolRun diff = await ToolRun.OfAsync("catalog", "diff", path);
        Assert.Equal(0, diff.ExitCode);
        Assert.Contains("disable\tus-mt-mcdpa.s-30-14-2812\tNo users in Montana", diff.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"pack":"com.example","version":"1","changes":[{"op":"patch","target":"eu-gdpr.art-999","set":{"topic":"x"},"reason":"r"}]}""")]
    [InlineData("""{"pack":"com.example","version":"1","unknown":1,"changes":[]}""")]
    public async Task A_pack_that_does_not_hold_together_ends_with_3_and_names_the_place(string pack)
    {
        using var folder = new TemporaryFolder();
        string path = folder.PathOf("pack.json");
        await File.WriteAllTextAsync(path, pack, TestContext.Current.CancellationToken);
        ToolRun run = await ToolRun.OfAsync("catalog", "validate", path);
        Assert.Equal(3, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task Several_sources_are_checked_as_one_set()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.PathOf("notice.md"), "# Privacy Notice\n\nWe keep your account data for 30 days after you close your account.\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.PathOf("rights.md"), "# Your Rights\n\nYou may lodge a complaint with a supervisory authority about your personal data.\n", TestContext.Current.CancellationToken);
        ToolRun run = await ToolRun.OfAsync("check", folder.PathOf("notice.md"), folder.PathOf("rights.md"), "--require", "gdpr-13", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement complaint = json.RootElement.GetProperty("requirements").EnumerateArray().Single(each => each.GetProperty("id").GetString() == "nr.eu-gdpr.art-13-2-d");
        Assert.Equal(("found", 1), (complaint.GetProperty("status").GetString(), complaint.GetProperty("evidenceDocuments")[0].GetInt32()));
        Assert.Equal("rights.md", json.RootElement.GetProperty("others")[0].GetProperty("name").GetString());
    }
}
