using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Questions;

/// <summary>Finds provisions by words, type, document and time, a page at a time.</summary>
internal static class ProvisionSearch
{
    private const int LargestPage = 1000;

    public static ArchiveSearchPage Find(SqliteConnection connection, ArchiveQuery query, IReadOnlyList<string>? ofLaw)
    {
        int size = Math.Clamp(query.PageSize, 1, LargestPage);
        string words = Match(query.Words);
        var sql = new StringBuilder("SELECT l.id, d.platform, d.name, l.wording, l.opened, l.since, l.until, l.types FROM life l JOIN document d ON d.id=l.document WHERE l.id<$1");
        var values = new List<object?> { query.After ?? long.MaxValue };
        if (words.Length > 0)
            sql.Append(CultureInfo.InvariantCulture, $" AND l.wording IN (SELECT rowid FROM wording_text WHERE wording_text MATCH {Next(values, words)})");
        foreach (IReadOnlyList<string>? types in (ReadOnlySpan<IReadOnlyList<string>?>)[query.Types.Count > 0 ? query.Types : null, ofLaw])
        {
            if (types is null)
                continue;
            // The list goes in as one value: the number of types is the caller's.
            string name = Next(values, string.Join('\n', types));
            sql.Append(CultureInfo.InvariantCulture, $" AND EXISTS(SELECT 1 FROM life_type x JOIN type t ON t.id=x.type WHERE x.life=l.id AND instr(char(10)||{name}||char(10), char(10)||t.name||char(10))>0)");
        }

        if (query.Platform is not null)
            sql.Append(CultureInfo.InvariantCulture, $" AND d.platform={Next(values, query.Platform)}");
        if (query.Document is not null)
            sql.Append(CultureInfo.InvariantCulture, $" AND d.name={Next(values, query.Document)}");
        if (query.AsOf is { } time)
        {
            string name = Next(values, time.ToUnixTimeSeconds());
            sql.Append(CultureInfo.InvariantCulture, $" AND l.since<={name} AND (l.until IS NULL OR l.until>{name})");
        }

        sql.Append(CultureInfo.InvariantCulture, $" ORDER BY l.id DESC LIMIT {Next(values, size + 1)}");
        (long Id, Use Use)[] rows = [.. connection.ReadRows(sql.ToString(), static row => (row.GetInt64(0), new Use(row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.IntegerOrNull(6), row.GetString(7))), [.. values])];
        var texts = new WordingTexts(connection);
        return new ArchiveSearchPage(
            [.. rows.Take(size).Select(row => row.Use.ToProvision(texts))],
            rows.Length > size ? rows[size - 1].Id : null);
    }

    /// <summary>The words as a query of the index: nothing a user types is read as an operator.</summary>
    internal static string Match(string words)
    {
        var query = new StringBuilder();
        bool quoted = false;
        // A NUL would end the query for SQLite.
        foreach (string part in words.Replace('\0', ' ').Split('"'))
        {
            foreach (string term in quoted ? [part] : part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                bool open = !quoted && term.Length > 1 && term[^1] == '*';
                string text = open ? term[..^1] : term;
                if (!text.Any(char.IsLetterOrDigit))
                    continue;
                query.Append(query.Length > 0 ? " AND " : string.Empty).Append('"').Append(text).Append('"').Append(open ? "*" : string.Empty);
            }

            quoted = !quoted;
        }

        return query.ToString();
    }

    private static string Next(List<object?> values, object value)
    {
        values.Add(value);
        return "$" + values.Count.ToString(CultureInfo.InvariantCulture);
    }
}
