using System.Globalization;
using System.Text;

namespace PolicyAnalysis.Regulation.Mapping;

/// <summary>Chooses and orders the rules that a provision touches: what the text itself cites, then what matters most for its types.</summary>
internal sealed class LinkRanking
{
    private const double RuleCited = 4;
    private const double InstrumentCited = 0.7;
    private const double PlaceNamed = 0.4;
    private const double PlaceNotice = 1.1;
    private const double LikelyEngaged = 0.1;
    /// <summary>The hint of words that speak to a business as the other party.</summary>
    public const string BusinessParty = "business-party";

    private const string RegionalNotice = "jurisdiction";

    private readonly RegulatoryCatalog _catalog;
    private readonly AssessmentOptions _options;
    private readonly DateOnly _asOf;
    private readonly string? _family;
    private readonly RuleIndex _rules;
    private readonly bool _isBetweenBusinesses;
    private readonly Dictionary<string, (string Applicability, string? Fact)> _applicability = new(StringComparer.Ordinal);

    public LinkRanking(RegulatoryCatalog catalog, RuleIndex rules, AssessmentOptions options, PolicyDocumentType document, bool isBetweenBusinesses)
    {
        _catalog = catalog;
        _options = options;
        _rules = rules;
        _isBetweenBusinesses = isBetweenBusinesses || document == PolicyDocumentType.DeveloperTerms;
        _asOf = rules.AsOf;
        _family = document switch
        {
            PolicyDocumentType.PrivacyNotice or PolicyDocumentType.CookieNotice or PolicyDocumentType.DataProcessingAgreement => "privacy",
            PolicyDocumentType.TermsOfService or PolicyDocumentType.AcceptableUse or PolicyDocumentType.CommercialTerms or PolicyDocumentType.DeveloperTerms or PolicyDocumentType.CopyrightPolicy => "terms",
            _ => null,
        };
    }

    /// <summary>The links, best first, at most as many as the options ask for.</summary>
    public List<RegulatoryLink> Links(TypedProvision provision, Mentions mentions)
    {
        var scores = new Dictionary<RegulatoryRule, (double Score, string Type)>();
        for (int rank = 0; rank < provision.Types.Count; rank++)
        {
            (RegulatoryType type, double weight) = provision.Types[rank];
            IReadOnlyList<string> anchors = AnchorsOf(type);
            foreach ((RegulatoryRule rule, RuleVersion version) in _rules.ByType[type.Id])
                Keep(scores, rule, weight * Specificity(version, type.Id), type.Id);
            for (int place = 0; place < anchors.Count; place++)
                Keep(scores, _catalog.FindRule(anchors[place])!, weight * (1.3 - (0.06 * place)), type.Id);
        }

        if (provision.Types.Any(pair => pair.Type.Id == RegionalNotice))
        {
            // A notice for the people of a place is about what that place asks of notices.
            foreach (JurisdictionHint hint in _catalog.Cues.Jurisdictions)
            {
                if (hint.NoticeRule is not null && mentions.Places.Contains(hint.Code))
                    Keep(scores, _catalog.FindRule(hint.NoticeRule)!, PlaceNotice, RegionalNotice);
            }
        }

        foreach (string cited in mentions.Rules)
            Keep(scores, _catalog.FindRule(cited)!, RuleCited, provision.MainType!.Id);

        var candidates = new List<Candidate>(scores.Count);
        foreach ((RegulatoryRule rule, (double score, string type)) in scores)
        {
            if (_rules.VersionOf(rule) is not { } version)
                continue;
            bool isCited = mentions.Instruments.Contains(rule.Instrument.Id) || mentions.Rules.Contains(rule.Id);
            if (!isCited && (IsOutside(rule.Instrument, mentions.Sectors) || IsOfOtherDocuments(rule.Instrument, type) || IsOfOtherPlaces(rule.Instrument, type, mentions) || IsForOthers(rule.Instrument, type, mentions)))
                continue;
            (string applicability, string? fact) = Applicability(rule, version);
            if (applicability == "out-of-scope")
                continue;
            bool placeNamed = mentions.Places.Contains(rule.Instrument.Jurisdiction);
            if (applicability == "engaged-unknown" && placeNamed)
                applicability = "applies-if-facts-hold";
            double total = score
                + (isCited ? InstrumentCited : 0)
                + (placeNamed ? PlaceNamed : 0)
                + (applicability == "likely-engaged" ? LikelyEngaged : 0)
                - (version.BindsOn(_asOf) ? 0 : 0.5);
            string relation = mentions.Rules.Contains(rule.Id) ? "cites" : rule.Instrument.Jurisdiction == "INT" ? "informs" : "engages";
            candidates.Add(new Candidate(total, rule, version, type, relation, applicability, fact));
        }

        candidates.Sort(static (left, right) => left.Score != right.Score ? right.Score.CompareTo(left.Score) : string.CompareOrdinal(left.Rule.Id, right.Rule.Id));

        // A rule that another brings along has been said.
        var chosen = new List<RegulatoryLink>(Math.Min(_options.MaximumCitations, candidates.Count));
        foreach (Candidate candidate in candidates)
        {
            if (chosen.Count == _options.MaximumCitations)
                break;
            if (!chosen.Any(known => known.Related.Any(related => related.Id == candidate.Rule.Id)))
                chosen.Add(Link(candidate));
        }

        return chosen;
    }

