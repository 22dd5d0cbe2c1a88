using Microsoft.Data.Sqlite;

namespace PolicyAnalysis.Archive.Questions;

/// <summary>Counts a provision type over all platforms from the index, and reads quotes for those that are shown.</summary>
internal sealed class PlatformComparer(SqliteConnection connection, PlatformComparisonOptions options, IReadOnlyDictionary<long, (long Family, string Name)>? families, CancellationToken cancellationToken)
{
    public PlatformComparison Compare(string type)
    {
        string typeSets = TypeSets.Having(connection, [type], asMainOnly: !options.AnyLabel);
        long time = options.AsOf?.ToUnixTimeSeconds() ?? long.MaxValue;
        ITypeTallies tallies = options.AsOf is null ? new StandingTallies(connection, type, options.AnyLabel) : new LifeTallies(connection, typeSets, time);
        if (families is not null)
            tallies = new FamilyTallies(tallies, families);
        (int platformCount, int documentCount) = tallies.Totals();
        var byPlatform = new SortedDictionary<string, List<DocumentTally>>(StringComparer.Ordinal);
        var platformOf = new Dictionary<long, string>();
        foreach (DocumentTally tally in tallies.Documents())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!byPlatform.TryGetValue(tally.Platform, out List<DocumentTally>? documents))
                byPlatform.Add(tally.Platform, documents = []);
            documents.Add(tally);
            platformOf.Add(tally.Document, tally.Platform);
        }

        HashSet<string> quoted = [.. Quoted(byPlatform.Keys)];
        var quotes = new PlatformQuotes(connection, typeSets, time);
        return new PlatformComparison
        {
            Type = type,
            PlatformCount = platformCount,
            DocumentCount = documentCount,
            Platforms = [.. byPlatform.Select(pair => Entry(pair.Key, pair.Value, quoted.Contains(pair.Key) ? quotes : null))],
            Quantities = Distributions(tallies.Figures(), platformOf),
        };
    }

    private PlatformEntry Entry(string platform, List<DocumentTally> documents, PlatformQuotes? quotes)
    {
        cancellationToken.ThrowIfCancellationRequested();
        documents.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return new PlatformEntry
        {
            Platform = platform,
            ProvisionCount = documents.Sum(static document => document.Provisions),
            Documents = documents.ConvertAll(static document => document.Family ?? document.Name),
            Provisions = quotes is null ? [] : [.. documents.SelectMany(quotes.Of)],
        };
    }

    private IEnumerable<string> Quoted(IEnumerable<string> platforms) =>
        (options.Quoted.Count > 0 ? platforms.Intersect(options.Quoted, StringComparer.Ordinal) : platforms).Take(options.MostQuoted);

    private static List<QuantityDistribution> Distributions(IEnumerable<StatedFigure> figures, Dictionary<long, string> platformOf)
    {
        var largest = new SortedDictionary<(QuantityKind Kind, string Unit), Dictionary<string, PlatformQuantity>>(KindThenUnit);
        foreach (StatedFigure figure in figures)
        {
            if (!platformOf.TryGetValue(figure.Document, out string? platform))
                continue;
            if (!largest.TryGetValue((figure.Kind, figure.Unit), out Dictionary<string, PlatformQuantity>? ofKind))
                largest.Add((figure.Kind, figure.Unit), ofKind = new Dictionary<string, PlatformQuantity>(StringComparer.Ordinal));
            if (!ofKind.TryGetValue(platform, out PlatformQuantity? known) || QuantityScale.IsLarger(figure.Amount, figure.Value, known.Amount, known.Value))
                ofKind[platform] = new PlatformQuantity(platform, figure.Amount, figure.Value);
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

    private static readonly Comparer<(QuantityKind Kind, string Unit)> KindThenUnit = Comparer<(QuantityKind Kind, string Unit)>.Create(
        static (left, right) => left.Kind != right.Kind ? left.Kind.CompareTo(right.Kind) : string.CompareOrdinal(left.Unit, right.Unit));
}
