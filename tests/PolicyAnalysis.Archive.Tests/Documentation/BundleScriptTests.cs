using System.Diagnostics;
using System.IO.Compression;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Archive.Tests.Documentation;

/// <summary>The script of docs/archive.md that checks a bundle with common command-line tools, run as it stands.</summary>
public sealed class BundleScriptTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_script_says_of_a_good_bundle_that_it_is_intact()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = Bundle(folder);
        Assert.Equal($"intact: {archive.Verify(cancellationToken: Token).ChainHash}\n", Run(folder));
    }

    [Theory]
    [InlineData("content")]
    [InlineData("missing content")]
    [InlineData("line")]
    [InlineData("last line")]
    [InlineData("order")]
    [InlineData("head")]
    public void The_script_says_of_a_changed_bundle_that_it_is_not_whatever_its_manifest_says(string change)
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = Bundle(folder);
        string files = folder.PathOf("files");
        ZipFile.ExtractToDirectory(folder.PathOf("bundle.zip"), files);
        File.Delete(folder.PathOf("bundle.zip"));
        string chain = Path.Combine(files, "chain.tsv");
        string head = Path.Combine(files, "head.json");
        string content = Path.Combine(files, "contents", archive.GetVersion(1).SourceSha256);
        string[] lines = File.ReadAllLines(chain);
        switch (change)
        {
            case "content":
                File.AppendAllText(content, "more");
                break;
            case "missing content":
                File.Delete(content);
                break;
            case "line":
                File.WriteAllText(chain, File.ReadAllText(chain).Replace("Service 0", "Service 9", StringComparison.Ordinal));
                break;
            case "last line":
                File.WriteAllLines(chain, lines[..^1]);
                break;
            case "order":
                File.WriteAllLines(chain, [lines[1], lines[0], .. lines[2..]]);
                break;
            default:
                File.WriteAllText(head, File.ReadAllText(head).Replace(archive.Verify(cancellationToken: Token).ChainHash, new string('a', 64), StringComparison.Ordinal));
                break;
        }

        // Whoever changes a file can write its hash into the manifest too: the chain must still tell.
        string manifest = Path.Combine(files, "MANIFEST.sha256");
        File.WriteAllLines(manifest, File.ReadAllLines(manifest).Where(line => File.Exists(Path.Combine(files, line[66..]))).Select(line => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(files, line[66..])))) + line[64..]));
        ZipFile.CreateFromDirectory(files, folder.PathOf("bundle.zip"));
        Assert.EndsWith("NOT INTACT\n", Run(folder), StringComparison.Ordinal);
    }

    private static PolicyArchive Bundle(TemporaryArchive folder)
    {
        PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 2, versions: 2);
        archive.ExportBundle(folder.PathOf("bundle.zip"), Token);
        return archive;
    }

    private static string Run(TemporaryArchive folder)
    {
        foreach (string tool in (ReadOnlySpan<string>)["bash", "unzip", "sha256sum", "grep", "seq"])
            Assert.SkipUnless(Array.Exists((Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator), path => File.Exists(Path.Combine(path, tool))), $"needs {tool}");
        string page = File.ReadAllText(Repository.PathOf("docs", "archive.md"));
        int start = page.IndexOf("unzip -q bundle.zip", StringComparison.Ordinal);
        string script = page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
        var process = new ProcessStartInfo("bash", ["-c", script]) { WorkingDirectory = folder.PathOf("."), RedirectStandardOutput = true, RedirectStandardError = true };
        using Process shell = Process.Start(process)!;
        Task<string> complaints = shell.StandardError.ReadToEndAsync(Token);
        string output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        Assert.NotNull(complaints.GetAwaiter().GetResult());
        return output;
    }
}