    /// <summary>A rule that may be linked; its sentences are written only where it is chosen.</summary>
    private readonly record struct Candidate(double Score, RegulatoryRule Rule, RuleVersion Version, string Type, string Relation, string Applicability, string? Fact);

    private static void Keep(Dictionary<RegulatoryRule, (double Score, string Type)> scores, RegulatoryRule rule, double score, string type)
    {
        if (!scores.TryGetValue(rule, out (double Score, string Type) known) || score > known.Score)
            scores[rule] = (score, type);
    }

    private static double Specificity(RuleVersion version, string type)
    {
        int place = 0;
        while (place < version.ProvisionTypes.Count && version.ProvisionTypes[place] != type)
            place++;
        return 0.6 / (1 + place);
    }

    private static bool IsOutside(Instrument instrument, IReadOnlySet<string> sectors) => instrument.Sector is { } sector && !sectors.Contains(sector);

    /// <summary>Contract law says little of a privacy notice, and privacy law little of the contract terms of a service.</summary>
    private bool IsOfOtherDocuments(Instrument instrument, string type) => instrument.Documents is { } documents && _family is { } family && documents != family
        && (_catalog.Cues.Types[type].FollowsDocument || (family == "privacy" && _catalog.Cues.Types[type].Group != "contract"));

    /// <summary>Consumer law says little of what businesses agree with each other.</summary>
    private bool IsForOthers(Instrument instrument, string type, Mentions mentions)
    {
        if (!_isBetweenBusinesses && !mentions.Sectors.Contains(BusinessParty))
            return false;
        RegulatoryType of = _catalog.Cues.Types[type];
        return instrument.IsForConsumers || (of.Group == "contract" && !of.AmongBusinesses && instrument.Jurisdiction != "INT");
    }

    /// <summary>What stands under a heading for the people of a place, or speaks to them alone, is not about the law of other places.</summary>
    private bool IsOfOtherPlaces(Instrument instrument, string type, Mentions mentions)
    {
        IReadOnlySet<string> places = type == RegionalNotice ? mentions.Places : mentions.Above;
        if (type == RegionalNotice && places.Count == 0)
            return true;
        return instrument.Jurisdiction != "INT" && places.Count > 0 && !_catalog.Cues.Types[type].NamesPlaces
            && places.All(place => JurisdictionCodes.Covers(place, instrument.Jurisdiction) == ConditionResult.False && JurisdictionCodes.Covers(instrument.Jurisdiction, place) == ConditionResult.False);
    }

    private IReadOnlyList<string> AnchorsOf(RegulatoryType type) => _catalog.Cues.Playbook.TryGetValue(type.Id, out PlaybookEntry? entry) ? entry.Anchors : type.Anchors;

