namespace PolicyAnalysis.Regulation.Cues;

/// <summary>Which place, sector or law a rule of words speaks of.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class PlaceSpeech
{
    private const string BusinessTitle = "business-title";

    public PlaceSpeech(IReadOnlyList<JurisdictionHint> places, IReadOnlyList<SectorHint> sectors, IReadOnlyList<CitedLaw> laws)
    {
        var byRule = new Dictionary<CueRule, string>();
        var byPattern = new Dictionary<int, string>();
        foreach (JurisdictionHint hint in places)
        {
            foreach (CueRule rule in hint.Rules)
            {
                byRule.Add(rule, hint.Code);
                foreach (int pattern in rule.Any)
                    byPattern[pattern] = hint.Code;
            }
        }

        var sectorByRule = new Dictionary<CueRule, string>();
        foreach (SectorHint hint in sectors)
        {
            foreach (CueRule rule in hint.Rules)
                sectorByRule.Add(rule, hint.Id);
        }

        BusinessTitles = sectors.Where(hint => hint.Id == BusinessTitle).SelectMany(hint => hint.Rules).SelectMany(rule => rule.Any).ToHashSet();
        Places = byRule;
        PlacePatterns = byPattern;
        Sectors = sectorByRule;
        Laws = laws.ToLookup(law => law.Rule);
    }

    /// <summary>The patterns that, in a title, speak of a contract between businesses.</summary>
    public IReadOnlySet<int> BusinessTitles { get; }

    public IReadOnlyDictionary<CueRule, string> Places { get; }

    /// <summary>The place that a pattern speaks of, for the headings above a provision.</summary>
    public IReadOnlyDictionary<int, string> PlacePatterns { get; }

    public IReadOnlyDictionary<CueRule, string> Sectors { get; }

    public ILookup<CueRule, CitedLaw> Laws { get; }
}
