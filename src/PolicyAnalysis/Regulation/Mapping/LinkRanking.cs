using System.Globalization;

namespace PolicyAnalysis.Regulation.Mapping;

/// <summary>Chooses and orders the rules that a provision touches: what the text itself cites, then what matters most for its types.</summary>
internal sealed class LinkRanking
{
    private const double Cited = 3;
    private const double PlaceNamed = 0.6;

    private readonly RegulatoryCatalog _catalog;
    private readonly AssessmentOptions _options;
    private readonly DateOnly _asOf;
    private readonly ILookup<string, (RegulatoryRule Rule, RuleVersion Version)> _byType;

    public LinkRanking(RegulatoryCatalog catalog, AssessmentOptions options, DateOnly asOf)
    {
        _catalog = catalog;
        _options = options;
        _asOf = asOf;
        _byType = catalog.Rules
            .Select(rule => (Rule: rule, Version: rule.VersionOn(asOf)))
            .Where(pair => pair.Version is not null)
            .SelectMany(pair => pair.Version!.ProvisionTypes.Select(type => (type, Pair: (pair.Rule, pair.Version!))))
            .ToLookup(pair => pair.type, pair => pair.Pair, StringComparer.Ordinal);
    }

    /// <summary>The links, best first, at most as many as the options ask for.</summary>
    public List<RegulatoryLink> Links(TypedProvision provision, IReadOnlySet<string> places, IReadOnlyDictionary<string, bool> cited, IReadOnlySet<string> sectors)
    {
        var scores = new Dictionary<RegulatoryRule, (double Score, string Type)>();
        for (int rank = 0; rank < provision.Types.Count; rank++)
        {
            (RegulatoryType type, double weight) = provision.Types[rank];
            IReadOnlyList<string> anchors = _catalog.Cues.Playbook.TryGetValue(type.Id, out PlaybookEntry? entry) ? entry.Anchors : [];
            foreach ((RegulatoryRule rule, RuleVersion version) in _byType[type.Id])
            {
                double score = weight * (Anchored(anchors, rule) + Specificity(version, type.Id));
                if (!scores.TryGetValue(rule, out (double Score, string Type) known) || score > known.Score)
                    scores[rule] = (score, type.Id);
            }
        }

        var links = new List<(double Score, RegulatoryLink Link)>();
        foreach ((RegulatoryRule rule, (double score, string type)) in scores)
        {
            bool isCited = cited.ContainsKey(rule.Instrument.Id);
            if (rule.Instrument.Sector is { } sector && !sectors.Contains(sector) && !isCited)
                continue;
            (string applicability, string? fact) = Applicability(rule, rule.VersionOn(_asOf)!, places);
            if (applicability == "out-of-scope")
                continue;
            double total = score
                + (isCited ? Cited : 0)
                + (places.Contains(rule.Instrument.Jurisdiction) ? PlaceNamed : 0)
                + (applicability == "likely-engaged" ? 0.2 : 0);
            links.Add((total, Link(rule, rule.VersionOn(_asOf)!, type, isCited ? "cites" : rule.Instrument.Jurisdiction == "INT" ? "informs" : "engages", applicability, fact)));
        }

        return [.. links.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Link.Id, StringComparer.Ordinal).Take(_options.MaximumCitations).Select(pair => pair.Link)];
    }

    private static double Anchored(IReadOnlyList<string> anchors, RegulatoryRule rule)
    {
        for (int i = 0; i < anchors.Count; i++)
        {
            if (anchors[i] == rule.Id)
                return 1 - (i * 0.05);
        }

        return 0;
    }

    private static double Specificity(RuleVersion version, string type)
    {
        int place = 0;
        while (place < version.ProvisionTypes.Count && version.ProvisionTypes[place] != type)
            place++;
        return 0.3 / (1 + place);
    }

    private (string Applicability, string? Fact) Applicability(RegulatoryRule rule, RuleVersion version, IReadOnlySet<string> places)
    {
        ApplicabilityProfile profile = _options.Profile ?? ApplicabilityProfile.Empty;
        (ConditionResult result, string? fact) = version.AppliesWhen.Evaluate(profile);
        InstrumentScope? scope = rule.Instrument.Scope.FirstOrDefault(each => each.ValidFrom <= _asOf && !(each.ValidTo <= _asOf));
        if (scope is not null)
        {
            (ConditionResult scopeResult, string? scopeFact) = scope.Condition.Evaluate(profile);
            if (scopeResult < result)
                (result, fact) = (scopeResult, scopeFact);
        }

        return result switch
        {
            ConditionResult.True => ("likely-engaged", null),
            ConditionResult.False => ("out-of-scope", fact),
            _ when profile.Jurisdictions.Count > 0 || places.Contains(rule.Instrument.Jurisdiction) => ("applies-if-facts-hold", fact),
            _ => ("engaged-unknown", fact),
        };
    }

    private RegulatoryLink Link(RegulatoryRule rule, RuleVersion version, string type, string relation, string applicability, string? fact)
    {
        string why = string.Create(CultureInfo.InvariantCulture, $"{rule.Topic[..1].ToUpperInvariant()}{rule.Topic[1..]}: {version.Paraphrase}");
        if (version.Lifecycle == RuleLifecycle.Contested)
            why += " Contested as of " + _asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".";
        if (version.Provenance.IsStale(_asOf))
            why += " The catalogue's record is past its review date.";
        why += relation == "cites" ? " The text itself names this law." : $" Linked because the provision concerns {Noun(type)}.";
        return new RegulatoryLink
        {
            Id = rule.Id,
            Display = version.Citation.Display,
            Relation = relation,
            Why = why,
            Jurisdiction = rule.Instrument.Jurisdiction,
            Applicability = applicability,
            Status = version.Provenance.Status,
        };
    }

    private static string Noun(string type) => type.Replace('-', ' ');
}
