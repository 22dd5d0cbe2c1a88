using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyAnalysis.Testing;
using YamlDotNet.RepresentationModel;

namespace PolicyAnalysis.Cli.Tests;

/// <summary><c>policy check --rules</c>: exit codes, rules in JSON and YAML, and the examples that the pages give.</summary>
public sealed partial class GateCommandTests
{
    private const string Notice = "# Privacy Notice\n\n## Retention\n\nWe keep your account data for 30 days after you close your account.\n";

    private const string Yaml = """
        # What the notice must state
        require:
          - id: notice
            sets: [gdpr-13]
            acceptPartial: true
        suppress:
          - fingerprint: "notice:nr.eu-gdpr.art-13-2-d"
            owner: Privacy office
            reason: stands on a page of its own
            expires: 2027-06-30
        """;

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("""{"require":[{"id":"notice","sets":["gdpr-13"]}]}""", 1)]
    [InlineData("""{"require":[{"id":"notice","sets":["gdpr-13"],"severity":"warning"}]}""", 0)]
    [InlineData("""{"exposure":[{"id":"ceiling","ceiling":"high"}]}""", 0)]
    [InlineData("""{"require":[{"id":"notice","sets":["gdpr-99"]}]}""", 3)]
    [InlineData("""{"require":[{"id":"notice"}]}""", 3)]
    [InlineData("not json", 3)]
    public async Task The_exit_code_says_whether_the_gate_is_open(string rules, int expected)
    {
        using var folder = new TemporaryFolder();
        ToolRun run = await CheckAsync(folder, "rules.json", rules, "--as-of", "2026-11-23");
        Assert.Equal(expected, run.ExitCode);
    }

    [Fact]
    public async Task YAML_rules_are_read_as_the_same_rules_in_JSON()
    {
        using var folder = new TemporaryFolder();
        ToolRun fromYaml = await CheckAsync(folder, "rules.yaml", Yaml, "--format", "json");
        ToolRun fromJson = await CheckAsync(folder, "rules.json", YamlText.ToJson(Yaml, "rules.yaml"), "--format", "json");
        Assert.Equal(1, fromYaml.ExitCode);
        Assert.Equal(fromJson.Output, fromYaml.Output);
        using JsonDocument json = JsonDocument.Parse(fromYaml.Output);
        JsonElement suppressed = json.RootElement.GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("outcome").GetString() == "suppressed");
        Assert.Equal("Privacy office, until 2027-06-30: stands on a page of its own", suppressed.GetProperty("suppression").GetString());
    }

    [Theory]
    [InlineData("a: [1")]
    [InlineData("a: &x [1]\nb: *x")]
    [InlineData("? [a, b]\n: c")]
    [InlineData("a: 1\n---\nb: 2")]
    [InlineData("")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public async Task YAML_that_cannot_be_read_ends_with_3_and_names_the_file(string yaml)
    {
        using var folder = new TemporaryFolder();
        ToolRun run = await CheckAsync(folder, "rules.yaml", yaml);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("rules", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\":1.5,\"b\":[true,null,\"no\"],\"c\":{\"d\":\"2027-06-30\"}}", "a: 1.5\nb:\n  - true\n  - null\n  - no\nc:\n  d: 2027-06-30")]
    [InlineData("[]", "[]")]
    [InlineData("\"1\"", "'1'")]
    public void YAML_stands_for_its_JSON(string json, string yaml) => Assert.Equal(json, YamlText.ToJson(yaml, "x.yaml"));

    [Theory]
    [InlineData("html", "<!DOCTYPE html>")]
    [InlineData("markdown", "# Privacy Notice")]
    [InlineData("sarif", "{")]
    [InlineData("csv", "record,")]
    public async Task A_gate_has_every_form(string format, string beginning)
    {
        using var folder = new TemporaryFolder();
        ToolRun run = await CheckAsync(folder, "rules.yaml", Yaml, "--format", format);
        Assert.StartsWith(beginning, run.Output.TrimStart('\ufeff'), StringComparison.Ordinal);
        Assert.Contains("not legal advice", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_hold_one_document_at_a_time()
    {
        ToolRun run = await ToolRun.OfAsync("check", "a.md", "b.md", "--rules", "rules.json");
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public void The_pipelines_of_the_page_are_YAML_and_call_commands_that_exist()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "regulatory-sources.md"));
        string[] blocks = [.. YamlBlock().Matches(page).Select(match => match.Groups[1].Value)];
        Assert.True(blocks.Length >= 3);
        foreach (string block in blocks)
            new YamlStream().Load(new StringReader(block));
        string[] commands = [.. PolicyCommand().Matches(page).Select(match => match.Value.Replace("\\\n", " ", StringComparison.Ordinal))];
        Assert.True(commands.Length >= 6);
        Assert.All(commands, command => Assert.Empty(PolicyTool.Parse(Words(command)).Errors));
    }

    [Theory]
    [InlineData("{}", 0, "")]
    [InlineData("""{"require":[{"id":"notice","sets":["gdpr-13"]}]}""", 1, "POLICY001")]
    [InlineData("not json", 1, "POLICY002")]
    public async Task A_build_is_held_by_its_gate(string rules, int expected, string code)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.PathOf("notice.md"), Notice, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.PathOf("rules.json"), rules, TestContext.Current.CancellationToken);
        string tool = typeof(PolicyTool).Assembly.Location;
        await File.WriteAllTextAsync(folder.PathOf("site.proj"), $"""
            <Project DefaultTargets="Build">
              <PropertyGroup><PolicyTool>dotnet "{tool}"</PolicyTool></PropertyGroup>
              <Import Project="{Repository.PathOf("src", "PolicyAnalysis", "buildTransitive", "PolicyAnalysis.targets")}" />
              <ItemGroup><PolicyNotice Include="notice.md" Rules="rules.json" /></ItemGroup>
              <Target Name="Build" />
            </Project>
            """, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("dotnet", ["msbuild", folder.PathOf("site.proj"), "-nologo", "-nodeReuse:false"]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(folder.PathOf("site.proj"))! };
        using Process build = Process.Start(start)!;
        string output = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((expected, true), (build.ExitCode, output.Contains(code, StringComparison.Ordinal)));
    }

    private static async Task<ToolRun> CheckAsync(TemporaryFolder folder, string name, string rules, params string[] more)
    {
        await File.WriteAllTextAsync(folder.PathOf("notice.md"), Notice, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.PathOf(name), rules, TestContext.Current.CancellationToken);
        return await ToolRun.OfAsync(["check", folder.PathOf("notice.md"), "--rules", folder.PathOf(name), .. more]);
    }

    /// <summary>The words of a command as a shell splits them; what a pipeline fills in stands for a word.</summary>
    private static string[] Words(string command) => [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(word => word.Trim('"', '\'', '`'))];

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex YamlBlock();

    [GeneratedRegex(@"(?<=^|run: |script: )policy (catalog|check|evaluate|analyze) (?:[^\n`]|\\\n)+", RegexOptions.Multiline)]
    private static partial Regex PolicyCommand();
}
