using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Questions;

/// <summary>Reads the provisions of a type that stand in a document at a time, in the order they came into it.</summary>
internal sealed class PlatformQuotes(SqliteConnection connection, string typeSets, long time)
{
    private static readonly string Rows =
        $"""
        SELECT l.wording, l.opened, o.seen, (SELECT c.seen FROM version c WHERE c.sequence=l.closed), t.names
        FROM life l JOIN version o ON o.sequence=l.opened JOIN type_set t ON t.id=l.types
        WHERE l.document=$3 AND l.types IN (SELECT value FROM json_each($2)) AND {LifeTallies.StandingAt("$1")}
        ORDER BY l.opened, l.wording, t.names
        """;

    private readonly WordingTexts _texts = new(connection);

    public IEnumerable<ArchivedProvision> Of(DocumentTally document) => connection
        .ReadRows(Rows, row => new Use(document.Platform, document.Name, row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.IntegerOrNull(3), row.GetString(4)), time, typeSets, document.Document)
        .ToArray()
        .Select(use => use.ToProvision(_texts));
}
