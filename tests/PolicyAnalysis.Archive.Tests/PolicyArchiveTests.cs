using System.Text;
using static PolicyAnalysis.Archive.Tests.TemporaryArchive;

namespace PolicyAnalysis.Archive.Tests;

public sealed class PolicyArchiveTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_version_is_given_back_byte_for_byte_after_the_archive_was_closed_and_opened()
    {
        using var folder = new TemporaryArchive();
        string policy = SamplePolicies.Policy(1, 0);
        long sequence;
        using (PolicyArchive archive = folder.Open())
            sequence = archive.Add(Captured("Lumenleaf", "Privacy Policy", 3, policy), Token).Sequence;

        using PolicyArchive again = folder.Open(new PolicyArchiveOptions { ReadOnly = true });
        ArchivedVersion version = again.GetVersion(sequence);
        Assert.Equal("Lumenleaf", version.Platform);
        Assert.Equal(new DateTimeOffset(2025, 1, 4, 12, 0, 0, TimeSpan.Zero), version.SeenAt);
        Assert.Equal(new DateOnly(2020, 1, 1), version.EffectiveDate);
        Assert.Equal(policy, Encoding.UTF8.GetString(again.ReadSource(sequence)));
        Assert.True(again.Verify(new ArchiveVerificationOptions { Index = true }, Token).IsIntact);
    }

    [Fact]
    public void Every_version_of_a_long_history_is_given_back_whatever_the_length_of_the_chains()
    {
        foreach (int longest in (ReadOnlySpan<int>)[0, 1, 24])
        {
            using var folder = new TemporaryArchive();
            using PolicyArchive archive = folder.Open(new PolicyArchiveOptions { LongestChain = longest });
            for (int version = 0; version < 60; version++)
                archive.Add(Captured("Lumenleaf", "Terms", version, SamplePolicies.Policy(2, version)), Token);
            IReadOnlyList<ArchivedVersion> versions = archive.GetVersions("Lumenleaf", "Terms");
            Assert.Equal(60, versions.Count);
            for (int version = 0; version < 60; version++)
                Assert.Equal(SamplePolicies.Policy(2, version), Encoding.UTF8.GetString(archive.ReadSource(versions[version].Sequence)));
            Assert.Empty(archive.Verify(new ArchiveVerificationOptions { Index = true }, Token).Findings);
        }
    }

    [Fact]
    public void A_stored_analysis_is_the_analysis_that_was_made()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        ArchivedVersion version = archive.Add(Captured("Lumenleaf", "Privacy Policy", 0, SamplePolicies.Policy(4, 7)), Token);
        AnalyzedPolicy stored = archive.ReadAnalysis(version.Sequence)!;
        PolicyDocument document = PolicyDocument.Parse(archive.ReadSource(version.Sequence), new PolicyReadOptions { MediaType = PolicyMediaType.Markdown, Name = "Privacy Policy" }, Token);
        Assert.Equal(document.Text, stored.Document.Text);
        Assert.Equal(document.Source, stored.Document.Source);
        Assert.All(stored.Provisions, provision => Assert.Equal(provision.Provision.Text, provision.Provision.Range.Of(document.Text)));
        Assert.Contains(stored.Provisions, provision => provision.Labels.Count > 0);
    }

    [Fact]
    public void A_text_that_comes_back_has_the_analysis_it_had_and_a_reading_of_its_own_as_another_kind_of_file()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        string first = SamplePolicies.Policy(4, 7), second = SamplePolicies.Policy(4, 8);
        CapturedVersion[] captured = [Captured("Lumenleaf", "Terms", 0, first), Captured("Lumenleaf", "Terms", 1, second), Captured("Lumenleaf", "Terms", 2, first), Captured("Lumenleaf", "Terms", 3, first) with { MediaType = PolicyMediaType.PlainText }];

        AnalyzedPolicy[] stored = [.. archive.Add(captured, Token).Select(version => archive.ReadAnalysis(version.Sequence)!)];

        Assert.Equal(stored[0].Provisions.Select(static analyzed => analyzed.Provision.Id), stored[2].Provisions.Select(static analyzed => analyzed.Provision.Id));
        Assert.NotEqual(stored[0].Document.Text, stored[1].Document.Text);
        Assert.NotEqual(stored[0].Document.Text, stored[3].Document.Text);
        Assert.Empty(archive.Verify(new ArchiveVerificationOptions { Index = true }, Token).Findings);
    }

    [Fact]
    public void The_same_bytes_seen_at_the_same_time_are_archived_once()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        CapturedVersion captured = Captured("Lumenleaf", "Terms", 1, SamplePolicies.Policy(1, 1));
        Assert.Equal(archive.Add(captured, Token).Sequence, archive.Add(captured, Token).Sequence);
        Assert.Single(archive.GetVersions("Lumenleaf", "Terms"));
    }

    [Fact]
    public void Versions_are_listed_in_the_order_they_were_seen_whatever_order_they_came_in()
    {
        using var forwards = new TemporaryArchive();
        using var backwards = new TemporaryArchive();
        using PolicyArchive first = forwards.Open();
        using PolicyArchive second = backwards.Open();
        for (int version = 0; version < 8; version++)
        {
            first.Add(Captured("Lumenleaf", "Terms", version, SamplePolicies.Policy(1, version)), Token);
            second.Add(Captured("Lumenleaf", "Terms", 7 - version, SamplePolicies.Policy(1, 7 - version)), Token);
        }

        Assert.Equal(first.GetVersions("Lumenleaf", "Terms").Select(version => version.SourceSha256), second.GetVersions("Lumenleaf", "Terms").Select(version => version.SourceSha256));
        Assert.Empty(second.Verify(new ArchiveVerificationOptions { Index = true }, Token).Findings);
    }

    [Fact]
    public void A_source_that_is_no_policy_is_kept_without_an_analysis()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        byte[] content = [.. "%PDF-1.7 not really"u8];
        ArchivedVersion version = archive.Add(Captured("Lumenleaf", "Terms", 1, string.Empty) with { Content = content, MediaType = PolicyMediaType.Pdf }, Token);
        Assert.False(version.IsAnalyzed);
        Assert.Null(archive.ReadAnalysis(version.Sequence));
        Assert.Equal(content, archive.ReadSource(version.Sequence));
        Assert.True(archive.Verify(new ArchiveVerificationOptions { Index = true }, Token).IsIntact);
    }

    [Fact]
    public void Two_versions_compare_as_their_documents_do()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 1, versions: 4);
        IReadOnlyList<ArchivedVersion> versions = archive.GetVersions("Service 0", "Privacy Policy");
        PolicyComparison comparison = archive.Compare(versions[0].Sequence, versions[3].Sequence, Token);
        Assert.NotEmpty(comparison.Changes);
        Assert.Equal(archive.ReadAnalysis(versions[3].Sequence)!.Document.Text, comparison.After.Document.Text);
    }

    [Fact]
    public void A_file_of_something_else_is_refused()
    {
        using var folder = new TemporaryArchive();
        File.WriteAllText(folder.File, "This is a letter, not a database. " + new string('x', 4096));
        Assert.Equal(ArchiveProblem.NotAnArchive, Assert.Throws<PolicyArchiveException>(() => folder.Open()).Problem);
    }

    [Fact]
    public void A_missing_archive_is_not_made_by_reading()
    {
        using var folder = new TemporaryArchive();
        Assert.Equal(ArchiveProblem.NotFound, Assert.Throws<PolicyArchiveException>(() => folder.Open(new PolicyArchiveOptions { ReadOnly = true })).Problem);
        Assert.False(File.Exists(folder.File));
    }

    [Fact]
    public void What_is_not_there_is_named_in_a_typed_error()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        Assert.Equal(ArchiveProblem.NotFound, Assert.Throws<PolicyArchiveException>(() => archive.GetVersion(5)).Problem);
        Assert.Equal(ArchiveProblem.NotFound, Assert.Throws<PolicyArchiveException>(() => archive.GetVersions("Nobody", "Terms")).Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\nb")]
    [InlineData("\ud800")]
    public void A_name_that_could_not_be_printed_is_refused(string platform)
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        Assert.Equal(ArchiveProblem.Refused, Assert.Throws<PolicyArchiveException>(() => archive.Add(Captured(platform, "Terms", 1, "# Terms\n"), Token)).Problem);
    }

    [Fact]
    public void A_read_only_archive_refuses_to_write()
    {
        using var folder = new TemporaryArchive();
        folder.Open().Dispose();
        using PolicyArchive archive = folder.Open(new PolicyArchiveOptions { ReadOnly = true });
        Assert.Equal(ArchiveProblem.ReadOnly, Assert.Throws<PolicyArchiveException>(() => archive.AddAbsence("Lumenleaf", "Terms", DateTimeOffset.UnixEpoch)).Problem);
    }

    [Fact]
    public void A_second_writer_waits_and_then_gets_a_typed_error_while_readers_go_on()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive first = folder.Open();
        SamplePolicies.Fill(first, services: 1, versions: 2);
        using PolicyArchive second = folder.Open(new PolicyArchiveOptions { WaitForWriter = TimeSpan.FromSeconds(1) });
        using PolicyArchive reader = folder.Open(new PolicyArchiveOptions { ReadOnly = true });
        first.Write(
            _ =>
            {
                PolicyArchiveException problem = Assert.Throws<PolicyArchiveException>(() => second.AddAbsence("Service 0", "Privacy Policy", DateTimeOffset.UnixEpoch));
                Assert.Equal(ArchiveProblem.Busy, problem.Problem);
                Assert.Equal(2, reader.GetVersions("Service 0", "Privacy Policy").Count);
                return 0;
            },
            Token);
        second.AddAbsence("Service 0", "Privacy Policy", DateTimeOffset.UnixEpoch);
        Assert.True(reader.Verify(new ArchiveVerificationOptions { Index = true }, Token).IsIntact);
    }

    [Fact]
    public void What_was_stopped_before_the_commit_leaves_nothing_behind()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 1, versions: 3);
        ArchiveVerification before = archive.Verify(cancellationToken: Token);
        Assert.Throws<InvalidOperationException>(() => archive.Write<int>(
            writer =>
            {
                writer.Write(archive.Preparer("Service 0", "Privacy Policy").Prepare(Captured("Service 0", "Privacy Policy", 900, SamplePolicies.Policy(0, 8)), Token));
                throw new InvalidOperationException("stopped");
            },
            Token));
        Assert.Equal(before.ChainHash, archive.Verify(cancellationToken: Token).ChainHash);
        SamplePolicies.Fill(archive, services: 1, versions: 5);
        Assert.Empty(archive.Verify(new ArchiveVerificationOptions { Index = true }, Token).Findings);
    }
}
