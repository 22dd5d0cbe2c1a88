using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PolicyAnalysis.Archive.Tests.Storage;

/// <summary>
/// Real processes, really killed. <c>POLICY_ARCHIVE_KILLS</c> sets how many: the suite's few dozen find what is broken, hundreds
/// are for a change of how the archive writes.
/// </summary>
public sealed class KillTests
{
    private const int KillsOfOneArchive = 10;

    private static readonly ArchiveVerificationOptions WithIndex = new() { Index = true };

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("POLICY_ARCHIVE_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out int kills) ? kills : 30;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_killed_process_leaves_all_that_it_acknowledged_and_nothing_half()
    {
        var random = new Random(20260301);
        int midway = 0;
        for (int kill = 0; kill < Kills;)
        {
            using var folder = new TemporaryArchive();
            int kept = 0;
            for (int round = 0; round < KillsOfOneArchive && kill < Kills; round++, kill++)
            {
                int promised = KilledAfter(folder.File, kept, acknowledgements: random.Next(5), microseconds: random.Next(40_000));
                int before = kept;
                kept = Pairs(folder, verify: round % 3 == 0);
                Assert.True(kept >= promised && kept >= before, $"kill {kill}: {promised} pairs were acknowledged, {kept} are kept");
                Assert.True(kept <= promised + 1, $"kill {kill}: {promised} pairs were acknowledged, {kept} are kept, which nobody wrote");
                midway += kept > promised ? 1 : 0;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Kills} kills, {midway} between the commit and its acknowledgement");
    }

    [Fact]
    public void A_storage_that_is_full_is_a_typed_error_and_what_was_acknowledged_is_kept()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the limit is set by a shell of Linux");
        using var folder = new TemporaryArchive();
        int promised = 0;
        // The file first, then the log: each limit is met by another of the two.
        foreach (int kilobytes in (ReadOnlySpan<int>)[300, 600, 1000])
        {
            using Process process = WritingChild.Start(folder.File, kilobytes * 1024L);
            string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            process.WaitForExit();
            Assert.True(lines.Length > 0 && lines[^1] == nameof(ArchiveProblem.StorageFailed), $"the process said '{string.Join(' ', lines.TakeLast(3))}' and {process.StandardError.ReadToEnd()}");
            Assert.Equal(3, process.ExitCode);
            promised = Promised(lines, promised);
            int kept = Pairs(folder, verify: true);
            Assert.InRange(kept, promised, promised + 1);
            promised = kept;
        }

        Assert.True(promised > 3, "the limits left no room to write anything");
        using PolicyArchive archive = folder.Open();
        archive.Add(WritingChild.Pair(promised), Token);
        Assert.Empty(archive.Verify(WithIndex, Token).Findings);
    }

    [Fact]
    public void Two_processes_read_and_a_third_waits_to_write_while_one_writes()
    {
        using var folder = new TemporaryArchive();
        using Process process = WritingChild.Start(folder.File);
        try
        {
            Assert.Equal("open", process.StandardOutput.ReadLine());
            using PolicyArchive first = folder.Open(new PolicyArchiveOptions { ReadOnly = true });
            using PolicyArchive second = folder.Open(new PolicyArchiveOptions { ReadOnly = true });
            using PolicyArchive writer = folder.Open();
            int seen = 0;
            for (int turn = 0; turn < 6; turn++)
            {
                int acknowledged = int.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture) + 1;
                foreach (PolicyArchive reader in (ReadOnlySpan<PolicyArchive>)[first, second])
                {
                    int now = reader.GetDocuments().Where(static document => document.Platform == "S").Sum(static document => document.VersionCount);
                    Assert.True(now % 2 == 0 && now >= 2 * acknowledged && now >= seen, $"{acknowledged} pairs were acknowledged, a reader sees {now} versions after {seen}");
                    seen = now;
                }

                writer.Add(TemporaryArchive.Captured("T", "D", turn, SamplePolicies.Policy(3, turn)), Token);
                Assert.Equal(turn + 1, first.GetVersions("T", "D").Count);
            }
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }

        using PolicyArchive after = folder.Open();
        Assert.Empty(after.Verify(WithIndex, Token).Findings);
    }

    /// <summary>Lets a process write until some acknowledgements came and some time went by, and kills it.</summary>
    /// <returns>How many pairs are promised to be there.</returns>
    private static int KilledAfter(string archive, int before, int acknowledgements, int microseconds)
    {
        using Process process = WritingChild.Start(archive);
        var lines = new List<string>();
        // The first line says that the archive is open.
        for (int line = 0; line < acknowledgements + 1 && process.StandardOutput.ReadLine() is { } said; line++)
            lines.Add(said);
        Thread.Sleep(TimeSpan.FromMicroseconds(microseconds));
        process.Kill();
        lines.AddRange(process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        process.WaitForExit();
        return Promised(lines, before);
    }

    private static int Promised(IEnumerable<string> lines, int before) =>
        lines.Select(static line => int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number + 1 : 0).Append(before).Max();

    /// <summary>How many pairs the archive holds, each whole and byte for byte what was written.</summary>
    private static int Pairs(TemporaryArchive folder, bool verify)
    {
        using PolicyArchive archive = folder.Open();
        IReadOnlyList<ArchivedDocument> documents = archive.GetDocuments();
        int kept = documents.Sum(static document => document.VersionCount);
        Assert.True(kept % 2 == 0, $"{kept} versions are half of something");
        IReadOnlyList<ArchivedVersion>[] versions = [.. documents.Select(document => archive.GetVersions(document.Platform, document.Name))];
        for (int number = 0; number < kept / 2; number++)
        {
            CapturedVersion[] pair = WritingChild.Pair(number);
            for (int document = 0; document < 2; document++)
            {
                Assert.True(versions[document][number].IsAnalyzed);
                Assert.Equal(Encoding.UTF8.GetString(pair[document].Content.Span), Encoding.UTF8.GetString(archive.ReadSource(versions[document][number].Sequence)));
            }
        }

        Assert.Empty(archive.Verify(verify ? WithIndex : new ArchiveVerificationOptions(), Token).Findings);
        return kept / 2;
    }
}
