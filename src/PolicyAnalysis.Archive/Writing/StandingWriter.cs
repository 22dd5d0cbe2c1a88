using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Questions;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Writing;

/// <summary>
/// Keeps what the latest version of each document has of each type: how many provisions, and the largest quantities they
/// state. A question over all documents then reads a few rows of each.
/// </summary>
internal sealed class StandingWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand[] _clear;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _insertFigure;
    private readonly NameNumbers _types;

    public StandingWriter(SqliteConnection connection)
    {
        _connection = connection;
        _types = new NameNumbers(connection, "type", "name");
        _clear = [connection.Command("DELETE FROM standing WHERE document=$1"), connection.Command("DELETE FROM standing_figure WHERE document=$1")];
        _insert = connection.Command("INSERT INTO standing(document, type, main, labelled) VALUES($1, $2, $3, $4)");
        _insertFigure = connection.Command("INSERT INTO standing_figure(document, type, main, kind, unit, amount, value) VALUES($1, $2, $3, $4, $5, $6, $7)");
    }

    /// <summary>Counts a document anew from its lives.</summary>
    public void Write(long document)
    {
        foreach (SqliteCommand command in _clear)
            command.With(document).ExecuteNonQuery();
        var counts = new SortedDictionary<long, (int Main, int Labelled)>();
        foreach ((string names, int count) in _connection.ReadRows(
            "SELECT t.names, count(*) FROM life l JOIN type_set t ON t.id=l.types WHERE l.document=$1 AND l.closed IS NULL GROUP BY t.id", static row => (row.GetString(0), row.GetInt32(1)), document))
        {
            Count(StandingTallies.Everything, count, count);
            string[] types = TypeSets.Parts(names);
            for (int place = 0; place < types.Length; place++)
            {
                if (types.AsSpan(0, place).Contains(types[place]))
                    continue;
                Count(_types.Of(types[place]), place == 0 ? count : 0, count);
            }
        }

        foreach ((long type, (int main, int labelled)) in counts)
            _insert.With(document, type, main, labelled).ExecuteNonQuery();
        WriteFigures(document);

        void Count(long type, int main, int labelled)
        {
            (int Main, int Labelled) known = counts.GetValueOrDefault(type);
            counts[type] = (known.Main + main, known.Labelled + labelled);
        }
    }

    public void Dispose()
    {
        foreach (SqliteCommand command in (ReadOnlySpan<SqliteCommand>)[.. _clear, _insert, _insertFigure])
            command.Dispose();
    }

    private void WriteFigures(long document)
    {
        var largest = new Dictionary<(long Type, bool IsMain, int Kind, string Unit), (double Amount, string Value)>();
        foreach ((string names, QuantityKind kind, double stated, string statedUnit, string value) in _connection.ReadRows(
            "SELECT t.names, q.kind, q.amount, q.unit, q.value FROM life l JOIN type_set t ON t.id=l.types JOIN quantity q ON q.wording=l.wording WHERE l.document=$1 AND l.closed IS NULL AND t.names<>''",
            static row => (row.GetString(0), (QuantityKind)row.GetInt32(1), row.GetDouble(2), row.GetString(3), row.GetString(4)),
            document))
        {
            (double amount, string unit) = QuantityScale.Measure(kind, stated, statedUnit);
            bool isMain = true;
            foreach (string type in TypeSets.Parts(names))
            {
                (long, bool, int, string) key = (_types.Of(type), isMain, (int)kind, unit);
                if (!largest.TryGetValue(key, out (double Amount, string Value) known) || QuantityScale.IsLarger(amount, value, known.Amount, known.Value))
                    largest[key] = (amount, value);
                isMain = false;
            }
        }

        foreach (((long type, bool isMain, int kind, string unit), (double amount, string value)) in largest)
            _insertFigure.With(document, type, isMain ? 1 : 0, kind, unit, amount, value).ExecuteNonQuery();
    }
}