    private (string Applicability, string? Fact) Applicability(RegulatoryRule rule, RuleVersion version)
    {
        if (_applicability.TryGetValue(rule.Id, out (string, string?) known))
            return known;
        ApplicabilityProfile profile = _options.Profile ?? ApplicabilityProfile.Empty;
        (ConditionResult result, string? fact) = version.AppliesWhen.Evaluate(profile);
        InstrumentScope? scope = rule.Instrument.Scope.FirstOrDefault(each => each.ValidFrom <= _asOf && !(each.ValidTo <= _asOf));
        if (scope is not null)
        {
            (ConditionResult scopeResult, string? scopeFact) = scope.Condition.Evaluate(profile);
            if (scopeResult < result)
                (result, fact) = (scopeResult, scopeFact);
        }

        (string, string?) answer = result switch
        {
            ConditionResult.True => ("likely-engaged", null),
            ConditionResult.False => ("out-of-scope", fact),
            _ when profile.Jurisdictions.Count > 0 => ("applies-if-facts-hold", fact),
            _ => ("engaged-unknown", fact),
        };
        _applicability.Add(rule.Id, answer);
        return answer;
    }

    private RegulatoryLink Link(Candidate candidate)
    {
        (double _, RegulatoryRule rule, RuleVersion version, string type, string relation, string applicability, string? fact) = candidate;
        RuleVersion[] companions = [.. CompanionsOf(type, rule.Id).Select(id => _catalog.FindRule(id)!.VersionOn(_asOf)).OfType<RuleVersion>()];
        return new RegulatoryLink
        {
            Id = rule.Id,
            Display = version.Citation.Display,
            Relation = relation,
            Why = Why(rule, version, type, relation, companions),
            Jurisdiction = rule.Instrument.Jurisdiction,
            Applicability = applicability,
            DecidingFact = fact,
            DecidingFactPhrase = fact is null ? null : _catalog.Cues.Facts.Of(fact),
            Related = [.. CompanionsOf(type, rule.Id).Where(id => _catalog.FindRule(id)!.VersionOn(_asOf) is not null).Select(id => new RelatedRule(id, _catalog.FindRule(id)!.VersionOn(_asOf)!.Citation.Display))],
            Status = version.Provenance.Status,
        };
    }

    private IReadOnlyList<string> CompanionsOf(string type, string rule) =>
        _catalog.Cues.Playbook.TryGetValue(type, out PlaybookEntry? entry) && entry.With.TryGetValue(rule, out IReadOnlyList<string>? rules) ? rules : [];

    private string Why(RegulatoryRule rule, RuleVersion version, string type, string relation, RuleVersion[] companions)
    {
        var why = new StringBuilder();
        why.Append(rule.Topic[..1].ToUpperInvariant()).Append(rule.Topic, 1, rule.Topic.Length - 1).Append(": ").Append(version.Paraphrase);
        foreach (RuleVersion companion in companions)
            why.Append(' ').Append(companion.Citation.Display).Append(": ").Append(companion.Paraphrase);
        if (!version.BindsOn(_asOf))
            why.Append(CultureInfo.InvariantCulture, $" It binds only from {version.ValidFrom:yyyy-MM-dd} on.");
        if (version.Lifecycle == RuleLifecycle.Contested)
            why.Append(CultureInfo.InvariantCulture, $" Contested as of {_asOf:yyyy-MM-dd}.");
        if (version.Note is not null)
            why.Append(' ').Append(version.Note);
        foreach (string note in rule.Notes)
            why.Append(" Note: ").Append(note);
        if (version.Provenance.IsStale(_asOf))
            why.Append(CultureInfo.InvariantCulture, $" The catalogue's record was due for review on {version.Provenance.ReviewAfter:yyyy-MM-dd}.");
        return why.Append(relation == "cites" ? " The text itself cites it." : $" Linked because the provision concerns {_catalog.Cues.Types[type].Name}.").ToString();
    }
}
