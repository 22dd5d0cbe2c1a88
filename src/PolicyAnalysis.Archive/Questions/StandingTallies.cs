using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Questions;

/// <summary>The counts of the latest versions, which are kept up to date with every version: a few rows a document.</summary>
internal sealed class StandingTallies(SqliteConnection connection, string type, bool anyLabel) : ITypeTallies
{
    private readonly long _type = connection.ReadInteger("SELECT id FROM type WHERE name=$1", type);

    public (int Platforms, int Documents) Totals() => connection.ReadRows(
        "SELECT count(DISTINCT d.platform), count(*) FROM document d JOIN standing s ON s.document=d.id AND s.type=$1",
        static row => (row.GetInt32(0), row.GetInt32(1)),
        Everything).First();

    public IEnumerable<long> Standing() => connection.ReadRows("SELECT document FROM standing WHERE type=$1", static row => row.GetInt64(0), Everything);

    public IEnumerable<DocumentTally> Documents() => connection.ReadRows(
        "SELECT d.id, d.platform, d.name, iif($2, s.labelled, s.main) FROM document d CROSS JOIN standing s ON s.document=d.id AND s.type=$1 WHERE iif($2, s.labelled, s.main)>0",
        static row => new DocumentTally(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3)),
        KnownType,
        anyLabel);

    public IEnumerable<StatedFigure> Figures() => connection.ReadRows(
        "SELECT d.id, s.kind, s.unit, s.amount, s.value FROM document d CROSS JOIN standing_figure s ON s.document=d.id AND s.type=$1 AND s.main>=$2",
        static row => new StatedFigure(row.GetInt64(0), (QuantityKind)row.GetInt32(1), row.GetString(2), row.GetDouble(3), row.GetString(4)),
        KnownType,
        anyLabel ? 0 : 1);

    /// <summary>The row that counts a document's provisions of any type or none.</summary>
    public const long Everything = 0;

    /// <summary>A type that no provision has must not be taken for the row of all.</summary>
    private long KnownType => _type == 0 ? -1 : _type;
}
