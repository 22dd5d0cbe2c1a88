using System.Diagnostics;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Archive.Tests.Importing;

public sealed class ImportTests
{
    private static readonly ArchiveVerificationOptions WithIndex = new() { Index = true };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_git_history_is_imported_with_its_dates_and_deletions_and_not_twice()
    {
        using var folder = new TemporaryArchive();
        string repository = folder.PathOf("history");
        Directory.CreateDirectory(repository);
        Git(repository, "2025-01-01T00:00:00Z", "init", "-q");
        Commit(repository, "Lumenleaf/Privacy Policy.md", SamplePolicies.Policy(1, 0), "2025-01-02T03:04:05Z");
        Commit(repository, "Lumenleaf/Privacy Policy.md", SamplePolicies.Policy(1, 1), "2025-02-02T03:04:05+02:00");
        Commit(repository, "Übermut \"& Söhne\"/Terms.html", "<h1>Terms</h1><p>Be kind to one another, always.</p>", "2025-03-02T00:00:00Z");
        Commit(repository, "README.md", "# Not a version\n", "2025-03-03T00:00:00Z");
        Commit(repository, "Lumenleaf/Privacy Policy.md", null, "2025-04-02T00:00:00Z");
        Commit(repository, "Lumenleaf/Privacy Policy.md", SamplePolicies.Policy(1, 0), "2025-05-02T00:00:00Z");

        using PolicyArchive archive = folder.Open();
        Assert.Equal(new ArchiveImportResult(2, 5, 5, 0), archive.Import(repository, cancellationToken: Token));
        IReadOnlyList<ArchivedVersion> versions = archive.GetVersions("Lumenleaf", "Privacy Policy");
        Assert.Equal(["2025-01-02T03:04:05Z", "2025-02-02T01:04:05Z", "2025-05-02T00:00:00Z"], versions.Select(version => version.SeenAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.StartsWith("git:", versions[0].Origin, StringComparison.Ordinal);
        Assert.Equal(PolicyMediaType.Html, Assert.Single(archive.GetVersions("Übermut \"& Söhne\"", "Terms")).MediaType);
        Assert.Contains(archive.GetTimeline("Lumenleaf", "Privacy Policy", cancellationToken: Token).Versions, version => version.Kind == TimelineVersionKind.Absent);
        Assert.Equal(0, archive.Import(repository, cancellationToken: Token).Added);

        Commit(repository, "Lumenleaf/Privacy Policy.md", SamplePolicies.Policy(1, 7), "2025-06-02T00:00:00Z");
        Assert.Equal(1, archive.Import(repository, cancellationToken: Token).Added);
        Assert.Empty(archive.Verify(WithIndex, Token).Findings);
    }

    [Fact]
    public void A_folder_written_by_the_archive_is_imported_to_the_same_versions()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 3, versions: 4);
        archive.ExportFolder(folder.PathOf("files"), Token);
        using PolicyArchive again = PolicyArchive.Open(folder.PathOf("again.archive"));
        ArchiveImportResult result = again.Import(folder.PathOf("files"), new ArchiveImportOptions { VersionsPerCommit = 2 }, Token);
        Assert.Equal(12, result.Added);
        foreach (ArchivedDocument document in archive.GetDocuments())
        {
            Assert.Equal(
                archive.GetVersions(document.Platform, document.Name).Select(version => (version.SeenAt, version.SourceSha256)),
                again.GetVersions(document.Platform, document.Name).Select(version => (version.SeenAt, version.SourceSha256)));
        }
    }

    [Fact]
    public void A_stopped_import_goes_on_where_it_was()
    {
        using var folder = new TemporaryArchive();
        using (PolicyArchive source = PolicyArchive.Open(folder.PathOf("source.archive")))
        {
            SamplePolicies.Fill(source, services: 5, versions: 6);
            source.ExportFolder(folder.PathOf("files"), Token);
        }

        using PolicyArchive archive = folder.Open();
        using (var stop = new CancellationTokenSource())
        {
            var options = new ArchiveImportOptions
            {
                VersionsPerCommit = 4,
                Progress = new AtOnce(progress =>
            {
                if (progress.Done >= 8)
                    stop.Cancel();
            })
            };
            Assert.ThrowsAny<OperationCanceledException>(() => archive.Import(folder.PathOf("files"), options, stop.Token));
        }

        long before = archive.GetDocuments().Sum(document => document.VersionCount);
        Assert.InRange(before, 4, 29);
        Assert.Equal(30 - before, archive.Import(folder.PathOf("files"), cancellationToken: Token).Added);
        Assert.Empty(archive.Verify(WithIndex, Token).Findings);
    }

    [Fact]
    public void What_is_no_history_is_refused_with_a_typed_error()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        Assert.Equal(ArchiveProblem.ImportFailed, Assert.Throws<PolicyArchiveException>(() => archive.Import(folder.PathOf("missing"), cancellationToken: Token)).Problem);
        Directory.CreateDirectory(folder.PathOf("broken/.git"));
        Assert.Equal(ArchiveProblem.ImportFailed, Assert.Throws<PolicyArchiveException>(() => archive.Import(folder.PathOf("broken"), cancellationToken: Token)).Problem);
    }

    [Fact]
    public void Documents_of_a_recorded_history_come_back_as_git_has_them()
    {
        string bundle = Repository.SharedPathOf("data", "archive", "history.bundle");
        using var folder = new TemporaryArchive();
        string repository = folder.PathOf("history");
        Git(folder.PathOf("."), "2025-01-01T00:00:00Z", "clone", "-q", "--bare", bundle, repository);
        // A part of the history keeps the test short; the benchmark imports all of it.
        string[] paths = Output(repository, "ls-tree", "-r", "--name-only", "-z", "HEAD").Split('\0', StringSplitOptions.RemoveEmptyEntries);
        using PolicyArchive archive = folder.Open(new PolicyArchiveOptions { Analyze = false });
        archive.Import(repository, cancellationToken: Token);
        Assert.True(archive.Verify(cancellationToken: Token).IsIntact);
        foreach (string path in paths.Where((_, place) => place % 10 == 0))
        {
            string[] parts = path.Split('/', 2);
            ArchivedVersion last = archive.GetVersions(parts[0], Path.ChangeExtension(parts[1], null))[^1];
            Assert.Equal(Output(repository, "show", "HEAD:" + path), System.Text.Encoding.UTF8.GetString(archive.ReadSource(last.Sequence)));
        }
    }

    private static void Commit(string repository, string path, string? content, string date)
    {
        string file = Path.Combine(repository, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (content is null)
            File.Delete(file);
        else
            File.WriteAllText(file, content);
        Git(repository, date, "add", "-A");
        Git(repository, date, "-c", "user.name=Recorder", "-c", "user.email=recorder@example.org", "commit", "-q", "-m", "Record new changes of " + path);
    }

    private static void Git(string folder, string date, params string[] arguments)
    {
        using Process git = Start(folder, arguments, start =>
        {
            start.Environment["GIT_COMMITTER_DATE"] = date;
            start.Environment["GIT_AUTHOR_DATE"] = date;
        });
        string complaints = git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, complaints);
    }

    private static string Output(string folder, params string[] arguments)
    {
        using Process git = Start(folder, arguments, static _ => { });
        string output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return output;
    }

    private static Process Start(string folder, string[] arguments, Action<ProcessStartInfo> more)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        more(start);
        return Process.Start(start)!;
    }

    private sealed class AtOnce(Action<ArchiveProgress> report) : IProgress<ArchiveProgress>
    {
        public void Report(ArchiveProgress value) => report(value);
    }
}
