using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Evidence;
using PolicyAnalysis.Archive.Records;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Families;

/// <summary>Reads the faces of documents and keeps them: what an analysis says does not change.</summary>
/// <remarks>Thread-safe. One small object for each document.</remarks>
internal sealed class FaceReader
{
    /// <summary>From this score on the title names the kind of policy.</summary>
    private const double TitleNamesType = 0.8;

    private const string Rows =
        """
        SELECT d.id, d.platform, d.name, v.sequence, v.analysis, v.record, e.line
        FROM document d
        LEFT JOIN version v ON v.sequence=(SELECT l.sequence FROM version l WHERE l.document=d.id AND l.analysis IS NOT NULL ORDER BY l.seen DESC, l.sequence DESC LIMIT 1)
        LEFT JOIN entry e ON e.sequence=v.sequence
        WHERE $1 IS NULL OR d.platform=$1
        ORDER BY d.platform, d.name
        """;

    private readonly ConcurrentDictionary<long, DocumentFace> _byAnalysis = new();

    public IEnumerable<IGrouping<string, DocumentFace>> Read(SqliteConnection connection, string? platform, CancellationToken cancellationToken)
    {
        var reader = new BlobReader(connection);
        var rows = connection.ReadRows(
            Rows,
            static row => (Document: row.GetInt64(0), Platform: row.GetString(1), Name: row.GetString(2), Version: row.IntegerOrNull(3), Analysis: row.IntegerOrNull(4), Record: row.IntegerOrNull(5), Line: row.TextOrNull(6)),
            platform).ToArray();
        foreach (var group in rows.GroupBy(static row => row.Platform, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // A document that is alone has no variants, whatever it says.
            bool isAlone = !group.Skip(1).Any();
            yield return new Grouping(group.Key, [.. group.Select(row =>
                isAlone || row.Analysis is null ? new DocumentFace(row.Document, row.Platform, row.Name) { Version = row.Version }
                : _byAnalysis.GetOrAdd(row.Analysis.Value, _ => Face(reader, row.Document, row.Platform, row.Name, row.Version!.Value, row.Record!.Value, row.Line!)))]);
        }
    }

    /// <summary>Lets everything go, for documents may have other numbers.</summary>
    public void Forget() => _byAnalysis.Clear();

    private static DocumentFace Face(BlobReader reader, long document, string platform, string name, long version, long record, string line)
    {
        (string? title, string? language, PolicyDocumentType type, double score) = AnalysisRecord.ReadFace(reader.Read(record));
        string? address = ArchiveEntry.Parse(line)?.Address;
        return new DocumentFace(document, platform, name)
        {
            Version = version,
            Address = address is null ? null : new Uri(address, UriKind.RelativeOrAbsolute),
            Title = title,
            Language = language?.Split('-', '_')[0].ToLowerInvariant(),
            Type = score >= TitleNamesType ? type : PolicyDocumentType.Unknown,
        };
    }

    private sealed class Grouping(string key, List<DocumentFace> faces) : IGrouping<string, DocumentFace>
    {
        public string Key => key;

        public IEnumerator<DocumentFace> GetEnumerator() => faces.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => faces.GetEnumerator();
    }
}
