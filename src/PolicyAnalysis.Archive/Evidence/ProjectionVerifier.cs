using System.Globalization;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Evidence;

/// <summary>Checks that the tables of documents and versions say what the entries say, no more and no less.</summary>
internal sealed class ProjectionVerifier(SqliteConnection connection, FindingList findings)
{
    private const string Rows =
        """
        SELECT v.sequence, d.platform, d.name, v.seen, s.sha256, v.analysis, t.sha256, r.sha256, v.effective, v.updated
        FROM version v LEFT JOIN document d ON d.id=v.document LEFT JOIN blob s ON s.id=v.source LEFT JOIN blob t ON t.id=v.text LEFT JOIN blob r ON r.id=v.record
        ORDER BY v.sequence
        """;

    public void Verify(IReadOnlyList<ArchiveEntry?> entries, CancellationToken cancellationToken)
    {
        var expected = new SortedDictionary<long, string>();
        var documents = new HashSet<(string?, string?)>();
        var analyses = new Dictionary<long, (long Sequence, ArchiveEntry Entry)>();
        for (int index = 0; index < entries.Count; index++)
        {
            if (entries[index] is not { } entry)
                continue;
            if (entry.Kind == EntryKind.Analysis)
                analyses[entry.Subject] = (index + 1, entry);
        }

        for (int index = 0; index < entries.Count; index++)
        {
            if (entries[index] is not { Kind: EntryKind.Version or EntryKind.Absence } entry)
                continue;
            long sequence = index + 1;
            documents.Add((entry.Platform, entry.Document));
            (long analysis, ArchiveEntry? found) = analyses.GetValueOrDefault(sequence);
            expected.Add(sequence, Line(entry.Platform, entry.Document, entry.SeenAt.ToUnixTimeSeconds(), entry.Source, found is null ? null : analysis, found?.Text, found?.Record, Date(found?.Effective), Date(found?.Updated)));
        }

        foreach ((long sequence, string line) in connection.ReadRows(Rows, static row => (row.GetInt64(0), Line(row.TextOrNull(1), row.TextOrNull(2), row.GetInt64(3), Blob(row, 4), row.IntegerOrNull(5), Blob(row, 6), Blob(row, 7), row.TextOrNull(8), row.TextOrNull(9)))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!expected.Remove(sequence, out string? wanted) || wanted != line)
                findings.Add(string.Create(CultureInfo.InvariantCulture, $"version {sequence}"), "its row does not say what its entries say");
        }

        foreach (long missing in expected.Keys)
            findings.Add(string.Create(CultureInfo.InvariantCulture, $"version {missing}"), "its row is missing");
        foreach ((string platform, string name) in connection.ReadRows("SELECT platform, name FROM document", static row => (row.GetString(0), row.GetString(1))))
        {
            if (!documents.Remove((platform, name)))
                findings.Add("document", $"'{name}' of '{platform}' is in no entry");
        }

        if (documents.Count > 0)
            findings.Add("document", "a document that entries name is missing");
    }

    private static string Line(string? platform, string? name, long seen, byte[]? source, long? analysis, byte[]? text, byte[]? record, string? effective, string? updated) =>
        string.Create(CultureInfo.InvariantCulture, $"{platform}\n{name}\n{seen}\n{Sha256Hash.Hex(source)}\n{analysis}\n{Sha256Hash.Hex(text)}\n{Sha256Hash.Hex(record)}\n{effective}\n{updated}");

    private static byte[]? Blob(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Bytes(column);

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
