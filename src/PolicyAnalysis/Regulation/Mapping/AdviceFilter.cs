using PolicyAnalysis.Regulation.Catalog;
using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation.Mapping;

/// <summary>Leaves out advice that speaks only of places which a profile rules out: a shop in Germany is not told of Californian law.</summary>
/// <remarks>Immutable and thread-safe. The places are read in the sentences of the playbook by the same cues as in a policy.</remarks>
internal sealed class AdviceFilter
{
    private readonly Dictionary<string, string[]> _places = new(StringComparer.Ordinal);

    public AdviceFilter(CatalogCues catalog)
    {
        var words = new WordTable();
        CueSet.Walk walk = catalog.Set.Begin(words);
        var tokens = new List<CueToken>(64);
        var hits = new List<CueHit>(32);
        ILookup<int, CitedLaw> laws = catalog.CitedLaws.ToLookup(law => law.Rule.Any[0]);
        foreach (string sentence in catalog.Playbook.Values.SelectMany(entry => entry.Contract.Concat(entry.Actions)).Distinct(StringComparer.Ordinal))
        {
            tokens.Clear();
            hits.Clear();
            CueTokenizer.Add(sentence, new TextRange(0, sentence.Length), words, tokens);
            CueToken[] kept = [.. tokens];
            walk.Match(kept, 0, hits);
            var places = new SortedSet<string>(StringComparer.Ordinal);
            foreach (CueHit hit in hits)
            {
                if (catalog.Speech.PlacePatterns.TryGetValue(hit.Pattern, out string? place))
                    places.Add(place);
                ReadOnlySpan<char> said = sentence.AsSpan(kept[hit.First].Range.Start, kept[hit.Last].Range.End - kept[hit.First].Range.Start);
                foreach (CitedLaw law in laws[hit.Pattern])
                {
                    if (law.IsWrittenAs(said))
                        places.Add(law.Instrument.Jurisdiction);
                }
            }

            _places.Add(sentence, [.. places]);
        }
    }

    /// <summary>The sentences that concern a profile: those that name no place, or one that it does not rule out.</summary>
    public IReadOnlyList<string> For(ApplicabilityProfile? profile, IReadOnlyList<string> sentences) =>
        profile is null || profile.Jurisdictions.Count == 0 ? sentences : [.. sentences.Where(sentence => Concerns(profile, _places.GetValueOrDefault(sentence, [])))];

    private static bool Concerns(ApplicabilityProfile profile, string[] places) =>
        places.Length == 0 || places.Any(place => profile.Jurisdictions.Any(own => JurisdictionCodes.Covers(own, place) != ConditionResult.False));
}
