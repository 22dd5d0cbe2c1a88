using PolicyAnalysis.Regulation.Catalog;
using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation.Mapping;

/// <summary>What a provision and the headings above it speak of besides its types: places, laws, sectors.</summary>
/// <param name="Places">The jurisdictions, as codes.</param>
/// <param name="Instruments">The instruments named, by id.</param>
/// <param name="Sectors">The sectors, by id.</param>
/// <param name="Rules">The rules named to the article or section, by id.</param>
internal sealed record Mentions(IReadOnlySet<string> Places, IReadOnlySet<string> Instruments, IReadOnlySet<string> Sectors, IReadOnlySet<string> Rules);

/// <summary>Reads which places and laws the words of a provision and the headings above it speak of.</summary>
internal sealed class PlaceReading
{
    private readonly PolicyCues _policy;
    private readonly CitedRules _rules;
    private readonly Dictionary<CueRule, string> _places = [];
    private readonly Dictionary<int, string> _placePatterns = [];
    private readonly Dictionary<CueRule, string> _sectors = [];
    private readonly ILookup<CueRule, CitedLaw> _laws;

    public PlaceReading(CatalogCues catalog, PolicyCues policy, CitedRules rules)
    {
        _policy = policy;
        _rules = rules;
        foreach (JurisdictionHint hint in catalog.Jurisdictions)
        {
            foreach (CueRule rule in hint.Rules)
            {
                _places.Add(rule, hint.Code);
                foreach (int pattern in rule.Any)
                    _placePatterns[pattern] = hint.Code;
            }
        }

        foreach (SectorHint hint in catalog.Sectors)
        {
            foreach (CueRule rule in hint.Rules)
                _sectors.Add(rule, hint.Id);
        }

        _laws = catalog.CitedLaws.ToLookup(law => law.Rule);
    }

    public Mentions Of(TypedProvision provision)
    {
        var places = new SortedSet<string>(StringComparer.Ordinal);
        var instruments = new SortedSet<string>(StringComparer.Ordinal);
        var sectors = new SortedSet<string>(StringComparer.Ordinal);
        var rules = new SortedSet<string>(StringComparer.Ordinal);
        foreach (int pattern in provision.Cues.Context)
        {
            if (_placePatterns.TryGetValue(pattern, out string? place))
                places.Add(place);
        }

        foreach (IGrouping<CueRule, CueMatch> match in provision.Matches)
        {
            if (_places.TryGetValue(match.Key, out string? place))
                places.Add(place);
            if (_sectors.TryGetValue(match.Key, out string? sector))
                sectors.Add(sector);
            foreach (CitedLaw law in _laws[match.Key])
            {
                foreach (CueMatch each in match)
                {
                    if (!law.IsWrittenAs(each.Words.Of(_policy.Text)))
                        continue;
                    instruments.Add(law.Instrument.Id);
                    if (law.Instrument.Jurisdiction != "INT")
                        places.Add(law.Instrument.Jurisdiction);
                    _rules.AddNear(provision.Cues, each, law.Instrument, _policy, rules);
                }
            }
        }

        if (places.Any(place => JurisdictionCodes.Covers(place, "EU") == ConditionResult.True))
            places.Add("EU");
        foreach (string rule in _rules.BySection(provision.Cues, _policy))
            rules.Add(rule);
        foreach ((RegulatoryType type, double _) in provision.Types)
            sectors.UnionWith(type.Sectors);
        return new Mentions(places, instruments, sectors, rules);
    }
}
