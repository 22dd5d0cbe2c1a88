using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Questions;

/// <summary>The counts of any time, from the lives of all provisions.</summary>
internal sealed class LifeTallies(SqliteConnection connection, string typeSets, long time) : ITypeTallies
{
    private const string OfType = "FROM life l JOIN version o ON o.sequence=l.opened JOIN document d ON d.id=l.document";

    private static readonly string Which = $"WHERE l.types IN (SELECT value FROM json_each($2)) AND {StandingAt("$1")}";

    private static readonly string OfStanding = $"FROM document d WHERE EXISTS(SELECT 1 FROM life l JOIN version o ON o.sequence=l.opened WHERE l.document=d.id AND {StandingAt("$1")})";

    /// <summary>A life <c>l</c> that the version <c>o</c> opened stands at a time where it had begun and not yet ended.</summary>
    public static string StandingAt(string time) => $"o.seen<={time} AND (l.closed IS NULL OR (SELECT c.seen FROM version c WHERE c.sequence=l.closed)>{time})";

    public (int Platforms, int Documents) Totals() => connection.ReadRows(
        $"SELECT count(DISTINCT d.platform), count(*) {OfStanding}",
        static row => (row.GetInt32(0), row.GetInt32(1)),
        time).First();

    IEnumerable<long> ITypeTallies.Standing() => connection.ReadRows(
        $"SELECT d.id {OfStanding}",
        static row => row.GetInt64(0),
        time);

    public IEnumerable<DocumentTally> Documents() => connection.ReadRows(
        $"SELECT d.id, d.platform, d.name, count(*) {OfType} {Which} GROUP BY d.id",
        static row => new DocumentTally(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3)),
        time,
        typeSets);

    public IEnumerable<StatedFigure> Figures() => connection.ReadRows(
        $"SELECT DISTINCT l.document, q.kind, q.unit, q.amount, q.value {OfType} JOIN quantity q ON q.wording=l.wording {Which}",
        static row =>
        {
            var kind = (QuantityKind)row.GetInt32(1);
            (double amount, string unit) = QuantityScale.Measure(kind, row.GetDouble(3), row.GetString(2));
            return new StatedFigure(row.GetInt64(0), kind, unit, amount, row.GetString(4));
        },
        time,
        typeSets);
}
