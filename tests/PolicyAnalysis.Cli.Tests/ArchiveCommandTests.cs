using System.Text.Json;
using PolicyAnalysis.Archive.Tests.Evidence;
using PolicyAnalysis.Cli.Commands.Archive;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Cli.Tests;

public sealed class ArchiveCommandTests
{
    private const string Policy = "# Privacy Policy\n\n## Retention\n\nWe retain your account data for 30 days after you close your account.\n\nWe protect your data with encryption in transit and at rest.\n";

    [Fact]
    public async Task A_version_is_added_proven_and_the_proof_checked_without_the_archive()
    {
        using var folder = new TemporaryFolder();
        string archive = await ArchiveOf(folder, "Lumenleaf", "Privacy Policy");
        ToolRun again = await ToolRun.OfAsync("archive", "add", archive, folder.PathOf("policy.md"), "--platform", "Lumenleaf", "--document", "Privacy Policy", "--seen", "2026-03-01T12:00:00Z");
        Assert.Equal(0, again.ExitCode);
        Assert.StartsWith("1\t", again.Output, StringComparison.Ordinal);
        Assert.Contains("\"seen\":\"2026-03-01T12:00:00Z\"", (await ToolRun.OfAsync("archive", "versions", archive, "Lumenleaf", "Privacy Policy")).Output, StringComparison.Ordinal);

        string root = (await ToolRun.OfAsync("archive", "verify", archive)).Output.Split('\n')[2][6..];
        Assert.Equal(0, (await ToolRun.OfAsync("archive", "prove", archive, "1", "--output", folder.PathOf("proof.json"), "--source", folder.PathOf("source.md"))).ExitCode);
        Assert.Equal(Policy, await File.ReadAllTextAsync(folder.PathOf("source.md"), TestContext.Current.CancellationToken));
        File.Delete(archive);
        ToolRun holds = await ToolRun.OfAsync("archive", "check-proof", folder.PathOf("proof.json"), root, "--source", folder.PathOf("source.md"));
        Assert.Equal(0, holds.ExitCode);
        Assert.StartsWith("holds: {\"entry\":\"version\",\"platform\":\"Lumenleaf\"", holds.Output, StringComparison.Ordinal);
        folder.Write("source.md", Policy.Replace("30 days", "3 days", StringComparison.Ordinal));
        Assert.Equal((1, "DOES NOT HOLD\n"), await Answer("archive", "check-proof", folder.PathOf("proof.json"), root, "--source", folder.PathOf("source.md")));
        folder.Write("proof.json", "{}");
        Assert.Equal(3, (await ToolRun.OfAsync("archive", "check-proof", folder.PathOf("proof.json"), root)).ExitCode);
    }

