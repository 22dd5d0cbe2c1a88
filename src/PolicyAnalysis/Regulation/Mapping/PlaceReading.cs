using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation.Mapping;

/// <summary>What a provision and the headings above it speak of besides its types: places, laws, sectors.</summary>
/// <param name="Places">The jurisdictions, as codes.</param>
/// <param name="Above">Those of the places that the headings above name.</param>
/// <param name="Instruments">The instruments named, by id.</param>
/// <param name="Sectors">The sectors, by id.</param>
/// <param name="Rules">The rules named to the article or section, by id.</param>
internal sealed record Mentions(IReadOnlySet<string> Places, IReadOnlySet<string> Above, IReadOnlySet<string> Instruments, IReadOnlySet<string> Sectors, IReadOnlySet<string> Rules);

/// <summary>Reads which places and laws the words of a provision and the headings above it speak of.</summary>
internal sealed class PlaceReading(PlaceSpeech speech, PolicyCues policy, CitedRules citations)
{
    public Mentions Of(TypedProvision provision)
    {
        var places = new SortedSet<string>(StringComparer.Ordinal);
        var instruments = new SortedSet<string>(StringComparer.Ordinal);
        var sectors = new SortedSet<string>(StringComparer.Ordinal);
        var rules = new SortedSet<string>(StringComparer.Ordinal);
        foreach (int pattern in provision.Cues.Context)
        {
            if (speech.PlacePatterns.TryGetValue(pattern, out string? place))
                places.Add(place);
        }

        var above = new SortedSet<string>(places, StringComparer.Ordinal);
        foreach (IGrouping<CueRule, CueMatch> match in provision.Matches)
        {
            if (speech.Places.TryGetValue(match.Key, out string? place))
                places.Add(place);
            if (speech.Sectors.TryGetValue(match.Key, out string? sector))
                sectors.Add(sector);
            foreach (CitedLaw law in speech.Laws[match.Key])
            {
                foreach (CueMatch each in match)
                {
                    if (!law.IsWrittenAs(each.Words.Of(policy.Text)))
                        continue;
                    instruments.Add(law.Instrument.Id);
                    if (law.Instrument.Jurisdiction != "INT")
                        places.Add(law.Instrument.Jurisdiction);
                    citations.AddNear(provision.Cues, each, law.Instrument, policy, rules);
                }
            }
        }

        if (places.Any(place => JurisdictionCodes.Covers(place, "EU") == ConditionResult.True))
            places.Add("EU");
        foreach (string rule in citations.BySection(provision.Cues, policy))
            rules.Add(rule);
        foreach ((RegulatoryType type, double _) in provision.Types)
            sectors.UnionWith(type.Sectors);
        return new Mentions(places, above, instruments, sectors, rules);
    }
}
