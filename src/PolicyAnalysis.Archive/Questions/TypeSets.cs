using System.Globalization;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Questions;

/// <summary>The combinations of types that provisions have: there are few, and a provision names its own by a number.</summary>
internal static class TypeSets
{
    /// <summary>The combinations in which one of some types stands, as a list in JSON for the database.</summary>
    public static string Having(SqliteConnection connection, IReadOnlyCollection<string> types, bool asMainOnly) => Json(
        connection
            .ReadRows("SELECT id, names FROM type_set ORDER BY id", static row => (Id: row.GetInt64(0), Names: Parts(row.GetString(1))))
            .Where(set => (asMainOnly ? set.Names.Take(1) : set.Names).Any(types.Contains))
            .Select(static set => set.Id));

    public static string[] Parts(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Json(IEnumerable<long> ids) => $"[{string.Join(',', ids.Select(static id => id.ToString(CultureInfo.InvariantCulture)))}]";
}
