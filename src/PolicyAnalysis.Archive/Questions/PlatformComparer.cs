using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Questions;

/// <summary>Counts a provision type over all platforms from the index, and reads quotes for those that are shown.</summary>
internal sealed class PlatformComparer(SqliteConnection connection, PlatformComparisonOptions options, CancellationToken cancellationToken)
{
    private const string Rows =
        """
        SELECT d.platform, d.name, l.wording, l.opened, l.since, l.until, l.types
        FROM type t JOIN life_type x ON x.type=t.id JOIN life l ON l.id=x.life JOIN document d ON d.id=l.document
        WHERE t.name=$1 AND l.since<=$2 AND (l.until IS NULL OR l.until>$2)
        """;

    private const string Standing = "SELECT 1 FROM life l WHERE l.document=d.id AND l.since<=$1 AND (l.until IS NULL OR l.until>$1)";

    public PlatformComparison Compare(string type)
    {
        long time = options.AsOf?.ToUnixTimeSeconds() ?? long.MaxValue;
        var byPlatform = new SortedDictionary<string, List<Use>>(StringComparer.Ordinal);
        foreach (Use use in connection.ReadRows(Rows, UseOf, type, time))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!options.AnyLabel && !IsMain(use.Types, type))
                continue;
            if (!byPlatform.TryGetValue(use.Platform, out List<Use>? uses))
                byPlatform.Add(use.Platform, uses = []);
            uses.Add(use);
        }

        HashSet<string> quoted = [.. Quoted(byPlatform.Keys)];
        var texts = new WordingTexts(connection);
        var platforms = new List<PlatformEntry>(byPlatform.Count);
        foreach ((string platform, List<Use> uses) in byPlatform)
        {
            uses.Sort(static (left, right) => (string.CompareOrdinal(left.Document, right.Document), left.Opened, left.Wording).CompareTo((0, right.Opened, right.Wording)));
            platforms.Add(new PlatformEntry
            {
                Platform = platform,
                ProvisionCount = uses.Count,
                Documents = [.. uses.Select(static use => use.Document).Distinct(StringComparer.Ordinal)],
                Provisions = quoted.Contains(platform) ? uses.ConvertAll(use => use.ToProvision(texts)) : [],
            });
        }

        return new PlatformComparison
        {
            Type = type,
            PlatformCount = (int)connection.ReadInteger($"SELECT count(DISTINCT d.platform) FROM document d WHERE EXISTS({Standing})", time),
            DocumentCount = (int)connection.ReadInteger($"SELECT count(*) FROM document d WHERE EXISTS({Standing})", time),
            Platforms = platforms,
            Quantities = Quantities(byPlatform),
        };
    }

    private IEnumerable<string> Quoted(IEnumerable<string> platforms) =>
        (options.Quoted.Count > 0 ? platforms.Intersect(options.Quoted, StringComparer.Ordinal) : platforms).Take(options.MostQuoted);

    private List<QuantityDistribution> Quantities(SortedDictionary<string, List<Use>> byPlatform)
    {
        var largest = new SortedDictionary<(QuantityKind Kind, string Unit), Dictionary<string, PlatformQuantity>>();
        using SqliteCommand command = connection.Command("SELECT kind, amount, unit, value FROM quantity WHERE wording=$1 ORDER BY ordinal");
        foreach ((string platform, List<Use> uses) in byPlatform)
        {
            foreach (long wording in uses.Select(static use => use.Wording).Distinct())
            {
                using SqliteDataReader row = command.With(wording).ExecuteReader();
                while (row.Read())
                {
                    var kind = (QuantityKind)row.GetInt32(0);
                    (double amount, string unit) = Measure(kind, row.GetDouble(1), row.GetString(2));
                    if (!largest.TryGetValue((kind, unit), out Dictionary<string, PlatformQuantity>? figures))
                        largest.Add((kind, unit), figures = new Dictionary<string, PlatformQuantity>(StringComparer.Ordinal));
                    if (!figures.TryGetValue(platform, out PlatformQuantity? known) || (amount, row.GetString(3)).CompareTo((known.Amount, known.Value)) > 0)
                        figures[platform] = new PlatformQuantity(platform, amount, row.GetString(3));
                }
            }
        }

        return
        [
            .. largest.Select(static pair => new QuantityDistribution
            {
                Kind = pair.Key.Kind,
                Unit = pair.Key.Unit,
                Figures = [.. pair.Value.Values.OrderBy(static figure => figure.Amount).ThenBy(static figure => figure.Platform, StringComparer.Ordinal)],
            }),
        ];
    }

    /// <summary>Periods of any unit on one scale; other quantities in their own unit.</summary>
    internal static (double Amount, string Unit) Measure(QuantityKind kind, double amount, string unit)
    {
        if (kind != QuantityKind.Period)
            return (amount, unit);
        double days = unit switch
        {
            "P1D" => amount,
            "P1D/business" => amount * 1.4,
            // Twelve months are a year of 365 days, whatever the months.
            "P1M" => (Math.Floor(amount / 12) * 365) + (amount % 12 * 30),
            "PT1H" => amount / 24,
            "PT1M" => amount / (24 * 60),
            _ => double.NaN,
        };
        return double.IsNaN(days) ? (amount, unit) : (days, "days");
    }

    private static bool IsMain(string types, string type) => types.StartsWith(type, StringComparison.Ordinal) && (types.Length == type.Length || types[type.Length] == ' ');

    private static Use UseOf(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.IntegerOrNull(5), row.GetString(6));
}
