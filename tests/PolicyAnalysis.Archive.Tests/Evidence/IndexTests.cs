using Microsoft.Data.Sqlite;

namespace PolicyAnalysis.Archive.Tests.Evidence;

public sealed class IndexTests
{
    private static readonly ArchiveVerificationOptions WithIndex = new() { Index = true };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UPDATE life SET closed=opened WHERE closed IS NULL")]
    [InlineData("DELETE FROM life WHERE id IN (SELECT id FROM life LIMIT 3)")]
    [InlineData("UPDATE life SET types=(SELECT max(id) FROM type_set WHERE id<>types) WHERE id=1")]
    [InlineData("UPDATE standing SET labelled=labelled+1")]
    [InlineData("UPDATE quantity SET amount=amount+1")]
    [InlineData("DELETE FROM standing_figure")]
    [InlineData("UPDATE wording SET start=start+1 WHERE id=2")]
    [InlineData("UPDATE wording SET sketch=zeroblob(64) WHERE id=1")]
    [InlineData("DELETE FROM version WHERE sequence=1")]
    [InlineData("UPDATE version SET seen=seen+1 WHERE sequence=1")]
    [InlineData("UPDATE document SET name='Terms' WHERE id=1")]
    [InlineData("INSERT INTO document(platform, name) VALUES('Nobody', 'Terms')")]
    [InlineData("INSERT INTO wording_text(rowid, text) VALUES(123456, 'words of nothing')")]
    [InlineData("INSERT INTO wording_text(wording_text, rowid, text) VALUES('delete', 1, '{0}'); INSERT INTO wording_text(rowid, text) VALUES(1, 'as many words, not the same')")]
    public void An_index_that_was_changed_is_found_and_worked_out_again(string damage)
    {
        using var folder = new TemporaryArchive();
        string before;
        using (PolicyArchive archive = folder.Open())
        {
            SamplePolicies.Fill(archive, services: 3, versions: 4);
            Assert.Empty(archive.Verify(WithIndex, Token).Findings);
            before = Answers(archive);
        }

        Damage(folder.File, damage);
        using PolicyArchive again = folder.Open();
        ArchiveVerification damaged = again.Verify(WithIndex, Token);
        Assert.NotEmpty(damaged.Findings);
        Assert.Equal(3, again.RebuildIndex(Token));
        ArchiveVerification healed = again.Verify(WithIndex, Token);
        Assert.Empty(healed.Findings);
        Assert.Equal(damaged.ChainHash, healed.ChainHash);
        Assert.Equal(before, Answers(again));
    }

    [Fact]
    public void An_index_is_not_worked_out_from_evidence_that_was_changed()
    {
        using var folder = new TemporaryArchive();
        using (PolicyArchive archive = folder.Open())
            SamplePolicies.Fill(archive, services: 2, versions: 2);
        Damage(folder.File, "UPDATE entry SET line=replace(line, 'Service 0', 'Service 9') WHERE sequence=1");
        using PolicyArchive again = folder.Open();
        Assert.Equal(ArchiveProblem.Damaged, Assert.Throws<PolicyArchiveException>(() => again.RebuildIndex(Token)).Problem);
        Assert.Equal(2, again.GetVersions("Service 0", "Privacy Policy").Count);
    }

    [Fact]
    public void A_rebuild_that_is_stopped_leaves_the_index_as_it_was()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 2, versions: 3);
        string before = Answers(archive);
        using var stopped = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => archive.Write(
            writer =>
            {
                stopped.Cancel();
                return writer.RebuildIndex(stopped.Token);
            },
            Token));
        Assert.Equal(before, Answers(archive));
        Assert.Empty(archive.Verify(WithIndex, Token).Findings);
    }

    [Fact]
    public void Verifying_the_index_leaves_no_trace_in_later_answers()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 1, versions: 2);
        archive.Verify(WithIndex, Token);
        archive.Add(TemporaryArchive.Captured("Mossgate", "Terms", 9, "# Terms\n\nWe share nothing with anybody, whatever they pay us.\n"), Token);
        Assert.Single(archive.Search(new ArchiveQuery { Words = "whatever they pay" }).Provisions);
        Assert.Empty(archive.Verify(WithIndex, Token).Findings);
    }

    private static void Damage(string file, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql.Replace("{0}", FirstWording(connection), StringComparison.Ordinal);
        command.ExecuteNonQuery();
    }

    private static string FirstWording(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT start, length FROM wording WHERE id=1";
        using SqliteDataReader row = command.ExecuteReader();
        Assert.True(row.Read());
        using PolicyArchive archive = PolicyArchive.Open(connection.DataSource, new PolicyArchiveOptions { ReadOnly = true });
        return archive.ReadAnalysis(1)!.Document.Text.Substring(row.GetInt32(0), row.GetInt32(1)).Replace("'", "''", StringComparison.Ordinal);
    }

    private static string Answers(PolicyArchive archive)
    {
        var answers = new List<string>();
        foreach (ArchivedDocument document in archive.GetDocuments())
            answers.Add(archive.GetTimeline(document.Platform, document.Name, cancellationToken: Token).ToJson().Content);
        foreach (string type in (ReadOnlySpan<string>)["data-retention", "arbitration", "policy-change"])
            answers.Add(archive.ComparePlatforms(type, cancellationToken: Token).ToJson().Content);
        answers.AddRange(archive.SearchAllAsync(new ArchiveQuery { Words = "data", PageSize = 7 }, Token).ToBlockingEnumerable(Token).Select(found => $"{found.Platform} {found.Sequence} {found.Until} {found.Text}").Order(StringComparer.Ordinal));
        answers.AddRange(archive.FindNearest("We protect your data with encryption in transit and at rest. This is point 1.1 of service 0.", 0.3, 50, Token).Select(near => $"{near.Similarity} {near.PlatformCount} {near.Text} {string.Join(' ', near.Places)}"));
        return string.Join('\n', answers);
    }
}
