using System.Diagnostics;
using System.IO.Compression;

namespace PolicyAnalysis.Archive.Tests.Evidence;

public sealed class BundleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_bundle_holds_every_content_and_says_the_same_hashes_as_the_archive()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 3, versions: 4);
        archive.AddAbsence("Service 1", "Privacy Policy", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        string path = folder.PathOf("bundle.zip");
        archive.ExportBundle(path, Token);
        ArchiveVerification bundle = PolicyArchive.VerifyBundle(path, cancellationToken: Token);
        ArchiveVerification own = archive.Verify(cancellationToken: Token);
        Assert.Empty(bundle.Findings);
        Assert.Equal(own.ChainHash, bundle.ChainHash);
        Assert.Equal(own.MerkleRoot, bundle.MerkleRoot);
        Assert.Equal(own.ContentCount, bundle.ContentCount);
        using ZipArchive zip = ZipFile.OpenRead(path);
        foreach (ArchivedVersion version in archive.GetVersions("Service 2", "Privacy Policy"))
        {
            using var content = new MemoryStream();
            zip.GetEntry("contents/" + version.SourceSha256)!.Open().CopyTo(content);
            Assert.Equal(archive.ReadSource(version.Sequence), content.ToArray());
        }
    }

    [Fact]
    public void The_same_archive_gives_the_same_bundle()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 2, versions: 2);
        archive.ExportBundle(folder.PathOf("one.zip"), Token);
        archive.ExportBundle(folder.PathOf("two.zip"), Token);
        Assert.Equal(File.ReadAllBytes(folder.PathOf("one.zip")), File.ReadAllBytes(folder.PathOf("two.zip")));
    }

    [Fact]
    public void A_bundle_is_verified_by_common_command_line_tools_alone()
    {
        Assert.SkipUnless(File.Exists("/bin/sh") && File.Exists("/usr/bin/sha256sum"), "needs a shell and sha256sum");
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 2, versions: 2);
        archive.ExportBundle(folder.PathOf("bundle.zip"), Token);
        ZipFile.ExtractToDirectory(folder.PathOf("bundle.zip"), folder.PathOf("bundle"));
        string readme = File.ReadAllText(folder.PathOf("bundle/README.txt"));
        string script = readme[readme.IndexOf("h=$(printf", StringComparison.Ordinal)..readme.IndexOf("The last line", StringComparison.Ordinal)];
        Assert.EndsWith(archive.Verify(cancellationToken: Token).ChainHash + "\n", Run(folder.PathOf("bundle"), "sha256sum --check --quiet MANIFEST.sha256 && " + script), StringComparison.Ordinal);
        File.WriteAllText(folder.PathOf("bundle/chain.tsv"), File.ReadAllText(folder.PathOf("bundle/chain.tsv")).Replace("Service 1", "Service 9", StringComparison.Ordinal));
        Assert.Contains("changed: ", Run(folder.PathOf("bundle"), script), StringComparison.Ordinal);
    }

    private static string Run(string folder, string script)
    {
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script);
        using Process process = Process.Start(start)!;
        return process.StandardOutput.ReadToEnd();
    }
}