    [Fact]
    public async Task What_cannot_be_added_or_proven_says_why()
    {
        using var folder = new TemporaryFolder();
        string archive = await ArchiveOf(folder, "Lumenleaf", "Privacy Policy");
        ToolRun time = await ToolRun.OfAsync("archive", "add", archive, folder.PathOf("policy.md"), "--platform", "Lumenleaf", "--document", "Terms", "--seen", "yesterday");
        Assert.Equal(2, time.ExitCode);
        Assert.Contains("'yesterday' is not a time", time.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await ToolRun.OfAsync("archive", "add", archive, folder.PathOf("policy.md"), "--platform", "Lumenleaf")).ExitCode);
        Assert.Equal(3, (await ToolRun.OfAsync("archive", "add", archive, folder.PathOf("missing.md"), "--platform", "Lumenleaf", "--document", "Terms", "--seen", "2026-03-01")).ExitCode);
        ToolRun number = await ToolRun.OfAsync("archive", "prove", archive, "99");
        Assert.Equal(3, number.ExitCode);
        Assert.Contains("has no version 99", number.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timestamp_is_asked_for_attached_and_listed()
    {
        using var folder = new TemporaryFolder();
        string archive = await ArchiveOf(folder, "Lumenleaf", "Privacy Policy");
        Assert.Equal((0, string.Empty), await Answer("archive", "timestamp", "list", archive));
        Assert.Equal(0, (await ToolRun.OfAsync("archive", "timestamp", "request", archive, folder.PathOf("request.tsq"))).ExitCode);
        await File.WriteAllBytesAsync(folder.PathOf("answer.tsr"), TimestampAuthority.Answer(await File.ReadAllBytesAsync(folder.PathOf("request.tsq"), TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);
        const string Line = "3\t2026-02-03T04:05:06Z\tentries 1 to 2\tvalid\tCN=Test authority\n";
        Assert.Equal((0, Line), await Answer("archive", "timestamp", "attach", archive, folder.PathOf("answer.tsr")));
        Assert.Equal((0, Line), await Answer("archive", "timestamp", "list", archive));
        folder.Write("answer.tsr", "not a timestamp");
        Assert.Equal(3, (await ToolRun.OfAsync("archive", "timestamp", "attach", archive, folder.PathOf("answer.tsr"))).ExitCode);
        Assert.Equal(3, (await ToolRun.OfAsync("archive", "timestamp", "attach", folder.PathOf("missing.archive"), folder.PathOf("answer.tsr"))).ExitCode);
        Assert.False(File.Exists(folder.PathOf("missing.archive")));
    }

    [Fact]
    public async Task An_index_is_rebuilt_and_sources_are_analysed_later()
    {
        using var folder = new TemporaryFolder();
        string archive = await ArchiveOf(folder, "Lumenleaf", "Privacy Policy");
        Assert.Equal((0, "1 documents worked out again\n"), await Answer("archive", "rebuild", archive));
        Assert.Equal(0, (await ToolRun.OfAsync("archive", "export", archive, folder.PathOf("out.warc.gz"))).ExitCode);
        string other = folder.PathOf("other.archive");
        Assert.StartsWith("1 documents, 1 versions, 1 new, 1 of them kept without", (await ToolRun.OfAsync("archive", "import", other, folder.PathOf("out.warc.gz"), "--sources-only")).Output, StringComparison.Ordinal);
        Assert.Equal((0, "1 versions to analyse, 1 analysed, 0 could not be read\n"), await Answer("archive", "reanalyze", other));
        Assert.Equal((0, "1 versions to analyse, 1 analysed, 0 could not be read\n"), await Answer("archive", "reanalyze", other, "--through", "2"));
        Assert.Equal(0, (await ToolRun.OfAsync("archive", "verify", other, "--index")).ExitCode);
        Assert.Equal(3, (await ToolRun.OfAsync("archive", "rebuild", folder.PathOf("missing.archive"))).ExitCode);
    }

    [Fact]
    public async Task Pages_of_a_web_archive_are_named_by_a_table()
    {
        using var folder = new TemporaryFolder();
        string page = "<h1>Terms</h1><p>Be kind to one another here, always.</p>";
        string record = $"WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: https://lumenleaf.example/terms\r\nWARC-Date: 2024-01-31T12:00:00Z\r\nContent-Type: text/html\r\nContent-Length: {page.Length}\r\n\r\n{page}\r\n\r\n";
        string bad = record.Replace("/terms", "/rules", StringComparison.Ordinal).Replace("Content-Type", "WARC-Block-Digest: sha256:" + new string('0', 64) + "\r\nContent-Type", StringComparison.Ordinal);
        folder.Write("crawl.warc", record + bad);
        string table = folder.Write("pages.tsv", "https://lumenleaf.example/terms\tLumenleaf\tTerms\nhttps://lumenleaf.example/rules\tLumenleaf\tRules\n");
        string archive = folder.PathOf("policies.archive");
        ToolRun run = await ToolRun.OfAsync("archive", "import", archive, folder.PathOf("crawl.warc"), "--pages", table);
        Assert.Contains("skipped: Lumenleaf / Rules, 2024-01-31T12:00:00Z", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"platform\":\"Lumenleaf\",\"document\":\"Terms\"", (await ToolRun.OfAsync("archive", "documents", archive)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Families_are_listed_shown_and_counted()
    {
        using var folder = new TemporaryFolder();
        string archive = await ArchiveOf(folder, "Lumenleaf", "Privacy Policy", "Privacy Policy (EU)");
        using JsonDocument family = JsonDocument.Parse(Assert.Single((await ToolRun.OfAsync("archive", "families", archive)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(2, family.RootElement.GetProperty("variants").GetArrayLength());
        using JsonDocument shown = JsonDocument.Parse((await ToolRun.OfAsync("archive", "family", archive, "Lumenleaf", "Privacy Policy (EU)")).Output);
        Assert.Equal("Privacy Policy", shown.RootElement.GetProperty("family").GetString());
        using JsonDocument counted = JsonDocument.Parse((await ToolRun.OfAsync("archive", "platforms", archive, "data-retention", "--by-family")).Output);
        Assert.Equal(1, counted.RootElement.GetProperty("documentCount").GetInt32());
        Assert.StartsWith("document,language,regions,event,", (await ToolRun.OfAsync("archive", "family", archive, "Lumenleaf", "Privacy Policy", "--format", "csv")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_of_the_archive_is_listed_in_the_documentation()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "cli.md"));
        foreach (System.CommandLine.Command command in ArchiveCommand.Create(new ToolConsole(Stream.Null, Stream.Null, TextWriter.Null, isInteractive: false)).Subcommands)
            Assert.True(page.Contains($"`archive {command.Name}", StringComparison.Ordinal) || page.Contains($"`{command.Name}`", StringComparison.Ordinal), $"docs/cli.md does not list 'archive {command.Name}'");
    }

    private static async Task<string> ArchiveOf(TemporaryFolder folder, string platform, params string[] documents)
    {
        string archive = folder.PathOf("policies.archive");
        string source = folder.Write("policy.md", Policy);
        foreach (string document in documents)
        {
            ToolRun added = await ToolRun.OfAsync("archive", "add", archive, source, "--platform", platform, "--document", document, "--seen", "2026-03-01T12:00:00Z", "--address", "https://lumenleaf.example/privacy");
            Assert.Equal(0, added.ExitCode);
        }

        return archive;
    }

    private static async Task<(int, string)> Answer(params string[] arguments)
    {
        ToolRun run = await ToolRun.OfAsync(arguments);
        return (run.ExitCode, run.Output);
    }
}
