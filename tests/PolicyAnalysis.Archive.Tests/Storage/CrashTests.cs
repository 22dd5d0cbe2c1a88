using PolicyAnalysis.Archive.Storage;
using static PolicyAnalysis.Archive.Tests.TemporaryArchive;

namespace PolicyAnalysis.Archive.Tests.Storage;

public sealed class CrashTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>
    /// A process that is killed leaves the log as long as it had come. Cutting a copy of the log at any byte, with or without
    /// rubbish after the cut, is that kill at that write; <see cref="KillTests"/> kills real processes.
    /// </summary>
    [Fact]
    public void Wherever_writing_stopped_all_that_was_acknowledged_is_there_and_nothing_half()
    {
        using var folder = new TemporaryArchive();
        var acknowledged = new List<(long LogLength, int Versions)>();
        using (PolicyArchive archive = folder.Open())
        {
            archive.Database.Writer.Run("PRAGMA wal_autocheckpoint=0");
            for (int version = 0; version < 8; version++)
            {
                archive.Add([Captured("S", "D", version, SamplePolicies.Policy(1, version)), Captured("S", "E", version, SamplePolicies.Policy(2, version))], Token);
                acknowledged.Add((new FileInfo(folder.File + "-wal").Length, 2 * (version + 1)));
            }

            byte[] file = File.ReadAllBytes(folder.File);
            byte[] log = File.ReadAllBytes(folder.File + "-wal");
            var random = new Random(11);
            string crashed = folder.PathOf("crashed.archive");
            for (int trial = 0; trial < 80; trial++)
            {
                int cut = random.Next(log.Length + 1);
                File.Delete(crashed + "-shm");
                File.WriteAllBytes(crashed, file);
                byte[] rubbish = new byte[trial % 2 == 0 ? 0 : random.Next(5000)];
                random.NextBytes(rubbish);
                File.WriteAllBytes(crashed + "-wal", [.. log[..cut], .. rubbish]);
                // Before the first commit the file is still empty, which is an archive not made yet.
                using PolicyArchive again = PolicyArchive.Open(crashed);
                int promised = acknowledged.LastOrDefault(commit => commit.LogLength <= cut).Versions;
                int kept = again.GetDocuments().Sum(document => document.VersionCount);
                Assert.True(kept >= promised && kept % 2 == 0, $"cut at {cut}: {promised} versions were acknowledged, {kept} are kept");
                if (trial % 10 == 0)
                {
                    Assert.Empty(again.Verify(new ArchiveVerificationOptions { Index = true }, Token).Findings);
                    again.Add(Captured("S", "D", 900, SamplePolicies.Policy(1, 9)), Token);
                    Assert.True(again.Verify(cancellationToken: Token).IsIntact);
                }
            }
        }
    }

    [Fact]
    public void A_full_disk_is_a_typed_error_that_loses_nothing_and_goes_on_when_there_is_room()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        archive.Add(Captured("S", "D", 0, SamplePolicies.Policy(1, 0)), Token);
        long pages = archive.Database.Writer.ReadInteger("PRAGMA page_count");
        archive.Database.Writer.Run($"PRAGMA max_page_count={pages + 4}");
        int kept = 1;
        PolicyArchiveException? problem = null;
        for (int version = 1; version < 200 && problem is null; version++)
        {
            try
            {
                archive.Add(Captured("S", "D", version, SamplePolicies.Policy(version, version)), Token);
                kept++;
            }
            catch (PolicyArchiveException full)
            {
                problem = full;
            }
        }

        Assert.Equal(ArchiveProblem.StorageFailed, problem?.Problem);
        Assert.Equal(kept, archive.GetVersions("S", "D").Count);
        Assert.Empty(archive.Verify(new ArchiveVerificationOptions { Index = true }, Token).Findings);
        archive.Database.Writer.Run("PRAGMA max_page_count=1000000");
        archive.Add(Captured("S", "D", 900, SamplePolicies.Policy(900, 0)), Token);
        Assert.Empty(archive.Verify(new ArchiveVerificationOptions { Index = true }, Token).Findings);
    }
}
