using System.Collections.Concurrent;
using System.Text;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Exporting;
using static PolicyAnalysis.Archive.Tests.TemporaryArchive;

namespace PolicyAnalysis.Archive.Tests.Evidence;

public sealed class TamperTests
{
    private const string Small =
        """
        # Privacy Policy

        We retain your account data for 30 days after you close your account.

        We share order details with the carriers that deliver them.

        """;

    private static readonly ArchiveVerificationOptions WithIndex = new() { Index = true };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_byte_of_a_bundle_is_covered()
    {
        using var folder = new TemporaryArchive();
        using (PolicyArchive archive = folder.Open())
        {
            archive.Add(Captured("Lumenleaf", "Terms", 0, "# Terms\n\nBe kind.\n"), Token);
            archive.Add(Captured("Lumenleaf", "Terms", 9, "# Terms\n\nBe very kind.\n"), Token);
            archive.ExportBundle(folder.PathOf("bundle.zip"), Token);
        }

        byte[] bundle = File.ReadAllBytes(folder.PathOf("bundle.zip"));
        Assert.Empty(PolicyArchive.VerifyBundle(folder.PathOf("bundle.zip"), cancellationToken: Token).Findings);
        Parallel.For(0, bundle.Length, place =>
        {
            byte[] changed = [.. bundle];
            changed[place] ^= (byte)(1 << (place % 8));
            ArchiveVerification verification = new BundleVerifier(new MemoryStream(changed), new ArchiveVerificationOptions()).Verify(CancellationToken.None);
            Assert.False(verification.IsIntact, $"byte {place} of the bundle was changed and nobody saw it");
            Assert.All(verification.Findings, finding => Assert.True(finding.Where.Length > 0 && finding.What.Length > 0));
        });
    }

    /// <summary><c>POLICY_ARCHIVE_FLIPS=all</c> tries every byte, which takes some minutes; otherwise every seventeenth is tried.</summary>
    [Fact]
    public void A_changed_byte_of_the_file_is_found_unless_it_belongs_to_nothing()
    {
        using var folder = new TemporaryArchive();
        using (PolicyArchive archive = folder.Open(new PolicyArchiveOptions { PageSize = 512 }))
        {
            archive.Add(Captured("Lumenleaf", "Privacy Policy", 0, Small), Token);
            archive.Add(Captured("Lumenleaf", "Privacy Policy", 9, Small.Replace("30 days", "60 days", StringComparison.Ordinal)), Token);
            archive.AddAbsence("Lumenleaf", "Terms", DateTimeOffset.UnixEpoch);
        }

        byte[] file = File.ReadAllBytes(folder.File);
        // How the index of words is laid out inside is known to SQLite alone: there, what counts is that every answer is the same.
        bool[] used = UnusedBytes.Find(file, Roots(folder.File));
        string kept = Everything(folder.File);
        bool all = Environment.GetEnvironmentVariable("POLICY_ARCHIVE_FLIPS") == "all";
        int[] places = [.. Enumerable.Range(0, file.Length).Where(place => all || place % 17 == 0)];
        var unseen = new ConcurrentBag<string>();
        int unused = 0;
        Parallel.ForEach(places, place =>
        {
            byte[] changed = [.. file];
            changed[place] ^= (byte)(1 << (place % 8));
            string tampered = folder.PathOf($"tampered-{place}.archive");
            File.WriteAllBytes(tampered, changed);
            IReadOnlyList<ArchiveFinding>? findings = Findings(tampered);
            Assert.All(findings ?? [], static finding => Assert.True(finding.Where.Length > 0 && finding.What.Length > 0));
            if (findings is { Count: 0 })
            {
                if (used[place])
                    unseen.Add($"{place} (page {place / 512}, byte {place % 512})");
                else if (kept != Everything(tampered))
                    unseen.Add($"{place}, which belongs to nothing and yet changed what is kept");
                else
                    Interlocked.Increment(ref unused);
            }

            File.Delete(tampered);
        });

        Assert.True(unseen.IsEmpty, $"of {places.Length} bytes nobody saw the change of {unseen.Count}: {string.Join(", ", unseen.Order(StringComparer.Ordinal).Take(60))}");
        Assert.True(places.Length - unused > places.Length / 4, $"{unused} of {places.Length} bytes are said to belong to nothing: too many to be true");
        TestContext.Current.TestOutputHelper?.WriteLine($"{places.Length} of {file.Length} bytes changed: {places.Length - unused} found, {unused} unseen and nothing that is kept changed with them");
    }

