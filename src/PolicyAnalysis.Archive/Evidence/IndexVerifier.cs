using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;
using PolicyAnalysis.Archive.Writing;

namespace PolicyAnalysis.Archive.Evidence;

/// <summary>Works the index out again from the stored analyses, in a database in memory, and compares the two.</summary>
internal sealed class IndexVerifier(SqliteConnection connection, FindingList findings)
{
    private static readonly (string Name, string Rows)[] Parts =
    [
        ("wordings", "SELECT hex(hash), length, hex(sketch) FROM wording ORDER BY hash"),
        ("quantities", "SELECT hex(w.hash), q.ordinal, q.kind, q.amount, q.unit, q.value FROM quantity q LEFT JOIN wording w ON w.id=q.wording ORDER BY w.hash, q.ordinal"),
        ("lives", "SELECT document, hex(w.hash), t.names, opened, closed FROM life l LEFT JOIN wording w ON w.id=l.wording LEFT JOIN type_set t ON t.id=l.types ORDER BY document, w.hash, opened, t.names"),
        ("counts of types", "SELECT s.document, t.name, s.type=0, s.main, s.labelled FROM standing s LEFT JOIN type t ON t.id=s.type ORDER BY 1, 2, 3"),
        ("quantities of types", "SELECT s.document, t.name, s.main, s.kind, s.unit, s.amount, s.value FROM standing_figure s LEFT JOIN type t ON t.id=s.type ORDER BY 1, 2, 3, 4, 5"),
    ];

    public void Verify(CancellationToken cancellationToken)
    {
        using var again = new SqliteConnection("Data Source=:memory:");
        again.Open();
        again.Run(ArchiveSchema.Tables);
        Copy(again, cancellationToken);
        foreach ((string name, string rows) in Parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!Lines(connection, rows).SequenceEqual(Lines(again, rows), StringComparer.Ordinal))
                findings.Add("index", $"the {name} are not what the stored analyses give; build the index again");
        }

        Places();
        if (Words(connection, cancellationToken) != Words(again, cancellationToken))
            findings.Add("index", "the words for the search are not those of the wordings; build the index again");
    }

    private void Copy(SqliteConnection again, CancellationToken cancellationToken)
    {
        foreach (string table in (ReadOnlySpan<string>)["blob(id, sha256, length, base, depth, data)", "document(id, platform, name)", "version(sequence, document, seen, source, analysis, text, record, effective, updated)"])
        {
            string name = table[..table.IndexOf('(', StringComparison.Ordinal)];
            string columns = table[(name.Length + 1)..^1];
            int count = columns.Count(static letter => letter == ',') + 1;
            string values = string.Join(", ", Enumerable.Range(1, count).Select(static number => "$" + number.ToString(CultureInfo.InvariantCulture)));
            using SqliteCommand insert = again.Command($"INSERT INTO {table} VALUES({values})");
            object?[] row = new object?[count];
            foreach (int read in connection.ReadRows($"SELECT {columns} FROM {name}", reader => reader.GetValues(row!)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                insert.With(row.AsSpan(0, read)).ExecuteNonQuery();
            }
        }

        using var lives = new LifeWriter(again);
        foreach (long document in again.ReadRows("SELECT id FROM document ORDER BY id", static row => row.GetInt64(0)).ToArray())
        {
            lives.Rebuild(document);
        }

        lives.Finish();
    }

    /// <summary>A wording may be kept as a place in any text that has it, so the places are read rather than compared.</summary>
    private void Places()
    {
        var reader = new BlobReader(connection);
        foreach ((long id, byte[] hash, long blob, int start, int length) in connection.ReadRows("SELECT id, hash, blob, start, length FROM wording ORDER BY blob, start", static row => (row.GetInt64(0), row.Bytes(1), row.GetInt64(2), row.GetInt32(3), row.GetInt32(4))))
        {
            string text = System.Text.Encoding.UTF8.GetString(reader.Read(blob));
            bool inside = start >= 0 && length >= 0 && (long)start + length <= text.Length;
            if (!inside || !Wordings.WordingHash.Bytes(Wordings.WordingHash.Of(text.AsSpan(start, length))).AsSpan().SequenceEqual(hash))
                findings.Add("index", string.Create(CultureInfo.InvariantCulture, $"wording {id} is not where the index says"));
        }
    }

    /// <summary>A sum over every word of every wording: the order in which they came, and their numbers, do not count.</summary>
    private static UInt128 Words(SqliteConnection of, CancellationToken cancellationToken)
    {
        Dictionary<long, byte[]> hashes = of.ReadRows("SELECT id, hash FROM wording", static row => (Id: row.GetInt64(0), Hash: row.Bytes(1))).ToDictionary(static wording => wording.Id, static wording => wording.Hash);
        of.Run("CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, wording_text, instance)");
        try
        {
            UInt128 sum = 0;
            string term = string.Empty;
            UInt128 termHash = 0;
            foreach ((string next, long wording) in of.ReadRows("SELECT term, doc FROM temp.word", static row => (row.GetString(0), row.GetInt64(1))))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!string.Equals(next, term, StringComparison.Ordinal))
                    (term, termHash) = (next, Wordings.WordingHash.Of(next));
                UInt128 own = hashes.TryGetValue(wording, out byte[]? hash) ? BinaryPrimitives.ReadUInt128BigEndian(hash) : (UInt128)wording;
                // Squaring keeps the pairs apart: a plain sum would be the same for words that changed places.
                UInt128 pair = termHash ^ UInt128.RotateLeft(own, 64);
                sum += (pair * pair) + (pair << 1) + 1;
            }

            return sum;
        }
        finally
        {
            of.Run("DROP TABLE temp.word");
        }
    }

    private static IEnumerable<string> Lines(SqliteConnection of, string rows) => of.ReadRows(rows, static row =>
    {
        object[] values = new object[row.FieldCount];
        row.GetValues(values);
        return string.Join('\t', values.Select(static value => Convert.ToString(value, CultureInfo.InvariantCulture)));
    });
}
