using PolicyAnalysis.Regulation.Catalog;
using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation.Mapping;

/// <summary>Which places, laws and sectors the words of a provision and the headings above it speak of.</summary>
internal sealed class PlaceReading(CatalogCues catalog, PolicyCues policy)
{
    public IReadOnlySet<string> PlacesOf(TypedProvision provision)
    {
        var places = new SortedSet<string>(StringComparer.Ordinal);
        foreach (JurisdictionHint hint in catalog.Jurisdictions)
        {
            foreach (CueRule rule in hint.Rules)
            {
                if (provision.Matches.Contains(rule) || rule.Any.Any(provision.Cues.Context.Contains))
                    places.Add(hint.Code);
            }
        }

        foreach ((string instrument, bool _) in LawsCitedBy(provision))
        {
            string place = catalog.CitedLaws.First(law => law.Instrument.Id == instrument).Instrument.Jurisdiction;
            if (place != "INT")
                places.Add(place);
        }

        return places;
    }

    /// <summary>The instruments that the provision names, by id.</summary>
    public IReadOnlyDictionary<string, bool> LawsCitedBy(TypedProvision provision)
    {
        var cited = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (CitedLaw law in catalog.CitedLaws)
        {
            foreach (CueMatch match in provision.Matches[law.Rule])
            {
                if (law.IsWrittenAs(match.Words.Of(policy.Text)))
                    cited[law.Instrument.Id] = true;
            }
        }

        return cited;
    }

    /// <summary>The sectors that the provision's types and words speak of.</summary>
    public static IReadOnlySet<string> SectorsOf(TypedProvision provision)
    {
        var sectors = new HashSet<string>(StringComparer.Ordinal);
        foreach ((RegulatoryType type, double _) in provision.Types)
        {
            foreach (string sector in type.Sectors)
                sectors.Add(sector);
        }

        return sectors;
    }
}
