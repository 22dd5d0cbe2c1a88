using PolicyAnalysis.Regulation.Catalog;
using PolicyAnalysis.Regulation.Cues;
using PolicyAnalysis.Regulation.Mapping;

namespace PolicyAnalysis.Regulation;

/// <summary>Sets a policy against the catalogue: the rules that each provision touches, its exposure, and what a team may want to do about it.</summary>
/// <remarks>Immutable and thread-safe. Nothing it says is a legal conclusion. Time is linear in the policy.</remarks>
public sealed class RegulatoryMapper
{
    /// <summary>The share of provisions that speak to a business from which on the whole document does.</summary>
    private const double BusinessShare = 0.12;

    private readonly RegulatoryCatalog _catalog;
    private readonly Lazy<RuleIndex> _today;
    private readonly Lazy<AdviceFilter> _advice;

    /// <summary>Makes a mapper.</summary>
    /// <param name="catalog">The catalogue.</param>
    public RegulatoryMapper(RegulatoryCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        _catalog = catalog;
        _advice = new Lazy<AdviceFilter>(() => new AdviceFilter(catalog.Cues));
        _today = new Lazy<RuleIndex>(() => new RuleIndex(catalog.Rules, catalog.Date, null));
    }

    /// <summary>Sets a policy against the catalogue.</summary>
    /// <param name="policy">The policy with its labels; where no provision has any, types are taken from the words alone.</param>
    /// <param name="options">The day, the profile and limits; the defaults where left out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public PolicyAssessment Assess(AnalyzedPolicy policy, AssessmentOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        options ??= new AssessmentOptions();
        DateOnly asOf = options.AsOf ?? _catalog.Date;
        CatalogCues catalog = _catalog.Cues;
        PolicyCues cues = PolicyCues.Read(policy, catalog.Set, cancellationToken);
        List<TypedProvision> typed = ProvisionTyping.Type(cues, catalog, cancellationToken);
        RuleIndex rules = asOf == _catalog.Date && options.Horizon is null ? _today.Value : new RuleIndex(_catalog.Rules, asOf, options.Horizon);
        int toBusinesses = typed.Count(provision => provision.Matches.Any(match => catalog.Speech.Sectors.GetValueOrDefault(match.Key) == LinkRanking.BusinessParty));
        var ranking = new LinkRanking(_catalog, rules, options, policy.Document.DocumentType, toBusinesses >= BusinessShare * typed.Count || cues.Title.Overlaps(catalog.Speech.BusinessTitles));
        var speech = new PlaceReading(catalog.Speech, cues, rules.Citations);
        Dictionary<string, TypedProvision[]> byType = typed.Where(provision => provision.MainType is not null).GroupBy(provision => provision.MainType!.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

        bool readable = PolicyCues.Speaks(policy.Document.Language);
        var assessed = new List<ProvisionAssessment>();
        var named = new List<NamedJurisdiction>();
        var exposures = new List<(string Type, ExposureAssessment Exposure)>();
        foreach (TypedProvision provision in typed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Mentions mentions = speech.Of(provision);
            named.AddRange(mentions.Named.Select(place => Named(place.Key, place.Value, provision, policy.Document)));
            if (provision.MainType is not { } type)
                continue;
            List<RegulatoryLink> links = ranking.Links(provision, mentions);
            PlaybookEntry? entry = catalog.Playbook.GetValueOrDefault(type.Id);
            if (entry is null && links.Count == 0)
                continue;
            TypedProvision[] sameType = byType[type.Id];
            ExposureAssessment exposure = entry is null
                ? new ExposureAssessment { Level = ExposureLevel.Low, Raised = [], Lowered = [] }
                : ExposureJudge.Judge(cues, entry, provision, sameType, typed, readable);
            exposures.Add((type.Id, exposure));
            bool leads = sameType.MaxBy(each => each.Cues.Provision.Range.Length) == provision;
            assessed.Add(new ProvisionAssessment
            {
                Provision = provision.Cues.Analyzed,
                RegulatoryType = type.Id,
                Subject = type.Name,
                Exposure = exposure,
                Citations = links,
                Jurisdictions = [.. links.Select(link => link.Jurisdiction).Union(mentions.Places, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                Absent = entry is null || !leads || !readable ? [] : [.. entry.Usual.Where(usual => !sameType.Any(each => usual.Present.Any(each.Matches.Contains))).Select(usual => usual.Phrase)],
                Contract = Advice(entry?.Contract, options.Profile),
                Actions = Advice(entry?.Actions, options.Profile),
                Questions = [.. (entry?.Questions ?? []).Concat(exposure.Unknown).Distinct(StringComparer.Ordinal)],
            });
        }

        return new PolicyAssessment
        {
            Policy = policy,
            AsOf = asOf,
            Exposure = ExposureJudge.OfDocument(exposures),
            Provisions = assessed,
            NamedJurisdictions = named,
            Versions = policy.Versions with { Catalog = _catalog.Version },
            Disclaimer = PolicyDisclaimer.Text,
        };
    }

    private IReadOnlyList<string> Advice(IReadOnlyList<string>? sentences, ApplicabilityProfile? profile) =>
        sentences is null || profile is null ? sentences ?? [] : _advice.Value.For(profile, sentences);

    private NamedJurisdiction Named(string code, TextRange? words, TypedProvision provision, PolicyDocument document) => new()
    {
        Code = code,
        Name = _catalog.Cues.NameOfPlace(code),
        Provision = provision.Cues.Analyzed,
        Evidence = words is { } range ? document.QuoteOf(range) : null,
    };
}
