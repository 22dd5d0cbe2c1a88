using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Evidence;
using PolicyAnalysis.Archive.Records;
using PolicyAnalysis.Archive.Storage;
using PolicyAnalysis.Archive.Writing;
using PolicyAnalysis.Classification;

namespace PolicyAnalysis.Archive;

/// <summary>
/// Policies kept as evidence: every version's bytes, its canonical text and its analysis, append-only and hash-chained in one
/// SQLite file.
/// </summary>
/// <remarks>
/// Thread-safe. Several processes may read while one writes; a second writer waits, then gets <see cref="ArchiveProblem.Busy"/>.
/// What a method returned is on disk; what was interrupted leaves nothing behind.
/// </remarks>
public sealed partial class PolicyArchive : IDisposable
{
    private const string VersionColumns =
        """
        SELECT v.sequence, d.platform, d.name, v.seen, b.sha256, b.length, e.line, v.effective, v.updated, v.record
        FROM version v JOIN document d ON d.id=v.document JOIN blob b ON b.id=v.source JOIN entry e ON e.sequence=v.sequence
        """;

    private readonly ArchiveDatabase _database;
    private readonly PolicyArchiveOptions _options;
    private readonly Lazy<VersionAnalyzer> _analyzer;
    private readonly SemaphoreSlim _writing = new(1);

    private PolicyArchive(string path, PolicyArchiveOptions options)
    {
        _options = options;
        _database = new ArchiveDatabase(path, options);
        _analyzer = new Lazy<VersionAnalyzer>(() => new VersionAnalyzer(options.Classifier ?? CompactClassifier.Shipped));
    }

    /// <summary>Opens an archive, and makes it where there is none.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="options">How to open it; the defaults where left out.</param>
    /// <exception cref="PolicyArchiveException">The file is no archive, cannot be opened, or another process is making it.</exception>
    public static PolicyArchive Open(string path, PolicyArchiveOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new PolicyArchive(path, options ?? new PolicyArchiveOptions());
    }

