using System.Globalization;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Evidence;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Writing;

/// <summary>Works out documents, versions and the index again from the chain and the contents, inside the caller's transaction.</summary>
internal sealed class IndexRebuilder(SqliteConnection connection, LifeWriter lives)
{
    private readonly Dictionary<(string, string), long> _documents = [];
    private readonly Dictionary<string, long> _contents = new(StringComparer.Ordinal);

    /// <returns>How many documents there are.</returns>
    /// <exception cref="PolicyArchiveException">The evidence itself is damaged.</exception>
    public int Rebuild(CancellationToken cancellationToken)
    {
        connection.Run(ArchiveSchema.Empty);
        foreach ((byte[] hash, long id) in connection.ReadRows("SELECT sha256, id FROM blob", static row => (row.Bytes(0), row.GetInt64(1))))
            _contents[Sha256Hash.Hex(hash)] = id;
        byte[] head = HashChain.Origin;
        long sequence = 0;
        using SqliteCommand version = connection.Command("INSERT INTO version(sequence, document, seen, source) VALUES($1, $2, $3, $4)");
        using SqliteCommand analysis = connection.Command("UPDATE version SET analysis=$2, text=$3, record=$4, effective=$5, updated=$6 WHERE sequence=$1");
        foreach ((long number, string line, byte[] hash) in connection.ReadRows("SELECT sequence, line, hash FROM entry ORDER BY sequence", static row => (row.GetInt64(0), row.GetString(1), row.Bytes(2))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            head = HashChain.Next(head, line);
            if (number != ++sequence || !head.AsSpan().SequenceEqual(hash) || ArchiveEntry.Parse(line) is not { } entry)
                throw Damaged(string.Create(CultureInfo.InvariantCulture, $"entry {number} is not what was written"));
            if (entry.Kind is EntryKind.Version or EntryKind.Absence)
                version.With(number, Document(entry), entry.SeenAt.ToUnixTimeSeconds(), entry.Source is null ? null : Content(entry.Source)).ExecuteNonQuery();
            else if (entry.Kind == EntryKind.Analysis && analysis.With(entry.Subject, number, Content(entry.Text!), Content(entry.Record!), ArchiveEntry.Date(entry.Effective), ArchiveEntry.Date(entry.Updated)).ExecuteNonQuery() != 1)
                throw Damaged(string.Create(CultureInfo.InvariantCulture, $"entry {number} is about a version that is not there"));
        }

        foreach (long document in _documents.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lives.Rebuild(document);
        }

        return _documents.Count;
    }

    private static PolicyArchiveException Damaged(string what) =>
        new(ArchiveProblem.Damaged, $"The index cannot be worked out again, for {what}; verify the archive and go back to a copy.");

    private long Document(ArchiveEntry entry)
    {
        (string, string) key = (entry.Platform!, entry.Document!);
        if (!_documents.TryGetValue(key, out long id))
        {
            using SqliteCommand insert = connection.Command("INSERT INTO document(platform, name) VALUES($1, $2) RETURNING id", key.Item1, key.Item2);
            _documents.Add(key, id = (long)insert.ExecuteScalar()!);
        }

        return id;
    }

    private long Content(byte[] hash)
    {
        string name = Sha256Hash.Hex(hash);
        return _contents.TryGetValue(name, out long id) ? id : throw Damaged($"the content {name} is missing");
    }
}
