using System.Globalization;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Evidence;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Exporting;

/// <summary>A version or an absence with its bytes, on its way out of the archive.</summary>
internal sealed record ExportedVersion(long Sequence, ArchiveEntry Entry, byte[] Content)
{
    /// <summary>All versions, document by document in the order they were seen; each source is checked against its hash.</summary>
    /// <exception cref="PolicyArchiveException">An entry or a source is damaged.</exception>
    public static IEnumerable<ExportedVersion> All(SqliteConnection connection)
    {
        var reader = new BlobReader(connection);
        foreach ((long sequence, string line, long? source) in connection.ReadRows(
            "SELECT v.sequence, e.line, v.source FROM version v JOIN document d ON d.id=v.document JOIN entry e ON e.sequence=v.sequence ORDER BY d.platform, d.name, v.seen, v.sequence",
            static row => (row.GetInt64(0), row.GetString(1), row.IntegerOrNull(2))))
        {
            byte[] content = source is { } blob ? reader.Read(blob) : [];
            if (ArchiveEntry.Parse(line) is not { } entry || (entry.Source is not null && !Sha256Hash.Of(content).AsSpan().SequenceEqual(entry.Source)))
                throw new PolicyArchiveException(ArchiveProblem.Damaged, string.Create(CultureInfo.InvariantCulture, $"Version {sequence} is not what was archived; verify the archive and go back to a copy."));
            yield return new ExportedVersion(sequence, entry, content);
        }
    }
}