    /// <summary>The documents, ordered by platform and name.</summary>
    /// <exception cref="PolicyArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<ArchivedDocument> GetDocuments() => Reading<IReadOnlyList<ArchivedDocument>>(static connection =>
    [
        .. connection.ReadRows(
            "SELECT d.id, d.platform, d.name, count(v.source), min(CASE WHEN v.source IS NOT NULL THEN v.seen END), max(CASE WHEN v.source IS NOT NULL THEN v.seen END) FROM document d LEFT JOIN version v ON v.document=d.id GROUP BY d.id ORDER BY d.platform, d.name",
            static row => new ArchivedDocument
            {
                Id = row.GetInt64(0),
                Platform = row.GetString(1),
                Name = row.GetString(2),
                VersionCount = row.GetInt32(3),
                FirstSeen = Time(row.IntegerOrNull(4)),
                LastSeen = Time(row.IntegerOrNull(5)),
            }),
    ]);

    /// <summary>The versions of a document in the order they were seen.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="document">The document's name.</param>
    /// <exception cref="PolicyArchiveException">There is no such document, or the archive cannot be read.</exception>
    public IReadOnlyList<ArchivedVersion> GetVersions(string platform, string document) => Reading<IReadOnlyList<ArchivedVersion>>(connection =>
    [
        .. connection.ReadRows(VersionColumns + " WHERE v.document=$1 ORDER BY v.seen, v.sequence", VersionOf, DocumentId(connection, platform, document)),
    ]);

    /// <summary>A version by its number.</summary>
    /// <param name="sequence">The number of its entry in the chain.</param>
    /// <exception cref="PolicyArchiveException">There is no such version, or the archive cannot be read.</exception>
    public ArchivedVersion GetVersion(long sequence) => Reading(connection => Version(connection, sequence));

    /// <summary>The source's bytes of a version, exactly as they were archived.</summary>
    /// <param name="sequence">The version's number.</param>
    /// <exception cref="PolicyArchiveException">There is no such version, or its content is damaged.</exception>
    public byte[] ReadSource(long sequence) => Reading(connection =>
    {
        ArchivedVersion version = Version(connection, sequence);
        byte[] content = new BlobReader(connection).Read(connection.ReadInteger("SELECT source FROM version WHERE sequence=$1", sequence));
        return Sha256Hash.Hex(Sha256Hash.Of(content)) == version.SourceSha256
            ? content
            : throw new PolicyArchiveException(ArchiveProblem.Damaged, string.Create(CultureInfo.InvariantCulture, $"The source of version {sequence} is not what was archived; verify the archive and go back to a copy."));
    });

    /// <summary>The analysis of a version as it was made when it was archived.</summary>
    /// <param name="sequence">The version's number.</param>
    /// <returns>The analysis, or <see langword="null"/> where the version was kept without one.</returns>
    /// <exception cref="PolicyArchiveException">There is no such version, or its analysis is damaged.</exception>
    public AnalyzedPolicy? ReadAnalysis(long sequence) => Reading(connection => Analysis(connection, new BlobReader(connection), sequence));

    /// <summary>Compares two versions, of one document or of two.</summary>
    /// <param name="before">The number of the version before.</param>
    /// <param name="after">The number of the version after.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="PolicyArchiveException">There is no such version, or it was kept without an analysis.</exception>
    public PolicyComparison Compare(long before, long after, CancellationToken cancellationToken = default)
    {
        (AnalyzedPolicy was, AnalyzedPolicy now) = Reading(connection =>
        {
            var reader = new BlobReader(connection);
            return (Required(before), Required(after));

            AnalyzedPolicy Required(long sequence) => Analysis(connection, reader, sequence)
                ?? throw new PolicyArchiveException(ArchiveProblem.NotFound, string.Create(CultureInfo.InvariantCulture, $"Version {sequence} was kept without an analysis; analyse it first."));
        });
        return _analyzer.Value.Compare(was, now, cancellationToken);
    }

    /// <summary>Closes the archive.</summary>
    public void Dispose()
    {
        _database.Dispose();
        _writing.Dispose();
    }

    internal ArchiveDatabase Database => _database;

    internal T Reading<T>(Func<SqliteConnection, T> work) => _database.Guard(() =>
    {
        using SqliteConnection connection = _database.Read();
        return work(connection);
    });

    /// <summary>Reads one state of the archive, whatever is written meanwhile.</summary>
    private void ReadingSnapshot(Action<SqliteConnection> work) => Reading(connection =>
    {
        using SqliteTransaction snapshot = connection.BeginTransaction(deferred: true);
        work(connection);
        return 0;
    });

    internal static DateTimeOffset Time(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);

    private static DateTimeOffset? Time(long? seconds) => seconds is { } known ? Time(known) : null;

    private static long DocumentId(SqliteConnection connection, string platform, string document)
    {
        ArgumentNullException.ThrowIfNull(platform);
        ArgumentNullException.ThrowIfNull(document);
        long id = connection.ReadInteger("SELECT id FROM document WHERE platform=$1 AND name=$2", platform, document);
        return id != 0 ? id : throw new PolicyArchiveException(ArchiveProblem.NotFound, $"The archive has no document '{document}' of '{platform}'; list the documents to see what there is.");
    }

    private static ArchivedVersion Version(SqliteConnection connection, long sequence) =>
        connection.ReadRows(VersionColumns + " WHERE v.sequence=$1", VersionOf, sequence).FirstOrDefault()
        ?? throw new PolicyArchiveException(ArchiveProblem.NotFound, string.Create(CultureInfo.InvariantCulture, $"The archive has no version {sequence}; list the versions of a document to see theirs."));

    private static ArchivedVersion VersionOf(SqliteDataReader row)
    {
        ArchiveEntry entry = ArchiveEntry.Parse(row.GetString(6))
            ?? throw new PolicyArchiveException(ArchiveProblem.Damaged, string.Create(CultureInfo.InvariantCulture, $"Entry {row.GetInt64(0)} is damaged; verify the archive and go back to a copy."));
        return new ArchivedVersion
        {
            Sequence = row.GetInt64(0),
            Platform = row.GetString(1),
            Document = row.GetString(2),
            SeenAt = Time(row.GetInt64(3)),
            SourceSha256 = Sha256Hash.Hex(row.Bytes(4)),
            SourceLength = row.GetInt64(5),
            MediaType = MediaTypes.Of(entry.MediaType),
            Address = entry.Address is null ? null : new Uri(entry.Address, UriKind.RelativeOrAbsolute),
            Origin = entry.Origin,
            EffectiveDate = Date(row.TextOrNull(7)),
            UpdatedDate = Date(row.TextOrNull(8)),
            IsAnalyzed = !row.IsDBNull(9),
        };
    }

    private static DateOnly? Date(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static AnalyzedPolicy? Analysis(SqliteConnection connection, BlobReader reader, long sequence)
    {
        ArchivedVersion version = Version(connection, sequence);
        if (!version.IsAnalyzed)
            return null;
        (long text, long record, string line) = connection.ReadRows(
            "SELECT v.text, v.record, e.line FROM version v JOIN entry e ON e.sequence=v.analysis WHERE v.sequence=$1",
            static row => (row.GetInt64(0), row.GetInt64(1), row.GetString(2)),
            sequence).First();
        AnalysisVersions versions = ArchiveEntry.Parse(line)?.Versions
            ?? throw new PolicyArchiveException(ArchiveProblem.Damaged, string.Create(CultureInfo.InvariantCulture, $"The analysis of version {sequence} is damaged; verify the archive and go back to a copy."));
        return AnalysisRecord.Read(reader.Read(record), Encoding.UTF8.GetString(reader.Read(text)), (version.SourceSha256, version.SourceLength), versions);
    }
}
