using System.Diagnostics;
using System.Text.Json;

namespace PolicyAnalysis.Cli.Tests;

public sealed class ArchiveTests
{
    private const string Before = "# Privacy Policy\n\n## Retention\n\nWe retain your account data for 30 days after you close your account.\n\nWe protect your data with encryption in transit and at rest.\n";

    private const string After = "# Privacy Policy\n\n## Retention\n\nWe retain your account data for 90 days after you close your account.\n\nWe protect your data with encryption in transit and at rest.\n";

    [Fact]
    public async Task A_folder_is_imported_verified_exported_and_answered_about()
    {
        using var folder = new TemporaryFolder();
        string history = Write(folder, ("Lumenleaf", "2025-01-01", Before), ("Lumenleaf", "2025-06-01", After), ("Mossgate", "2025-03-01", Before));
        string archive = folder.PathOf("policies.archive");
        ToolRun imported = await ToolRun.OfAsync("archive", "import", archive, history);
        Assert.Equal((0, "2 documents, 3 versions, 3 new, 0 of them kept without an analysis\n"), (imported.ExitCode, imported.Output));

        ToolRun verified = await ToolRun.OfAsync("archive", "verify", archive, "--index");
        Assert.StartsWith("intact: 6 entries", verified.Output, StringComparison.Ordinal);
        string root = verified.Output.Split('\n')[2][6..];
        Assert.Equal(0, (await ToolRun.OfAsync("archive", "export", archive, folder.PathOf("bundle.zip"))).ExitCode);
        Assert.Equal(verified.Output, (await ToolRun.OfAsync("archive", "verify", folder.PathOf("bundle.zip"))).Output);

        Assert.Equal(0, (await ToolRun.OfAsync("archive", "prove", archive, "1", "--source", folder.PathOf("source.md"), "--output", folder.PathOf("proof.json"))).ExitCode);
        Assert.Equal(0, (await ToolRun.OfAsync("archive", "check-proof", folder.PathOf("proof.json"), root, "--source", folder.PathOf("source.md"))).ExitCode);
        Assert.Equal(1, (await ToolRun.OfAsync("archive", "check-proof", folder.PathOf("proof.json"), new string('0', 64))).ExitCode);

        ToolRun versions = await ToolRun.OfAsync("archive", "versions", archive, "Lumenleaf", "Privacy Policy");
        long[] sequences = [.. versions.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("sequence").GetInt64())];
        ToolRun compared = await ToolRun.OfAsync("archive", "compare", archive, $"{sequences[0]}", $"{sequences[1]}");
        Assert.Contains("90 days", compared.Output, StringComparison.Ordinal);

        ToolRun timeline = await ToolRun.OfAsync("archive", "timeline", archive, "Lumenleaf", "Privacy Policy", "--format", "csv");
        Assert.Contains(",edited,2025-06-01,", timeline.Output, StringComparison.Ordinal);
        ToolRun platforms = await ToolRun.OfAsync("archive", "platforms", archive, "data-retention");
        Assert.Equal(2, JsonDocument.Parse(platforms.Output).RootElement.GetProperty("platformsWithType").GetInt32());
        ToolRun found = await ToolRun.OfAsync("archive", "search", archive, "encryption", "--platform", "Mossgate");
        Assert.Single(found.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        ToolRun near = await ToolRun.OfAsync("archive", "nearest", archive, "We protect your data with encryption in transit and at rest.");
        Assert.Equal(2, JsonDocument.Parse(near.Output).RootElement.GetProperty("platforms").GetInt32());
        Assert.Equal(2, (await ToolRun.OfAsync("archive", "documents", archive)).Output.Count(letter => letter == '\n'));
    }

    [Fact]
    public async Task What_cannot_be_done_ends_with_three_and_says_why()
    {
        using var folder = new TemporaryFolder();
        ToolRun run = await ToolRun.OfAsync("archive", "verify", folder.PathOf("missing.archive"));
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("there is no such archive", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_killed_while_it_imports_leaves_an_archive_that_goes_on()
    {
        using var folder = new TemporaryFolder();
        string history = Write(folder, [.. Enumerable.Range(0, 200).Select(number => ($"Service {number % 10}", $"{2000 + (number / 10)}-01-01", Before + $"\nThis is version {number / 10} of service {number % 10}, and it says so here.\n"))]);
        string archive = folder.PathOf("policies.archive");
        string tool = Path.Combine(AppContext.BaseDirectory, "policy.dll");
        var random = new Random(5);
        for (int kill = 0; kill < 3; kill++)
        {
            using Process process = Process.Start(new ProcessStartInfo("dotnet", [tool, "archive", "import", archive, history]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            await Task.Delay(random.Next(150, 1200), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            // 1 is damage; 3 is a file that is not there or not made yet.
            Assert.NotEqual(1, (await ToolRun.OfAsync("archive", "verify", archive, "--index")).ExitCode);
        }

        Assert.Equal(0, (await ToolRun.OfAsync("archive", "import", archive, history)).ExitCode);
        ToolRun whole = await ToolRun.OfAsync("archive", "verify", archive, "--index");
        Assert.StartsWith("intact: 400 entries", whole.Output, StringComparison.Ordinal);
    }

    private static string Write(TemporaryFolder folder, params (string Platform, string Day, string Text)[] versions)
    {
        foreach ((string platform, string day, string text) in versions)
        {
            string document = folder.PathOf(Path.Combine("history", platform, "Privacy Policy"));
            Directory.CreateDirectory(document);
            File.WriteAllText(Path.Combine(document, day + ".md"), text);
        }

        return folder.PathOf("history");
    }
}
