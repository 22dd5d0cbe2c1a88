using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;
using PolicyAnalysis.Archive.Wordings;
using PolicyAnalysis.Archive.Writing;

namespace PolicyAnalysis.Archive.Evidence;

/// <summary>
/// Works the index out again from the stored analyses, in temporary tables of the same connection, and compares the two: both
/// are of one state of the archive, whoever writes meanwhile.
/// </summary>
/// <param name="connection">A connection of its own, which is closed afterwards.</param>
/// <param name="findings">Where to tell what differs.</param>
internal sealed class IndexVerifier(SqliteConnection connection, FindingList findings)
{
    private const string Advice = "build the index again";

    // A wording that only a superseded analysis had stays behind; no answer shows it.
    private static readonly (string Name, string Rows)[] Parts =
    [
        ("wordings", "SELECT hex(hash), length, hex(sketch) FROM {0}.wording WHERE id IN (SELECT wording FROM {0}.life) ORDER BY hash"),
        ("quantities", "SELECT hex(w.hash), q.ordinal, q.kind, q.amount, q.unit, q.value FROM {0}.quantity q LEFT JOIN {0}.wording w ON w.id=q.wording WHERE w.id IS NULL OR w.id IN (SELECT wording FROM {0}.life) ORDER BY w.hash, q.ordinal"),
        ("lives", "SELECT document, hex(w.hash), t.names, opened, closed FROM {0}.life l LEFT JOIN {0}.wording w ON w.id=l.wording LEFT JOIN {0}.type_set t ON t.id=l.types ORDER BY document, w.hash, opened, t.names"),
        ("counts of types", "SELECT s.document, t.name, s.type=0, s.main, s.labelled FROM {0}.standing s LEFT JOIN {0}.type t ON t.id=s.type ORDER BY 1, 2, 3"),
        ("quantities of types", "SELECT s.document, t.name, s.main, s.kind, s.unit, s.amount, s.value FROM {0}.standing_figure s LEFT JOIN {0}.type t ON t.id=s.type ORDER BY 1, 2, 3, 4, 5"),
    ];

    public void Verify(CancellationToken cancellationToken)
    {
        connection.Run(ArchiveSchema.TemporaryIndex);
        using (var lives = new LifeWriter(connection))
        {
            foreach (long document in connection.ReadRows("SELECT id FROM document ORDER BY id", static row => row.GetInt64(0)).ToArray())
            {
                cancellationToken.ThrowIfCancellationRequested();
                lives.Rebuild(document);
            }

            lives.Finish();
        }

        foreach ((string name, string rows) in Parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!Lines("main", rows).SequenceEqual(Lines("temp", rows), StringComparer.Ordinal))
                findings.Add("index", $"the {name} are not what the stored analyses give; {Advice}");
        }

        Places(cancellationToken);
        Words(cancellationToken);
    }

    /// <summary>A wording may be kept as a place in any text that has it, so the places are read rather than compared.</summary>
    private void Places(CancellationToken cancellationToken)
    {
        var reader = new BlobReader(connection);
        foreach ((long id, byte[] hash, long blob, int start, int length) in connection.ReadRows("SELECT id, hash, blob, start, length FROM main.wording ORDER BY blob, start", static row => (row.GetInt64(0), row.Bytes(1), row.GetInt64(2), row.GetInt32(3), row.GetInt32(4))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            string text = Encoding.UTF8.GetString(reader.Read(blob));
            bool inside = start >= 0 && length >= 0 && (long)start + length <= text.Length;
            if (!inside || !WordingHash.Bytes(WordingHash.Of(text.AsSpan(start, length))).AsSpan().SequenceEqual(hash))
                findings.Add("index", string.Create(CultureInfo.InvariantCulture, $"wording {id} is not where the index says"));
        }
    }

    /// <summary>The words of every wording are those of its text.</summary>
    private void Words(CancellationToken cancellationToken)
    {
        Dictionary<long, ulong> kept = Fingerprints("main", cancellationToken);
        Dictionary<long, ulong> again = Fingerprints("temp", cancellationToken);
        foreach ((long id, long? other) in connection.ReadRows($"SELECT k.id, a.id FROM main.wording k LEFT JOIN temp.wording a ON {Prefix("a")}={Prefix("k")} AND a.hash=k.hash", static row => (row.GetInt64(0), row.IntegerOrNull(1))))
        {
            kept.Remove(id, out ulong words);
            if (other is { } known && words != again.GetValueOrDefault(known))
                findings.Add("index", string.Create(CultureInfo.InvariantCulture, $"the words for the search of wording {id} are not those of its text; {Advice}"));
        }

        foreach (long id in kept.Keys.Order())
            findings.Add("index", string.Create(CultureInfo.InvariantCulture, $"there are words for the search of wording {id}, which is not there; {Advice}"));
    }

    private static string Prefix(string table) => ArchiveSchema.HashPrefix.Replace("hash", table + ".hash", StringComparison.Ordinal);

    /// <summary>A number for each wording that depends on every indexed word of it, in whatever order they are read.</summary>
    private Dictionary<long, ulong> Fingerprints(string schema, CancellationToken cancellationToken)
    {
        connection.Run($"CREATE VIRTUAL TABLE temp.words_{schema} USING fts5vocab({schema}, wording_text, instance)");
        var sums = new Dictionary<long, ulong>();
        string? last = null;
        ulong hash = 0;
        foreach ((string term, long wording) in connection.ReadRows($"SELECT term, doc FROM temp.words_{schema}", static row => (row.GetString(0), row.GetInt64(1))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (term != last)
                (last, hash) = (term, (ulong)WordingHash.Of(term));
            sums[wording] = sums.GetValueOrDefault(wording) + hash;
        }

        return sums;
    }

    private IEnumerable<string> Lines(string schema, string rows) => connection.ReadRows(rows.Replace("{0}", schema, StringComparison.Ordinal), static row =>
    {
        object[] values = new object[row.FieldCount];
        row.GetValues(values);
        return string.Join('\t', values.Select(static value => Convert.ToString(value, CultureInfo.InvariantCulture)));
    });
}
