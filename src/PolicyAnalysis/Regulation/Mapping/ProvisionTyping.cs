using PolicyAnalysis.Regulation.Catalog;
using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation.Mapping;

/// <summary>Gives each provision its regulatory types: from its labels, made finer by its words; from its words alone where no classifier spoke.</summary>
internal static class ProvisionTyping
{
    private const int MostTypes = 4;

    /// <summary>What a type keeps of its label where no cue of it was met and no sibling is spoken of.</summary>
    private const double UnconfirmedShare = 0.9;

    /// <summary>What a type keeps where a sibling is spoken of a little more clearly.</summary>
    private const double LessSpokenShare = 0.6;

    /// <summary>Where a sibling is spoken of more clearly by this much, it alone is meant.</summary>
    private const double Clearly = 0.095;

    /// <summary>A label under this score counts only where the words confirm it.</summary>
    private const double WeakLabel = 0.5;

    /// <summary>A label under this score counts not at all.</summary>
    private const double VeryWeakLabel = 0.35;

    /// <summary>A type from a further label is kept only where that label is nearly as sure as the first.</summary>
    private const double FurtherLabel = 0.5;

    /// <summary>The same where the catalogue has nothing to say of the first label.</summary>
    private const double FurtherLabelAlone = 0.9;

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
        double least = labels[0].Score * (byTaxonomy.Contains(labels[0].Type) ? FurtherLabel : FurtherLabelAlone);
        foreach (ProvisionLabel label in labels)
        {
            if (label.Score < least)
                continue;
            RegulatoryType[] siblings = [.. byTaxonomy[label.Type]];
            double[] spoken = [.. siblings.Select(type => SpokenShare(type, found))];
            double clearest = spoken.DefaultIfEmpty().Max();
            int first = Array.FindIndex(siblings, type => !type.NeedsCue);
            for (int place = 0; place < siblings.Length; place++)
            {
                double share = ShareOf(siblings[place], spoken[place], clearest, isFirst: place == first);
                if (share > 0 && (label.Score >= WeakLabel || (label.Score >= VeryWeakLabel && spoken[place] > 0)))
                    types.Add((siblings[place], label.Score * share));
            }
        }

        return Best(types);
    }

    private static double ShareOf(RegulatoryType type, double spoken, double clearest, bool isFirst)
    {
        if (spoken < clearest - Clearly)
            return 0;
        if (spoken > 0)
            return spoken < clearest ? LessSpokenShare : UnconfirmedShare + (spoken * (1 - UnconfirmedShare));
        return type.NeedsCue || !isFirst ? 0 : UnconfirmedShare;
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
