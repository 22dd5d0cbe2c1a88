using PolicyAnalysis.Regulation.Catalog;
using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation.Mapping;

/// <summary>Gives each provision its regulatory types: from its labels, made finer by its words; from its words alone where no classifier spoke.</summary>
internal static class ProvisionTyping
{
    private const int MostTypes = 4;

    /// <summary>A type that the words do not speak of is kept only behind one they speak of.</summary>
    private const double UnspokenShare = 0.4;

    /// <summary>What a type keeps of its label where no cue of it was met and no sibling is spoken of.</summary>
    private const double UnconfirmedShare = 0.9;

    /// <summary>A label under this score counts only where the words confirm it.</summary>
    private const double WeakLabel = 0.35;

    private const string NoProvision = "not-a-provision";

    public static List<TypedProvision> Type(PolicyCues policy, CatalogCues catalog, CancellationToken cancellationToken)
    {
        bool labelled = policy.Provisions.Any(provision => provision.Analyzed.Labels.Count > 0);
        var typed = new List<TypedProvision>(policy.Provisions.Length);
        var matches = new List<CueMatch>();
        for (int index = 0; index < policy.Provisions.Length; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            matches.Clear();
            catalog.MappingIndex.Match(policy, index, matches);
            ILookup<CueRule, CueMatch> found = matches.ToLookup(match => match.Rule);
            ProvisionCues cues = policy.Provisions[index];
            typed.Add(new TypedProvision
            {
                Index = index,
                Cues = cues,
                Matches = found,
                Types = labelled ? FromLabels(cues.Analyzed.Labels, catalog.ByTaxonomy, found) : FromWords(catalog.Types.Values, found),
            });
        }

        return typed;
    }

    private static List<(RegulatoryType Type, double Weight)> FromLabels(IReadOnlyList<ProvisionLabel> labels, ILookup<string, RegulatoryType> byTaxonomy, ILookup<CueRule, CueMatch> found)
    {
        var types = new List<(RegulatoryType Type, double Weight)>();
        if (labels.Count == 0 || labels[0].Type == NoProvision)
            return types;
        foreach (ProvisionLabel label in labels)
        {
            RegulatoryType[] siblings = [.. byTaxonomy[label.Type]];
            bool anySpoken = siblings.Any(type => SpokenShare(type, found) > 0);
            for (int place = 0; place < siblings.Length; place++)
            {
                double share = ShareOf(siblings[place], SpokenShare(siblings[place], found), anySpoken, isFirst: place == 0);
                if (share > 0 && (label.Score >= WeakLabel || SpokenShare(siblings[place], found) > 0))
                    types.Add((siblings[place], label.Score * share));
            }
        }

        return Best(types);
    }

    private static double ShareOf(RegulatoryType type, double spoken, bool anySpoken, bool isFirst)
    {
        if (spoken > 0)
            return UnconfirmedShare + (spoken * (1 - UnconfirmedShare));
        if (type.NeedsCue || !isFirst)
            return 0;
        return anySpoken ? UnspokenShare : UnconfirmedShare;
    }

    private static List<(RegulatoryType Type, double Weight)> FromWords(IEnumerable<RegulatoryType> all, ILookup<CueRule, CueMatch> found)
    {
        var types = new List<(RegulatoryType Type, double Weight)>();
        foreach (RegulatoryType type in all)
        {
            double share = SpokenShare(type, found);
            if (share > 0)
                types.Add((type, share));
        }

        return Best(types);
    }

    private static double SpokenShare(RegulatoryType type, ILookup<CueRule, CueMatch> found)
    {
        double best = 0;
        foreach (CueRule rule in type.Rules)
        {
            if (found.Contains(rule))
                best = Math.Max(best, rule.Confidence);
        }

        return best;
    }

    private static List<(RegulatoryType Type, double Weight)> Best(List<(RegulatoryType Type, double Weight)> types) =>
        [.. types.GroupBy(pair => pair.Type).Select(group => (group.Key, group.Max(pair => pair.Weight))).OrderByDescending(pair => pair.Item2).ThenBy(pair => pair.Key.Id, StringComparer.Ordinal).Take(MostTypes)];
}
