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
        return Check([policy], requirementSets, options, cancellationToken);
    }

    /// <summary>Looks in several documents together, for example a privacy notice, a cookie notice and terms: an element is found where any of them states it.</summary>
    /// <param name="policies">The documents, the main one first.</param>
    /// <param name="requirementSets">The names of the sets, for example <c>gdpr-13</c>.</param>
    /// <param name="options">The day and the profile; the defaults where left out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">There is no document.</exception>
    /// <exception cref="RegulatoryCatalogException">A set is not known; the message lists those there are.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public CompletenessResult Check(IReadOnlyList<AnalyzedPolicy> policies, IReadOnlyCollection<string> requirementSets, AssessmentOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(requirementSets);
        if (policies.Count == 0)
            throw new ArgumentException("A check needs at least one document.", nameof(policies));
        options ??= new AssessmentOptions();
        DateOnly asOf = options.AsOf ?? _catalog.Date;
        RequirementSet[] sets = [.. requirementSets.Distinct(StringComparer.Ordinal).Select(_catalog.RequirementSet)];
        if (sets.Length == 0)
            throw new RegulatoryCatalogException($"no requirement set was named; there are {string.Join(", ", RequirementSets.Select(set => set.Name))}.");
        StatementCues catalog = _catalog.Statements;

        // A document that cannot be read in its language says nothing, neither for an element nor against it.
        (int Index, PolicyDocument Document, PolicyCues Cues)[] readable = [.. policies.Index().Where(pair => PolicyCues.Speaks(pair.Item.Document.Language)).Select(pair => (pair.Index, pair.Item.Document, PolicyCues.Read(pair.Item, catalog.Set, cancellationToken)))];
        var statements = StatementEvidence.Find(readable, catalog, cancellationToken);
        var judge = new ElementJudge(policies, [.. readable.Select(pair => pair.Index)], statements, catalog, _catalog.Calibration, asOf);
        return new CompletenessResult
        {
            Policy = policies[0],
            Others = [.. policies.Skip(1)],
            RequirementSets = [.. sets.Select(set => set.Name)],
            AsOf = asOf,
            Requirements = [.. sets.SelectMany(set => set.Elements).DistinctBy(element => element.Id, StringComparer.Ordinal).Select(judge.Judge)],
            Versions = policies[0].Versions with { Catalog = _catalog.Version },
            Disclaimer = PolicyDisclaimer.Text,
        };
    }
}
