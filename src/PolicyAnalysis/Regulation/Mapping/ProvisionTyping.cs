using PolicyAnalysis.Regulation.Catalog;
using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation.Mapping;

/// <summary>Gives each provision its regulatory types: from its labels, made finer by its words; from its words alone where no classifier spoke.</summary>
internal static class ProvisionTyping
{
    private const int MostTypes = 4;

    /// <summary>A sibling type that the words do not speak of is kept only behind those they speak of.</summary>
    private const double UnspokenShare = 0.4;

    public static List<TypedProvision> Type(PolicyCues policy, CatalogCues catalog, CancellationToken cancellationToken)
    {
        bool labelled = policy.Provisions.Any(provision => provision.Analyzed.Labels.Count > 0);
        ILookup<string, RegulatoryType> byTaxonomy = catalog.Types.Values.Where(type => type.Taxonomy is not null).ToLookup(type => type.Taxonomy!, StringComparer.Ordinal);
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
                Types = labelled ? FromLabels(cues.Analyzed.Labels, byTaxonomy, found) : FromWords(catalog.Types.Values, found),
            });
        }

        return typed;
    }

    private static List<(RegulatoryType Type, double Weight)> FromLabels(IReadOnlyList<ProvisionLabel> labels, ILookup<string, RegulatoryType> byTaxonomy, ILookup<CueRule, CueMatch> found)
    {
        var types = new List<(RegulatoryType Type, double Weight)>();
        foreach (ProvisionLabel label in labels)
        {
            RegulatoryType[] siblings = [.. byTaxonomy[label.Type]];
            RegulatoryType[] spoken = [.. siblings.Where(type => SpokenShare(type, found) > 0)];
            foreach (RegulatoryType type in siblings)
            {
                double spokenShare = SpokenShare(type, found);
                double share = spokenShare > 0 ? spokenShare : spoken.Length == 0 && type == siblings[0] ? 0.8 : siblings.Length == 1 ? 0.8 : spoken.Length == 0 ? 0 : type == siblings[0] ? UnspokenShare : 0;
                if (share > 0)
                    types.Add((type, label.Score * share));
            }
        }

        return Best(types);
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
