namespace PolicyAnalysis.Regulation.Cues;

/// <summary>Which place, sector or law a rule of words speaks of.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class PlaceSpeech
{
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

        Places = byRule;
        PlacePatterns = byPattern;
        Sectors = sectorByRule;
        Laws = laws.ToLookup(law => law.Rule);
    }

    public IReadOnlyDictionary<CueRule, string> Places { get; }

    /// <summary>The place that a pattern speaks of, for the headings above a provision.</summary>
    public IReadOnlyDictionary<int, string> PlacePatterns { get; }

    public IReadOnlyDictionary<CueRule, string> Sectors { get; }

    public ILookup<CueRule, CitedLaw> Laws { get; }
}
