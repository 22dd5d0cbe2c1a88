using System.Runtime.CompilerServices;
using PolicyAnalysis.Archive.Questions;
using PolicyAnalysis.Regulation;

namespace PolicyAnalysis.Archive;

public sealed partial class PolicyArchive
{
    private readonly NearestWordings _nearest = new();

    /// <summary>Compares platforms in one provision type: who has it, how many, what quantities they state, in what words.</summary>
    /// <param name="type">The id of the type in the taxonomy, for example <c>data-retention</c>.</param>
    /// <param name="options">What to compare; the latest versions where left out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The comparison; without platforms where none has the type.</returns>
    /// <exception cref="PolicyArchiveException">The archive cannot be read.</exception>
    public PlatformComparison ComparePlatforms(string type, PlatformComparisonOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        options ??= new PlatformComparisonOptions();
        return Reading(connection => new PlatformComparer(connection, options, options.ByFamily ? FamilyNumbers(connection, cancellationToken) : null, cancellationToken).Compare(type));
    }

    /// <summary>Finds provisions; one page of them.</summary>
    /// <param name="query">What to look for.</param>
    /// <exception cref="PolicyArchiveException">The catalogue has no such law, or the archive cannot be read.</exception>
    public ArchiveSearchPage Search(ArchiveQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        IReadOnlyList<string>? ofLaw = query.Law is null ? null : TypesOf(query.Law);
        return Reading(connection => ProvisionSearch.Find(connection, query, ofLaw));
    }

    /// <summary>Finds provisions; all of them, read page by page.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="PolicyArchiveException">The archive cannot be read.</exception>
    public async IAsyncEnumerable<ArchivedProvision> SearchAllAsync(ArchiveQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArchiveSearchPage page;
        do
        {
            ArchiveQuery next = query;
            page = await Task.Run(() => Search(next), cancellationToken).ConfigureAwait(false);
            foreach (ArchivedProvision provision in page.Provisions)
                yield return provision;
            query = query with { After = page.Next };
        }
        while (page.Next is not null);
    }

    /// <summary>Finds the wordings of the archive that are nearest to a text.</summary>
    /// <param name="text">The text; of six words or more, shorter ones have no near wordings.</param>
    /// <param name="leastSimilarity">The least similarity, above 0 to 1. Below 0.7 more and more wordings are missed.</param>
    /// <param name="most">How many to give.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The wordings, nearest first; their similarity is exact.</returns>
    /// <exception cref="PolicyArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<NearWording> FindNearest(string text, double leastSimilarity = 0.7, int most = 10, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(leastSimilarity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(leastSimilarity, 1);
        return Reading(connection => _nearest.Find(connection, text, leastSimilarity, most, cancellationToken));
    }

    private static string[] TypesOf(string law)
    {
        RegulatoryRule[] rules = [.. RegulatoryCatalog.Default.Rules.Where(rule => rule.Instrument.Id == law)];
        return rules.Length > 0
            ? [.. rules.SelectMany(static rule => rule.Versions).SelectMany(static version => version.ProvisionTypes).Distinct(StringComparer.Ordinal)]
            : throw new PolicyArchiveException(ArchiveProblem.NotFound, $"The catalogue has no rules of '{law}'; give the id of one of its instruments.");
    }
}