    [Theory]
    [InlineData("UPDATE entry SET line=replace(line, 'Service 0', 'Service 9') WHERE sequence=3", "entry 3")]
    [InlineData("DELETE FROM entry WHERE sequence=2", "entry 3")]
    [InlineData("UPDATE entry SET hash=zeroblob(32) WHERE sequence=4", "entry 4")]
    [InlineData("UPDATE version SET seen=seen+86400 WHERE sequence=1", "version 1")]
    [InlineData("DELETE FROM version WHERE sequence=3", "version 3")]
    [InlineData("UPDATE document SET name='Terms'", "version 1")]
    [InlineData("DELETE FROM blob WHERE id=(SELECT max(id) FROM blob)", "content")]
    [InlineData("UPDATE blob SET length=length-1 WHERE id=1", "content 1")]
    [InlineData("UPDATE blob SET data=(SELECT data FROM blob WHERE id=2) WHERE id=1", "content 1")]
    [InlineData("UPDATE life SET opened=opened+2 WHERE id=2", "index")]
    [InlineData("UPDATE life SET types=(SELECT max(id) FROM type_set WHERE id<>types) WHERE id=2", "index")]
    [InlineData("UPDATE type_set SET names=names||'x' WHERE id=1", "index")]
    [InlineData("UPDATE standing SET main=main+1", "index")]
    [InlineData("UPDATE standing_figure SET amount=amount+1", "index")]
    [InlineData("INSERT INTO wording_text(rowid, text) VALUES(1, 'astonishing')", "index")]
    [InlineData("UPDATE wording SET sketch=zeroblob(32) WHERE sketch IS NOT NULL", "index")]
    [InlineData("UPDATE wording SET start=start+1 WHERE id=2", "index")]
    [InlineData("UPDATE quantity SET amount=amount+1", "index")]
    [InlineData("DELETE FROM standing", "index")]
    public void A_change_by_hand_is_named_with_its_place(string sql, string where)
    {
        using var folder = new TemporaryArchive();
        using (PolicyArchive archive = folder.Open())
            SamplePolicies.Fill(archive, services: 1, versions: 3);
        using (var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False"))
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the test's own.
            command.CommandText = sql;
#pragma warning restore CA2100
            Assert.True(command.ExecuteNonQuery() > 0);
        }

        using PolicyArchive again = folder.Open(new PolicyArchiveOptions { ReadOnly = true });
        Assert.Contains(again.Verify(WithIndex, Token).Findings, finding => finding.Where == where);
    }

    [Fact]
    public void Cutting_off_the_end_changes_the_hash_that_was_written_down()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 1, versions: 2);
        string noted = archive.Verify(cancellationToken: Token).ChainHash;
        SamplePolicies.Fill(archive, services: 1, versions: 3);
        Assert.NotEqual(noted, archive.Verify(cancellationToken: Token).ChainHash);
    }

    [Fact]
    public void A_version_is_proven_without_the_rest_and_a_changed_proof_is_not()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 3, versions: 3);
        string root = archive.Verify(cancellationToken: Token).MerkleRoot;
        foreach (ArchivedVersion version in archive.GetDocuments().SelectMany(document => archive.GetVersions(document.Platform, document.Name)))
        {
            byte[] source = archive.ReadSource(version.Sequence);
            string json = archive.Prove(version.Sequence).ToJson();
            Assert.True(ArchiveProof.Parse(json).Verify(root, source));
            Assert.False(ArchiveProof.Parse(json).Verify(root, Encoding.UTF8.GetBytes("something else")));
            Assert.False(ArchiveProof.Parse(json).Verify(new string('0', 64), source));
            Assert.False((ArchiveProof.Parse(json) with { Sequence = version.Sequence + 1 }).Verify(root, source));
            Assert.False((ArchiveProof.Parse(json) with { Line = archive.Prove(1).Line.Replace("2025", "2024", StringComparison.Ordinal) }).Verify(root));
        }
    }

    /// <summary>What a verification finds; nothing where the archive does not even open.</summary>
    private static IReadOnlyList<ArchiveFinding>? Findings(string path)
    {
        try
        {
            using PolicyArchive archive = PolicyArchive.Open(path, new PolicyArchiveOptions { ReadOnly = true });
            return archive.Verify(WithIndex, Token).Findings;
        }
        catch (PolicyArchiveException)
        {
            return null;
        }
    }

    private static int[] Roots(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT rootpage FROM sqlite_schema WHERE rootpage>0 AND name NOT LIKE 'wording_text%'";
        using SqliteDataReader row = command.ExecuteReader();
        var roots = new List<int>();
        while (row.Read())
            roots.Add(row.GetInt32(0));
        return [.. roots];
    }

    /// <summary>All that a user can read of the archive, as one text.</summary>
    private static string Everything(string path)
    {
        var text = new StringBuilder();
        using PolicyArchive archive = PolicyArchive.Open(path, new PolicyArchiveOptions { ReadOnly = true });
        foreach (string word in Small.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            text.AppendJoin('|', archive.Search(new ArchiveQuery { Words = word }).Provisions.Select(static provision => provision.Text));
        foreach (ArchivedDocument document in archive.GetDocuments())
        {
            text.Append(document);
            foreach (ArchivedVersion version in archive.GetVersions(document.Platform, document.Name))
            {
                text.Append(version).Append(Convert.ToHexString(archive.ReadSource(version.Sequence)));
                text.Append(archive.ReadAnalysis(version.Sequence)?.Document.Text);
            }
        }

        return text.ToString();
    }
}
