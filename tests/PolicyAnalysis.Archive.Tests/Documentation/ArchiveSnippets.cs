namespace PolicyAnalysis.Archive.Tests.Documentation;

/// <summary>The example of docs/archive.md; it reads and writes files of the current folder.</summary>
[CollectionDefinition(DisableParallelization = true)]
[Collection(typeof(ArchiveSnippets))]
public sealed class ArchiveSnippets
{
    [Fact]
    public void The_archive_is_used_as_shown()
    {
        using var folder = new TemporaryArchive();
        string back = Environment.CurrentDirectory;
        try
        {
            using (PolicyArchive filled = folder.Open())
            {
                filled.Add([TemporaryArchive.Captured("Lumenleaf", "Privacy Policy", 0, SamplePolicies.Policy(1, 0)), TemporaryArchive.Captured("Lumenleaf", "Privacy Policy", 30, SamplePolicies.Policy(1, 1))], cancellationToken: TestContext.Current.CancellationToken);
                filled.ExportFolder(folder.PathOf("contrib-versions"), TestContext.Current.CancellationToken);
            }

            Directory.CreateDirectory(folder.PathOf("work"));
            Directory.Move(folder.PathOf("contrib-versions"), folder.PathOf("work/contrib-versions"));
            Environment.CurrentDirectory = folder.PathOf("work");
            IReadOnlyList<string> lines = Run();
            Assert.Contains(lines, line => line.StartsWith("True ", StringComparison.Ordinal));
            Assert.True(File.Exists("timeline.html"));
        }
        finally
        {
            Environment.CurrentDirectory = back;
        }
    }

    private static List<string> Run()
    {
        var lines = new List<string>();
        var Console = new { WriteLine = (Action<string>)lines.Add };

#pragma warning disable xUnit1051 // The example shows the shortest call.
        #region archive
        using var archive = PolicyArchive.Open("policies.archive");
        archive.Import("contrib-versions");                       // a git repository of recorded versions, or a folder of dated files

        DocumentTimeline timeline = archive.GetTimeline("Lumenleaf", "Privacy Policy");
        timeline.ToHtml().Save("timeline.html");

        PlatformComparison retention = archive.ComparePlatforms("data-retention");
        Console.WriteLine($"{retention.Platforms.Count} of {retention.PlatformCount} platforms");

        ArchiveVerification verification = archive.Verify();
        Console.WriteLine($"{verification.IsIntact} {verification.ChainHash}");
        #endregion
#pragma warning restore xUnit1051
        return lines;
    }
}
