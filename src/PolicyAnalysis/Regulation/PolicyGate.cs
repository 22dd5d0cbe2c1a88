using System.Globalization;

namespace PolicyAnalysis.Regulation;

/// <summary>Holds a policy, and what changed in it, against a team's own rules.</summary>
/// <remarks>Immutable and thread-safe. Nothing it says is a legal conclusion.</remarks>
public sealed class PolicyGate
{
    private readonly RegulatoryCatalog _catalog;
    private readonly GateRules _rules;

    /// <summary>Makes a gate.</summary>
    /// <param name="catalog">The catalogue.</param>
    /// <param name="rules">The rules.</param>
    public PolicyGate(RegulatoryCatalog catalog, GateRules rules)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(rules);
        _catalog = catalog;
        _rules = rules;
    }

    /// <summary>Holds a policy against the rules.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="comparison">What changed since an earlier version; rules on changes find nothing where it is left out, and a remark says so.</param>
    /// <param name="options">The day and the profile; suppressions run out by the same day.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RegulatoryCatalogException">A rule names a requirement set that is not known.</exception>
    public GateResult Evaluate(AnalyzedPolicy policy, PolicyComparison? comparison = null, AssessmentOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        options ??= new AssessmentOptions();
        DateOnly asOf = options.AsOf ?? _catalog.Date;
        var findings = new List<GateFinding>();
        var remarks = new List<string>();
        foreach (GateRequirement rule in _rules.Requirements)
            Require(rule, new CompletenessChecker(_catalog).Check(policy, rule.Sets, options, cancellationToken), findings);
        if (comparison is null && _rules.Forbidden.Count > 0)
            remarks.Add("No earlier version was given, so the rules on changes had nothing to look at.");
        foreach (GateForbiddenChange rule in _rules.Forbidden)
            Forbid(rule, comparison, findings);
        if (_rules.Ceilings.Count > 0)
        {
            PolicyAssessment assessment = new RegulatoryMapper(_catalog).Assess(policy, options, cancellationToken);
            foreach (GateCeiling rule in _rules.Ceilings)
                Cap(rule, assessment, findings);
        }

        foreach (GateSuppression suppression in _rules.Suppressions.Where(each => each.Expires < asOf))
            remarks.Add(string.Create(CultureInfo.InvariantCulture, $"The suppression of {suppression.Fingerprint} by {suppression.Owner} ran out on {suppression.Expires:yyyy-MM-dd}."));
        return new GateResult
        {
            Policy = policy,
            AsOf = asOf,
            Findings = [.. findings.Select(finding => Settle(finding, asOf))],
            Remarks = remarks,
            Versions = policy.Versions with { Catalog = _catalog.Version },
            Disclaimer = PolicyDisclaimer.Text,
        };
    }

    private static void Require(GateRequirement rule, CompletenessResult result, List<GateFinding> into)
    {
        foreach (RequirementFinding finding in result.Requirements)
        {
            bool open = finding.Status == RequirementStatus.NotFound || (finding.Status == RequirementStatus.Partial && !rule.AcceptsPartial);
            if (!open || rule.Except.Contains(finding.Id, StringComparer.Ordinal))
                continue;
            into.Add(new GateFinding
            {
                Rule = rule.Id,
                Kind = "requirement",
                Target = finding.Id,
                Fingerprint = rule.Id + ":" + finding.Id,
                Outcome = rule.Warns ? GateOutcome.Warns : GateOutcome.Fails,
                Message = $"The rule '{rule.Id}' asks for: {finding.Element}. {finding.Reason}",
                Evidence = finding.Evidence.Count > 0 ? finding.Evidence[0] : null,
                Citation = finding.Citation,
            });
        }
    }

    private static void Forbid(GateForbiddenChange rule, PolicyComparison? comparison, List<GateFinding> into)
    {
        foreach (ChangeRecord change in comparison?.Changes ?? [])
        {
            string? effect = change.Effects.Select(each => each.Id).FirstOrDefault(id => rule.Effects.Count == 0 || rule.Effects.Contains(id, StringComparer.Ordinal));
            bool concerns = effect is not null
                && (rule.Types.Count == 0 || change.Types.Any(type => rule.Types.Contains(type, StringComparer.Ordinal)))
                && (!rule.MaterialOnly || change.Materiality == Materiality.Material)
                && (!rule.AgainstUserOnly || change.Direction is ChangeDirection.AgainstUser or ChangeDirection.Mixed)
                && !change.Effects.Any(each => rule.UnlessEffects.Contains(each.Id, StringComparer.Ordinal));
            if (!concerns)
                continue;
            ChangeSide side = (change.After ?? change.Before)!;
            string place = side.Provisions.Count > 0 ? side.Provisions[0].Provision.Id : string.Create(CultureInfo.InvariantCulture, $"at-{side.Range.Start}");
            into.Add(new GateFinding
            {
                Rule = rule.Id,
                Kind = "change",
                Target = effect!,
                Fingerprint = $"{rule.Id}:{effect}:{place}",
                Outcome = rule.Warns ? GateOutcome.Warns : GateOutcome.Fails,
                Message = $"The rule '{rule.Id}' does not take a change of this kind ({effect}): {change.Summary}" + (rule.Reason is null ? string.Empty : $" Reason of the rule: {rule.Reason}"),
                Evidence = change.After is { } after ? new Quote(after.Text, after.Range) : null,
            });
        }
    }

    private static void Cap(GateCeiling rule, PolicyAssessment assessment, List<GateFinding> into)
    {
        foreach (ProvisionAssessment provision in assessment.Provisions)
        {
            bool concerns = provision.Exposure.Level > rule.Ceiling
                && (rule.Types.Count == 0 || provision.Provision.Labels.Any(label => rule.Types.Contains(label.Type, StringComparer.Ordinal)));
            if (!concerns)
                continue;
            Provision text = provision.Provision.Provision;
            string raised = provision.Exposure.Raised.Count == 0 ? "its type's own level" : string.Join(" ", provision.Exposure.Raised.Select(factor => factor.Description));
            into.Add(new GateFinding
            {
                Rule = rule.Id,
                Kind = "exposure",
                Target = text.Id,
                Fingerprint = $"{rule.Id}:{text.Id}",
                Outcome = rule.Warns ? GateOutcome.Warns : GateOutcome.Fails,
                Message = $"The rule '{rule.Id}' caps governance exposure at {Name(rule.Ceiling)}; the provision's is {Name(provision.Exposure.Level)}. What raised it: {raised}",
                Evidence = new Quote(text.Text, text.Range),
                Citation = provision.Citations.Count > 0 ? provision.Citations[0].Display : null,
            });
        }
    }

    private GateFinding Settle(GateFinding finding, DateOnly asOf)
    {
        GateSuppression? suppression = _rules.Suppressions.FirstOrDefault(each => each.Fingerprint == finding.Fingerprint && each.Expires >= asOf);
        if (suppression is not null)
            return finding with { Outcome = GateOutcome.Suppressed, Suppression = string.Create(CultureInfo.InvariantCulture, $"{suppression.Owner}, until {suppression.Expires:yyyy-MM-dd}: {suppression.Reason}") };
        return _rules.Baseline.Contains(finding.Fingerprint, StringComparer.Ordinal) ? finding with { Outcome = GateOutcome.Known } : finding;
    }

    private static string Name(ExposureLevel level) => level switch
    {
        ExposureLevel.Low => "low",
        ExposureLevel.LowMedium => "low to medium",
        ExposureLevel.Medium => "medium",
        ExposureLevel.MediumHigh => "medium to high",
        _ => "high",
    };
}
