using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Evidence;

/// <summary>
/// Checks what stands in the file around the rows: that the tables are declared as they were made, and that the header says
/// what a header of an archive says (https://www.sqlite.org/fileformat2.html, section 1.3).
/// </summary>
internal sealed class FileVerifier(string path, SqliteConnection connection, FindingList findings)
{
    private const int HeaderLength = 100;

    private const string Declarations = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name";

    public void Verify()
    {
        Schema();
        Kinds();
        // While a log is beside the file, the first page may be in the log, where each page has a checksum.
        var log = new FileInfo(path + "-wal");
        if (!log.Exists || log.Length == 0)
            Header();
    }

    private void Schema()
    {
        using var made = new SqliteConnection("Data Source=:memory:");
        made.Open();
        made.Run(ArchiveSchema.Tables);
        if (!Lines(connection, Declarations).SequenceEqual(Lines(made, Declarations), StringComparer.Ordinal))
            findings.Add("file", "its tables are not declared as they were made");
        string[] settings = ["SELECT * FROM wording_text_config ORDER BY 1", "PRAGMA encoding", "PRAGMA auto_vacuum"];
        if (settings.Any(setting => !Lines(connection, setting).SequenceEqual(Lines(made, setting), StringComparer.Ordinal)))
            findings.Add("file", "its settings are not those it was made with");
    }

    /// <summary>Every value is of the kind its column says: as another kind, the same bytes would read the same.</summary>
    private void Kinds()
    {
        string[] tables = [.. connection.ReadRows("SELECT name FROM pragma_table_list WHERE schema='main' AND type='table' AND name NOT LIKE 'sqlite%' ORDER BY name", static row => row.GetString(0))];
        foreach (string table in tables)
        {
            string[] others = [.. connection.ReadRows("SELECT name, type FROM pragma_table_info($1)", static row => $"typeof(\"{row.GetString(0)}\") NOT IN ('null', '{Kind(row.GetString(1))}')", table)];
            if (connection.ReadInteger($"SELECT EXISTS(SELECT 1 FROM \"{table}\" WHERE {string.Join(" OR ", others)})") != 0)
                findings.Add("file", $"a value in {table} is not of the kind of its column");
        }
    }

    private static string Kind(string declared) => declared switch
    {
        "INTEGER" => "integer",
        "TEXT" => "text",
        "REAL" => "real",
        _ => "blob",
    };

    private void Header()
    {
        byte[] header = new byte[HeaderLength];
        using (FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
            stream.ReadExactly(header);
        uint Number(int place) => BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(place));
        bool isAsMade = header.AsSpan(18, 2).SequenceEqual("\u0002\u0002"u8)
            && header[20] == 0
            && header.AsSpan(21, 3).SequenceEqual("\u0040\u0020\u0020"u8)
            && Number(24) == Number(92)
            && (ulong)Number(28) * (ulong)connection.ReadInteger("PRAGMA page_size") == (ulong)new FileInfo(path).Length
            && Number(44) == 4
            && header.AsSpan(48, 8).IndexOfAnyExcept((byte)0) < 0
            && Number(56) == 1
            && header.AsSpan(64, 4).IndexOfAnyExcept((byte)0) < 0
            && header.AsSpan(72, 20).IndexOfAnyExcept((byte)0) < 0;
        if (!isAsMade)
            findings.Add("file", "its header is not as it was written");
    }

    private static IEnumerable<string> Lines(SqliteConnection of, string rows) => of.ReadRows(rows, static row =>
    {
        object[] values = new object[row.FieldCount];
        row.GetValues(values);
        return string.Join('\t', values.Select(static value => Convert.ToString(value, CultureInfo.InvariantCulture)));
    });
}
