using System.Text;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Records;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Writing;

/// <summary>
/// Keeps the lives: from when until when a wording stood in a document, and as what types. A document whose versions did not
/// come in the order they were seen is worked out anew before the commit.
/// </summary>
internal sealed class LifeWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<long, DocumentLives> _documents = [];
    private readonly NameNumbers _typeSets;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _close;
    private readonly StandingWriter _standing;

    public LifeWriter(SqliteConnection connection)
    {
        _connection = connection;
        _typeSets = new NameNumbers(connection, "type_set", "names");
        _insert = connection.Command("INSERT INTO life(document, wording, types, opened) VALUES($1, $2, $3, $4) RETURNING id");
        _close = connection.Command("UPDATE life SET closed=$2 WHERE id=$1");
        _standing = new StandingWriter(connection);
    }

    /// <summary>Tells what stands in a version.</summary>
    public void Present(long document, long version, long seen, IEnumerable<(long Wording, string Types)> uses)
    {
        DocumentLives lives = Of(document, version);
        if (!lives.Follows(seen, version))
            return;
        var gone = new HashSet<(long, long)>(lives.Open.Keys);
        foreach ((long wording, string types) in uses)
        {
            (long, long Types) use = (wording, _typeSets.Of(types));
            gone.Remove(use);
            if (!lives.Open.ContainsKey(use))
                lives.Open.Add(use, (long)_insert.With(document, wording, use.Types, version).ExecuteScalar()!);
        }

        foreach ((long, long) use in gone.Order())
        {
            _close.With(lives.Open[use], version).ExecuteNonQuery();
            lives.Open.Remove(use);
        }
    }

    /// <summary>Tells that a document was absent, which ends its lives, or was kept without an analysis, which does not.</summary>
    public void Absent(long document, long version, long seen, bool isAbsence)
    {
        if (isAbsence)
            Present(document, version, seen, []);
        else
            Of(document, version).Follows(seen, version);
    }

    /// <summary>Tells that a version of a document was analysed again: its lives are worked out anew before the commit.</summary>
    public void Renew(long document)
    {
        if (!_documents.TryGetValue(document, out DocumentLives? lives))
            _documents.Add(document, lives = new DocumentLives());
        lives.IsOutOfOrder = true;
    }

    /// <summary>Works out anew what did not come in order, and counts what now stands in each document that was told of.</summary>
    public void Finish()
    {
        foreach ((long document, DocumentLives lives) in _documents.OrderBy(static pair => pair.Key).ToArray())
        {
            if (lives.IsOutOfOrder)
                Rebuild(document);
            _standing.Write(document);
        }

        _documents.Clear();
    }

    public void Rebuild(long document)
    {
        _connection.Run("DELETE FROM life WHERE document=$1", document);
        _documents[document] = new DocumentLives();
        var reader = new BlobReader(_connection);
        (long Version, long Seen, long? Source, long? Text, long? Record)[] versions =
        [
            .. _connection.ReadRows(
                "SELECT sequence, seen, source, text, record FROM version WHERE document=$1 ORDER BY seen, sequence",
                static row => (row.GetInt64(0), row.GetInt64(1), row.IntegerOrNull(2), row.IntegerOrNull(3), row.IntegerOrNull(4)),
                document),
        ];
        using var wordings = new WordingWriter(_connection);
        foreach ((long version, long seen, long? source, long? text, long? record) in versions)
        {
            if (text is { } textId && record is { } recordId)
            {
                string canonical = Encoding.UTF8.GetString(reader.Read(textId));
                AnalyzedPolicy policy = AnalysisRecord.Read(reader.Read(recordId), canonical, (string.Empty, 0), NoVersions.Value);
                Present(document, version, seen, [.. VersionPreparer.UsesOf(policy.Provisions).Select(use => (wordings.Write(use, canonical, textId), use.Types))]);
            }
            else
            {
                Absent(document, version, seen, isAbsence: source is null);
            }
        }
    }

    public void Dispose()
    {
        _insert.Dispose();
        _close.Dispose();
        _standing.Dispose();
    }

    private DocumentLives Of(long document, long version)
    {
        if (_documents.TryGetValue(document, out DocumentLives? lives))
            return lives;
        lives = new DocumentLives();
        foreach ((long id, long wording, long types) in _connection.ReadRows("SELECT id, wording, types FROM life WHERE document=$1 AND closed IS NULL", static row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), document))
            lives.Open.Add((wording, types), id);
        foreach ((long seen, long sequence) in _connection.ReadRows("SELECT seen, sequence FROM version WHERE document=$1 AND sequence<>$2 ORDER BY seen DESC, sequence DESC LIMIT 1", static row => (row.GetInt64(0), row.GetInt64(1)), document, version))
            lives.Follows(seen, sequence);
        _documents.Add(document, lives);
        return lives;
    }

    private sealed class DocumentLives
    {
        private (long Seen, long Version) _last = (long.MinValue, 0);

        public Dictionary<(long Wording, long Types), long> Open { get; } = [];

        public bool IsOutOfOrder { get; set; }

        /// <summary>Whether a version comes after all that were told before it.</summary>
        public bool Follows(long seen, long version)
        {
            if ((seen, version).CompareTo(_last) < 0)
                IsOutOfOrder = true;
            _last = (seen, version);
            return !IsOutOfOrder;
        }
    }

    private static class NoVersions
    {
        public static readonly AnalysisVersions Value = new() { Library = string.Empty, Model = string.Empty, Taxonomy = string.Empty };
    }
}
