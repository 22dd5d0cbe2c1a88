using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;
using PolicyAnalysis.Archive.Timelines;

namespace PolicyAnalysis.Archive;

public sealed partial class PolicyArchive
{
    /// <summary>The course of a document: which versions changed it, how each provision lived, where the record is silent.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="document">The document's name.</param>
    /// <param name="options">How flaps and gaps are told; the defaults where left out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The timeline. Its lives follow the same alignment as <see cref="Compare"/> of each changed version with the one before.</returns>
    /// <exception cref="PolicyArchiveException">There is no such document, or the archive cannot be read.</exception>
    public DocumentTimeline GetTimeline(string platform, string document, TimelineOptions? options = null, CancellationToken cancellationToken = default) => Reading(connection =>
    {
        long id = DocumentId(connection, platform, document);
        TimelineSource[] sources =
        [
            .. connection.ReadRows(
                "SELECT v.sequence, v.seen, v.source IS NULL, t.sha256, v.effective, v.updated FROM version v LEFT JOIN blob t ON t.id=v.text WHERE v.document=$1 ORDER BY v.seen, v.sequence",
                SourceOf,
                id),
        ];
        var reader = new BlobReader(connection);
        return new TimelineBuilder(sequence => Analysis(connection, reader, sequence)!, options ?? new TimelineOptions(), cancellationToken).Build(platform, document, sources);
    });

    private static TimelineSource SourceOf(SqliteDataReader row) => new(
        row.GetInt64(0),
        Time(row.GetInt64(1)),
        row.GetInt64(2) == 1,
        row.IsDBNull(3) ? null : Sha256Hash.Hex(row.Bytes(3)),
        Date(row.TextOrNull(4)) ?? Date(row.TextOrNull(5)));
}
