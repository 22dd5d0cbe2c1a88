using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation.Mapping;

/// <summary>What a provision and the headings above it speak of besides its types: places, laws, sectors.</summary>
/// <param name="Named">The jurisdictions that the words name, as codes, each with the words; without words where a heading names it.</param>
/// <param name="Places">The same codes, and the Union's for a member or the states of the EEA.</param>
/// <param name="Above">Those of the places that the headings above name.</param>
/// <param name="Instruments">The instruments named, by id.</param>
/// <param name="Sectors">The sectors, by id.</param>
/// <param name="Rules">The rules named to the article or section, by id.</param>
internal sealed record Mentions(IReadOnlyDictionary<string, TextRange?> Named, IReadOnlySet<string> Places, IReadOnlySet<string> Above, IReadOnlySet<string> Instruments, IReadOnlySet<string> Sectors, IReadOnlySet<string> Rules);

/// <summary>Reads which places and laws the words of a provision and the headings above it speak of.</summary>
internal sealed class PlaceReading(PlaceSpeech speech, PolicyCues policy, CitedRules citations)
{
    public Mentions Of(TypedProvision provision)
    {
        var named = new SortedDictionary<string, TextRange?>(StringComparer.Ordinal);
        var instruments = new SortedSet<string>(StringComparer.Ordinal);
        var sectors = new SortedSet<string>(StringComparer.Ordinal);
        var rules = new SortedSet<string>(StringComparer.Ordinal);
        foreach (int pattern in provision.Cues.Context)
        {
            if (speech.PlacePatterns.TryGetValue(pattern, out string? place))
                named[place] = null;
        }

        var above = new SortedSet<string>(named.Keys, StringComparer.Ordinal);
        foreach (IGrouping<CueRule, CueMatch> match in provision.Matches)
        {
            if (speech.Places.TryGetValue(match.Key, out string? place))
                Name(named, place, match);
            if (speech.Sectors.TryGetValue(match.Key, out string? sector))
                sectors.Add(sector);
            foreach (CitedLaw law in speech.Laws[match.Key])
                Cite(law, match, provision, named, instruments, rules);
        }

        foreach (string rule in citations.BySection(provision.Cues, policy))
            rules.Add(rule);
        foreach ((RegulatoryType type, double _) in provision.Types)
            sectors.UnionWith(type.Sectors);
        var places = new SortedSet<string>(named.Keys, StringComparer.Ordinal);
        if (places.Any(place => JurisdictionCodes.Covers(place, "EU") == ConditionResult.True))
            places.Add("EU");
        return new Mentions(named, places, above, instruments, sectors, rules);
    }

    private void Cite(CitedLaw law, IGrouping<CueRule, CueMatch> match, TypedProvision provision, SortedDictionary<string, TextRange?> named, SortedSet<string> instruments, SortedSet<string> rules)
    {
        foreach (CueMatch each in match)
        {
            if (!law.IsWrittenAs(each.Words.Of(policy.Text)))
                continue;
            instruments.Add(law.Instrument.Id);
            if (law.Instrument.Jurisdiction != "INT")
                Name(named, law.Instrument.Jurisdiction, [each]);
            citations.AddNear(provision.Cues, each, law.Instrument, policy, rules);
        }
    }

    private static void Name(SortedDictionary<string, TextRange?> named, string place, IEnumerable<CueMatch> matches)
    {
        TextRange words = matches.First().Words;
        if (named.GetValueOrDefault(place) is not { } known || words.Start < known.Start)
            named[place] = words;
    }
}
