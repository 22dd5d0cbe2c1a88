using System.Text;
using CsCheck;
using PolicyAnalysis.Archive.Exporting;
using static PolicyAnalysis.Archive.Tests.TemporaryArchive;

namespace PolicyAnalysis.Archive.Tests.Importing;

public sealed class ExportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.OneOf(new[] { "Lumenleaf", "lumenleaf", "/legal/privacy?region=eu", "a:b", "..", ".", "con", "NUL.md", "50% & more", " edge", "end.", "Übermut \"& Söhne\"", "隐私政策", new string('x', 200), new string('策', 200), "a~0123456789abcdef" }.Select(Gen.Const).ToArray()),
        Gen.Char["ab./\\:*?\"<>|% ~é策"].Array[1, 8].Select(letters => "n" + new string(letters)));

    private static readonly Gen<CapturedVersion> Version =
        from platform in Name
        from document in Name
        from day in Gen.Int[0, 3]
        from number in Gen.Int[0, 4]
        from type in Gen.Enum<PolicyMediaType>()
        from more in Gen.Int[0, 3]
        select Captured(platform, document, day, SamplePolicies.Policy(1, number)) with
        {
            MediaType = type,
            Address = (more & 1) == 0 ? null : new Uri("https://lumenleaf.example/é?x=1"),
            Origin = (more & 2) == 0 ? null : "git:0123",
            Charset = more == 3 ? "utf-8" : null,
        };

    [Theory]
    [InlineData("folder")]
    [InlineData("out.warc")]
    [InlineData("out.warc.gz")]
    public void What_is_exported_is_imported_again_to_an_equal_chain(string target) =>
        Gen.Select(Version.Array[1, 12], Name.Array[0, 2]).Sample(
            (versions, absences) =>
            {
                using var folder = new TemporaryArchive();
                using PolicyArchive archive = folder.Open(new PolicyArchiveOptions { Analyze = false });
                archive.Add(versions, Token);
                foreach (string name in absences)
                    archive.AddAbsence(versions[0].Platform, name, versions[0].SeenAt.AddDays(1), "git:4567");
                string path = folder.PathOf(target);
                Export(archive, path);

                using PolicyArchive again = PolicyArchive.Open(folder.PathOf("again.archive"), new PolicyArchiveOptions { Analyze = false });
                ArchiveImportResult result = again.Import(path, new ArchiveImportOptions { VersionsPerCommit = 5 }, Token);
                Assert.Empty(result.Skipped);
                Assert.Equal(Entries(archive), Entries(again));
                Assert.Equal(0, again.Import(path, cancellationToken: Token).Added);
                Assert.Empty(again.Verify(new ArchiveVerificationOptions { Index = true }, Token).Findings);
                string second = folder.PathOf("second-" + target);
                Export(again, second);
                if (File.Exists(path))
                    Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(second));
            },
            iter: 25,
            threads: 1);

    [Fact]
    public void Without_its_list_a_folder_gives_the_versions_that_names_of_files_can_tell()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 2, versions: 3);
        archive.Add(Captured("Service 0", "Privacy Policy", 60, "# Another copy of the same second\n"), Token);
        archive.AddAbsence("Service 1", "Privacy Policy", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        archive.ExportFolder(folder.PathOf("files"), Token);
        Assert.True(File.Exists(folder.PathOf("files/Service 0/Privacy Policy/2025-03-02T120000Z-2.md")));
        File.Delete(folder.PathOf("files/versions.tsv"));
        using PolicyArchive again = PolicyArchive.Open(folder.PathOf("again.archive"));
        Assert.Equal(8, again.Import(folder.PathOf("files"), cancellationToken: Token).Added);
        Assert.Equal(Sources(archive), Sources(again));
    }

    [Fact]
    public void A_list_that_names_a_file_elsewhere_is_refused_and_a_changed_file_is_skipped()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 1, versions: 2);
        archive.ExportFolder(folder.PathOf("files"), Token);
        string list = folder.PathOf("files/versions.tsv");
        File.AppendAllText(folder.PathOf("files/Service 0/Privacy Policy/2025-01-01T120000Z.md"), "more");
        using PolicyArchive again = PolicyArchive.Open(folder.PathOf("again.archive"));
        ArchiveImportResult result = again.Import(folder.PathOf("files"), cancellationToken: Token);
        Assert.Equal((1, "the file is not the one that was written: its SHA-256 is another"), (result.Added, Assert.Single(result.Skipped).Why));

        File.WriteAllText(list, File.ReadAllText(list).Replace("Service 0/Privacy Policy/", "../../../", StringComparison.Ordinal));
        Assert.Contains("does not lie in the folder", Assert.Throws<PolicyArchiveException>(() => again.Import(folder.PathOf("files"), cancellationToken: Token)).Message, StringComparison.Ordinal);
        File.WriteAllText(list, "no entry\n");
        Assert.Contains("line 1", Assert.Throws<PolicyArchiveException>(() => again.Import(folder.PathOf("files"), cancellationToken: Token)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_folders_fit_every_common_file_system() =>
        Name.Sample(name =>
        {
            string folder = FolderNames.Of(name);
            Assert.InRange(Encoding.UTF8.GetByteCount(folder), 1, 200);
            Assert.DoesNotContain(folder, letter => "/\\:*?\"<>|".Contains(letter, StringComparison.Ordinal));
            Assert.False(folder is "." or ".." || folder.EndsWith('.') || folder.EndsWith(' '));
        });

    [Fact]
    public void The_web_archive_is_one_that_others_read()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        archive.Add(Captured("Lumenleaf", "Terms", 0, "# Terms\n\nBe kind.\n") with { Address = new Uri("https://lumenleaf.example/terms") }, Token);
        archive.ExportWarc(folder.PathOf("out.warc"), Token);
        string[] records = File.ReadAllText(folder.PathOf("out.warc")).Split("WARC/1.1\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, records.Length);
        Assert.StartsWith("WARC-Type: warcinfo\r\n", records[0], StringComparison.Ordinal);
        Assert.Contains("WARC-Target-URI: https://lumenleaf.example/terms\r\nWARC-Date: 2025-01-01T12:00:00Z\r\nWARC-Record-ID: <urn:uuid:", records[1], StringComparison.Ordinal);
        Assert.EndsWith("Content-Type: text/markdown\r\nContent-Length: 18\r\n\r\n# Terms\n\nBe kind.\n\r\n\r\n", records[1], StringComparison.Ordinal);
    }

    private static void Export(PolicyArchive archive, string path)
    {
        if (path.Contains(".warc", StringComparison.Ordinal))
            archive.ExportWarc(path, Token);
        else
            archive.ExportFolder(path, Token);
    }

    /// <summary>The lines of versions and absences with their sources; the order of documents is no part of a history.</summary>
    private static string[] Entries(PolicyArchive archive) => archive.Reading(static connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT line FROM entry ORDER BY line";
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(reader.GetString(0));
        return lines.ToArray();
    });

    private static string[] Sources(PolicyArchive archive) =>
    [
        .. archive.GetDocuments().SelectMany(document => archive.GetVersions(document.Platform, document.Name)).Select(version => $"{version.Platform} {version.Document} {version.SeenAt:O} {version.SourceSha256}").Order(StringComparer.Ordinal),
    ];
}
