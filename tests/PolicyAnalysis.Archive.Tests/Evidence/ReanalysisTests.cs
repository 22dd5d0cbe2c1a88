using PolicyAnalysis.Classification;

namespace PolicyAnalysis.Archive.Tests.Evidence;

public sealed class ReanalysisTests
{
    private static readonly ArchiveVerificationOptions WithIndex = new() { Index = true };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Sources_stored_alone_are_analysed_later_as_if_they_had_been_at_once()
    {
        using var folder = new TemporaryArchive();
        using var other = new TemporaryArchive();
        using PolicyArchive atOnce = other.Open();
        SamplePolicies.Fill(atOnce, services: 3, versions: 5);
        using (PolicyArchive sources = folder.Open(new PolicyArchiveOptions { Analyze = false }))
            SamplePolicies.Fill(sources, services: 3, versions: 5);

        using PolicyArchive archive = folder.Open();
        Assert.Equal(new ArchiveReanalysisResult(15, 15, 0), archive.Reanalyze(new ArchiveReanalysisOptions { VersionsPerCommit = 4 }, Token));
        Assert.Empty(archive.Verify(WithIndex, Token).Findings);
        foreach (ArchivedDocument document in atOnce.GetDocuments())
        {
            string[] expected = [.. atOnce.GetTimeline(document.Platform, document.Name, cancellationToken: Token).Provisions.Select(Story)];
            Assert.Equal(expected, archive.GetTimeline(document.Platform, document.Name, cancellationToken: Token).Provisions.Select(Story));
        }

        Assert.Equal(atOnce.ComparePlatforms("data-retention", cancellationToken: Token).ToCsv().Content, archive.ComparePlatforms("data-retention", cancellationToken: Token).ToCsv().Content);
        Assert.Equal(new ArchiveReanalysisResult(0, 0, 0), archive.Reanalyze(cancellationToken: Token));
    }

    [Fact]
    public void What_another_model_labelled_is_labelled_anew_and_the_first_analysis_stays_in_the_chain()
    {
        using var folder = new TemporaryArchive();
        string first;
        using (PolicyArchive old = folder.Open(new PolicyArchiveOptions { Classifier = new OneLabel("model/1", "arbitration") }))
        {
            SamplePolicies.Fill(old, services: 2, versions: 3);
            old.AddAbsence("Service 1", "Privacy Policy", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
            first = old.Verify(cancellationToken: Token).ChainHash;
            Assert.Equal(0, old.Reanalyze(cancellationToken: Token).Versions);
        }

        using PolicyArchive archive = folder.Open(new PolicyArchiveOptions { Classifier = new OneLabel("model/2", "data-retention") });
        Assert.Equal(new ArchiveReanalysisResult(6, 6, 0), archive.Reanalyze(cancellationToken: Token));
        Assert.Empty(archive.Verify(WithIndex, Token).Findings);
        Assert.Empty(archive.ComparePlatforms("arbitration", cancellationToken: Token).Platforms);
        Assert.Equal("Service 0", Assert.Single(archive.ComparePlatforms("data-retention", cancellationToken: Token).Platforms).Platform);
        Assert.Equal("model/2", archive.ReadAnalysis(1)!.Versions.Model);
        Assert.Equal(19, archive.Verify(cancellationToken: Token).EntryCount);
        Assert.Equal(first, HashOf(archive, 13));
    }

    [Fact]
    public void A_run_that_was_stopped_goes_on_where_it_was()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open(new PolicyArchiveOptions { Analyze = false });
        SamplePolicies.Fill(archive, services: 4, versions: 4);
        using var stop = new CancellationTokenSource();
        var options = new ArchiveReanalysisOptions { VersionsPerCommit = 3, Parallelism = 2, Progress = new AtOnce(_ => stop.Cancel()) };
        Assert.ThrowsAny<OperationCanceledException>(() => archive.Reanalyze(options, stop.Token));
        long left = archive.GetDocuments().SelectMany(document => archive.GetVersions(document.Platform, document.Name)).Count(version => !version.IsAnalyzed);
        Assert.InRange(left, 1, 13);
        Assert.Equal(new ArchiveReanalysisResult(left, left, 0), archive.Reanalyze(cancellationToken: Token));
        Assert.Empty(archive.Verify(WithIndex, Token).Findings);
    }

    [Fact]
    public void Every_analysis_up_to_an_entry_is_made_again_on_request_and_only_once()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 1, versions: 3);
        var through = new ArchiveReanalysisOptions { ThroughEntry = archive.Verify(cancellationToken: Token).EntryCount };
        Assert.Equal(3, archive.Reanalyze(through, Token).Analyzed);
        Assert.Equal(0, archive.Reanalyze(through, Token).Versions);
        Assert.Empty(archive.Verify(WithIndex, Token).Findings);
    }

    [Fact]
    public void A_source_that_is_no_policy_is_counted_and_stays_without_an_analysis()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        archive.Add(TemporaryArchive.Captured("Lumenleaf", "Terms", 1, string.Empty) with { Content = "%PDF-1.7 not really"u8.ToArray(), MediaType = PolicyMediaType.Pdf }, Token);
        Assert.Equal(new ArchiveReanalysisResult(1, 0, 1), archive.Reanalyze(cancellationToken: Token));
        Assert.Empty(archive.Verify(WithIndex, Token).Findings);
    }

    [Fact]
    public void The_regions_a_document_states_come_back_with_its_analysis()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        ArchivedVersion version = archive.Add(TemporaryArchive.Captured("Lumenleaf", "Terms", 0, "# Terms of Service (UK)\n\nBe kind to one another here.\n"), Token);
        Assert.Equal("GB", Assert.Single(archive.ReadAnalysis(version.Sequence)!.Document.Jurisdictions).Code);
    }

    private static string Story(ProvisionLife life) => string.Join(" | ", life.Events.Select(happened => $"{happened.Kind} {happened.SeenAt:O} {happened.Text}")) + string.Join(' ', life.Types);

    private static string HashOf(PolicyArchive archive, long sequence) => archive.Reading(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT lower(hex(hash)) FROM entry WHERE sequence={sequence}";
        return (string)command.ExecuteScalar()!;
    });

    /// <summary>Gives the provisions of the first service one label.</summary>
    private sealed class OneLabel(string version, string type) : IProvisionClassifier
    {
        public string Version => version;

        public IReadOnlyList<ProvisionLabel> Classify(ProvisionInput input) =>
            input.Text.Contains("of service 0", StringComparison.Ordinal) ? [new ProvisionLabel { Type = type, Score = 0.9 }] : [];
    }

    private sealed class AtOnce(Action<ArchiveProgress> report) : IProgress<ArchiveProgress>
    {
        public void Report(ArchiveProgress value) => report(value);
    }
}
