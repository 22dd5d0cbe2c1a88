using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Questions;

/// <summary>Finds provisions by words, type, document and time, a page at a time.</summary>
internal static class ProvisionSearch
{
    private const int LargestPage = 1000;

    /// <summary>So many provisions are read at once where phrases are checked on their texts.</summary>
    private const int CheckedAtOnce = 256;

    public static ArchiveSearchPage Find(SqliteConnection connection, ArchiveQuery query, IReadOnlyList<string>? ofLaw)
    {
        int size = Math.Clamp(query.PageSize, 1, LargestPage);
        using var words = new SearchWords(query.Words);
        var texts = new WordingTexts(connection);
        var found = new List<(long Id, ArchivedProvision Provision)>();
        long after = query.After ?? long.MaxValue;
        int most = words.HasPhrases ? Math.Max(size + 1, CheckedAtOnce) : size + 1;
        List<(long Id, Use Use)> rows;
        do
        {
            rows = Rows(connection, query, ofLaw, words.Query, after, most);
            foreach ((long id, Use use) in rows)
            {
                after = id;
                if (words.HasPhrases && !words.StandIn(texts.Read(use.Wording)))
                    continue;
                found.Add((id, use.ToProvision(texts)));
                if (found.Count > size)
                    return new ArchiveSearchPage([.. found.Take(size).Select(static row => row.Provision)], found[size - 1].Id);
            }
        }
        while (rows.Count == most);
        return new ArchiveSearchPage([.. found.Select(static row => row.Provision)], null);
    }

    private static List<(long Id, Use Use)> Rows(SqliteConnection connection, ArchiveQuery query, IReadOnlyList<string>? ofLaw, string words, long after, int most)
    {
        var sql = new StringBuilder(
            """
            SELECT l.id, d.platform, d.name, l.wording, l.opened, o.seen, (SELECT c.seen FROM version c WHERE c.sequence=l.closed), t.names
            FROM life l JOIN document d ON d.id=l.document JOIN version o ON o.sequence=l.opened JOIN type_set t ON t.id=l.types
            WHERE l.id<$1
            """);
        var values = new List<object?> { after };
        if (words.Length > 0)
            sql.Append(CultureInfo.InvariantCulture, $" AND l.wording IN (SELECT rowid FROM wording_text WHERE wording_text MATCH {Next(values, words)})");
        foreach (IReadOnlyList<string>? types in (ReadOnlySpan<IReadOnlyList<string>?>)[query.Types.Count > 0 ? query.Types : null, ofLaw])
        {
            // The list goes in as one value: the number of types is the caller's.
            if (types is not null)
                sql.Append(CultureInfo.InvariantCulture, $" AND l.types IN (SELECT value FROM json_each({Next(values, TypeSets.Having(connection, types, asMainOnly: false))}))");
        }

        if (query.Platform is not null)
            sql.Append(CultureInfo.InvariantCulture, $" AND d.platform={Next(values, query.Platform)}");
        if (query.Document is not null)
            sql.Append(CultureInfo.InvariantCulture, $" AND d.name={Next(values, query.Document)}");
        if (query.AsOf is { } time)
            sql.Append(CultureInfo.InvariantCulture, $" AND {LifeTallies.StandingAt(Next(values, time.ToUnixTimeSeconds()))}");

        sql.Append(CultureInfo.InvariantCulture, $" ORDER BY l.id DESC LIMIT {Next(values, most)}");
        return [.. connection.ReadRows(sql.ToString(), static row => (row.GetInt64(0), new Use(row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.IntegerOrNull(6), row.GetString(7))), [.. values])];
    }

    private static string Next(List<object?> values, object value)
    {
        values.Add(value);
        return "$" + values.Count.ToString(CultureInfo.InvariantCulture);
    }
}
