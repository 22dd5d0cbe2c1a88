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
        ("lives", "SELECT document, hex(w.hash), opened, since, until, types FROM life l LEFT JOIN wording w ON w.id=l.wording ORDER BY document, w.hash, opened, types"),
        ("types of lives", "SELECT l.document, hex(w.hash), l.opened, l.types, t.name FROM life_type x LEFT JOIN life l ON l.id=x.life LEFT JOIN type t ON t.id=x.type LEFT JOIN wording w ON w.id=l.wording ORDER BY 1, 2, 3, 4, 5"),
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
        Words();
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
            lives.Rebuild(document);
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

    private void Words()
    {
        // The index of words has a check of its own; a contentless one checks its structure.
        long wordings = connection.ReadInteger("SELECT count(*) FROM wording");
        long indexed = connection.ReadInteger("SELECT count(*) FROM wording_text_docsize");
        if (wordings != indexed)
            findings.Add("index", "the words for the search do not cover every wording; build the index again");
    }

    private static IEnumerable<string> Lines(SqliteConnection of, string rows) => of.ReadRows(rows, static row =>
    {
        object[] values = new object[row.FieldCount];
        row.GetValues(values);
        return string.Join('\t', values.Select(static value => Convert.ToString(value, CultureInfo.InvariantCulture)));
    });
}
