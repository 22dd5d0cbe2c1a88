using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Writing;

/// <summary>The numbers of names that a table keeps once each; a name that is new is added.</summary>
internal sealed class NameNumbers(SqliteConnection connection, string table, string column)
{
    private readonly Dictionary<string, long> _known = new(StringComparer.Ordinal);

    public long Of(string name)
    {
        if (!_known.TryGetValue(name, out long id))
        {
            connection.Run($"INSERT OR IGNORE INTO {table}({column}) VALUES($1)", name);
            id = connection.ReadInteger($"SELECT id FROM {table} WHERE {column}=$1", name);
            _known.Add(name, id);
        }

        return id;
    }
}
