using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Evidence;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Writing;

/// <summary>Writes entries, contents and the index inside one transaction: all of it is kept or nothing.</summary>
/// <remarks>Not thread-safe; dispose without <see cref="Commit"/> to undo.</remarks>
internal sealed class ArchiveWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly WordingWriter _wordings;
    private readonly LifeWriter _lives;
    private readonly SqliteCommand _findBlob;
    private readonly SqliteCommand _insertBlob;
    private readonly SqliteCommand _insertEntry;
    private readonly SqliteCommand _insertVersion;
    private readonly SqliteCommand _updateVersion;
    private readonly SqliteCommand _findDocument;
    private readonly SqliteCommand _insertDocument;
    private readonly SqliteCommand _findVersion;
    private byte[] _head;

    public ArchiveWriter(SqliteConnection connection)
    {
        _connection = connection;
        _transaction = connection.BeginTransaction(deferred: false);
        (Sequence, _head) = Head(connection);
        _wordings = new WordingWriter(connection);
        _lives = new LifeWriter(connection);
        _findBlob = connection.Command("SELECT id, depth FROM blob WHERE sha256=$1");
        _insertBlob = connection.Command("INSERT INTO blob(sha256, length, base, depth, data, sum) VALUES($1, $2, $3, $4, $5, $6) RETURNING id");
        _insertEntry = connection.Command("INSERT INTO entry(sequence, line, hash) VALUES($1, $2, $3)");
        _insertVersion = connection.Command("INSERT INTO version(sequence, document, seen, source) VALUES($1, $2, $3, $4)");
        _updateVersion = connection.Command("UPDATE version SET analysis=$2, text=$3, record=$4, effective=$5, updated=$6 WHERE sequence=$1");
        _findDocument = connection.Command("SELECT id FROM document WHERE platform=$1 AND name=$2");
        _insertDocument = connection.Command("INSERT INTO document(platform, name) VALUES($1, $2) RETURNING id");
        _findVersion = connection.Command("SELECT v.sequence FROM version v LEFT JOIN blob b ON b.id=v.source WHERE v.document=$1 AND v.seen=$2 AND b.sha256 IS $3");
    }

    /// <summary>The number of the last entry.</summary>
    public long Sequence { get; private set; }

    public static (long Sequence, byte[] Hash) Head(SqliteConnection connection) =>
        connection.ReadRows("SELECT sequence, hash FROM entry ORDER BY sequence DESC LIMIT 1", static row => (row.GetInt64(0), row.Bytes(1))).DefaultIfEmpty((0, HashChain.Origin)).First();

    /// <summary>Writes a version or an absence; one that is there already is not written again.</summary>
    /// <returns>The version's sequence number, and whether it is new.</returns>
    public (long Sequence, bool IsNew) Write(PreparedVersion prepared)
    {
        ArchiveEntry entry = prepared.Entry;
        long document = Document(entry.Platform!, entry.Document!);
        long seen = entry.SeenAt.ToUnixTimeSeconds();
        if (_findVersion.With(document, seen, entry.Source).ExecuteScalar() is long known)
            return (known, false);
        long? source = prepared.Source is null ? null : Content(prepared.Source);
        long sequence = Append(entry);
        _insertVersion.With(sequence, document, seen, source).ExecuteNonQuery();
        if (prepared.Analysis is null)
            _lives.Absent(document, sequence, seen, isAbsence: source is null);
        else
            Write(prepared.Analysis, sequence, document, seen);
        return (sequence, true);
    }

    /// <summary>Writes an analysis of a version that is archived; it stands beside those before, and the index follows it.</summary>
    public void WriteAnalysis(PreparedAnalysis analysis, long version, long document)
    {
        Record(analysis, version);
        _lives.Renew(document);
    }

    /// <summary>Works out everything anew that is not evidence.</summary>
    /// <returns>How many documents there are.</returns>
    public int RebuildIndex(CancellationToken cancellationToken) => new IndexRebuilder(_connection, _lives).Rebuild(cancellationToken);

    /// <summary>Appends an entry with a content to the chain.</summary>
    public long Append(ArchiveEntry entry, ContentDraft content)
    {
        Content(content);
        return Append(entry);
    }

    public void Commit()
    {
        _lives.Finish();
        _transaction.Commit();
    }

    public void Dispose()
    {
        foreach (SqliteCommand command in (ReadOnlySpan<SqliteCommand>)[_findBlob, _insertBlob, _insertEntry, _insertVersion, _updateVersion, _findDocument, _insertDocument, _findVersion])
            command.Dispose();
        _wordings.Dispose();
        _lives.Dispose();
        _transaction.Dispose();
    }

    private void Write(PreparedAnalysis analysis, long version, long document, long seen)
    {
        long text = Record(analysis, version);
        var uses = new List<(long Wording, string Types)>(analysis.Wordings.Count);
        foreach (WordingUse use in analysis.Wordings)
            uses.Add((_wordings.Write(use, analysis.Canonical, text), use.Types));
        _lives.Present(document, version, seen, uses);
    }

    /// <summary>Writes the contents and the entry of an analysis.</summary>
    /// <returns>The content that is its text.</returns>
    private long Record(PreparedAnalysis analysis, long version)
    {
        long text = Content(analysis.Text);
        long record = Content(analysis.Record);
        ArchiveEntry entry = analysis.Entry with { Subject = version };
        long sequence = Append(entry);
        _updateVersion.With(version, sequence, text, record, ArchiveEntry.Date(entry.Effective), ArchiveEntry.Date(entry.Updated)).ExecuteNonQuery();
        return text;
    }

    private long Append(ArchiveEntry entry)
    {
        string line = entry.Write();
        _head = HashChain.Next(_head, line);
        _insertEntry.With(++Sequence, line, _head).ExecuteNonQuery();
        return Sequence;
    }

    private long Document(string platform, string name) =>
        (long)(_findDocument.With(platform, name).ExecuteScalar() ?? _insertDocument.With(platform, name).ExecuteScalar()!);

    private long Content(ContentDraft draft)
    {
        if (Find(draft.Sha256) is { } known)
            return known.Id;
        byte[]? frame = draft.Frame;
        (long Id, int Depth)? under = draft.Base is null ? null : Find(draft.Base);
        // The content that was to be the dictionary, or this one, may have gone with a transaction that was undone.
        if (frame is null || (draft.Base is not null && under is null))
        {
            frame = BlobCompression.Compress(draft.Content, []);
            under = null;
        }

        return (long)_insertBlob.With(draft.Sha256, draft.Content.Length, under?.Id, under is null ? 0 : under.Value.Depth + 1, frame, BlobCompression.Sum(frame)).ExecuteScalar()!;
    }

    private (long Id, int Depth)? Find(byte[] sha256)
    {
        using SqliteDataReader reader = _findBlob.With(sha256).ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt32(1)) : null;
    }
}
