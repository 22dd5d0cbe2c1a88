using PolicyAnalysis.Regulation.Catalog;
using PolicyAnalysis.Regulation.Completeness;
using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation;

/// <summary>Looks in a notice for what laws ask notices to state.</summary>
/// <remarks>Immutable and thread-safe. Nothing it says is a legal conclusion. Time is linear in the notice.</remarks>
public sealed class CompletenessChecker
{
    private readonly RegulatoryCatalog _catalog;

    /// <summary>Makes a checker.</summary>
    /// <param name="catalog">The catalogue.</param>
    public CompletenessChecker(RegulatoryCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        _catalog = catalog;
    }

    /// <summary>The sets that a notice can be checked for.</summary>
    public IReadOnlyList<RequirementSet> RequirementSets => _catalog.RequirementSets;

    /// <summary>Looks in one notice for the elements of one or more sets; every element is answered.</summary>
    /// <param name="policy">The notice.</param>
    /// <param name="requirementSets">The names of the sets, for example <c>gdpr-13</c>.</param>
    /// <param name="options">The day and the profile; the defaults where left out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RegulatoryCatalogException">A set is not known; the message lists those there are.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public CompletenessResult Check(AnalyzedPolicy policy, IReadOnlyCollection<string> requirementSets, AssessmentOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(requirementSets);
        options ??= new AssessmentOptions();
        DateOnly asOf = options.AsOf ?? _catalog.Date;
        RequirementSet[] sets = [.. requirementSets.Distinct(StringComparer.Ordinal).Select(_catalog.RequirementSet)];
        if (sets.Length == 0)
            throw new RegulatoryCatalogException($"no requirement set was named; there are {string.Join(", ", RequirementSets.Select(set => set.Name))}.");
        StatementCues catalog = _catalog.Statements;
        PolicyCues cues = PolicyCues.Read(policy, catalog.Set, cancellationToken);
        var statements = StatementEvidence.Find(cues, catalog, cancellationToken);
        var judge = new ElementJudge(policy, statements, catalog, asOf);
        return new CompletenessResult
        {
            Policy = policy,
            RequirementSets = [.. sets.Select(set => set.Name)],
            AsOf = asOf,
            Requirements = [.. sets.SelectMany(set => set.Elements).DistinctBy(element => element.Id, StringComparer.Ordinal).Select(judge.Judge)],
            Versions = policy.Versions with { Catalog = _catalog.Version },
            Disclaimer = PolicyDisclaimer.Text,
        };
    }
}
