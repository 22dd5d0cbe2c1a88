namespace PolicyAnalysis.Regulation.Cues;

/// <summary>Finds which of many rules hold in a policy, starting from the patterns that were met.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class CueRuleIndex
{
    private readonly Dictionary<int, List<CueRule>> _byPattern = [];

    public CueRuleIndex(IEnumerable<CueRule> rules)
    {
        foreach (CueRule rule in rules)
        {
            foreach (int pattern in rule.Any)
            {
                if (!_byPattern.TryGetValue(pattern, out List<CueRule>? list))
                    _byPattern.Add(pattern, list = []);
                if (list.Count == 0 || list[^1] != rule)
                    list.Add(rule);
            }
        }
    }

    /// <summary>Every rule that holds in a provision, with its place; a rule may hold more than once.</summary>
    public void Match(PolicyCues policy, int provision, List<CueMatch> into)
    {
        ProvisionCues cues = policy.Provisions[provision];
        foreach (CueHit hit in cues.Hits)
        {
            if (!_byPattern.TryGetValue(hit.Pattern, out List<CueRule>? rules))
                continue;
            foreach (CueRule rule in rules)
            {
                if (Holds(policy, cues, hit, rule))
                    into.Add(new CueMatch(rule, provision, cues.SentenceRange(hit.Last, policy.Text), WordsOf(cues, hit)));
            }
        }
    }

    private static TextRange WordsOf(ProvisionCues cues, CueHit hit) =>
        new(cues.Tokens[Math.Max(hit.First, cues.Own)].Range.Start, cues.Tokens[hit.Last].Range.End);

    private static bool Holds(PolicyCues policy, ProvisionCues cues, CueHit hit, CueRule rule)
    {
        if (rule.Under.Length > 0 && !Overlaps(rule.Under, cues.Context))
            return false;
        if (rule.NotUnder.Length > 0 && Overlaps(rule.NotUnder, cues.Context))
            return false;
        if (rule.Types.Length > 0 && cues.Analyzed.Labels.Count > 0 && !cues.Analyzed.Labels.Any(label => rule.Types.Contains(label.Type, StringComparer.Ordinal)))
            return false;
        if (rule.Unless.Length == 0 && rule.Also.Length == 0)
            return true;
        (int first, int last) = cues.SentenceOf(hit.Last);
        if (first == cues.Own)
            first = Math.Min(first, hit.First);
        if (rule.Unless.Length > 0 && MetBetween(cues, rule.Unless, first, last))
            return false;
        foreach (int[] group in rule.Also)
        {
            bool met = rule.Scope switch
            {
                CueScope.Sentence => MetBetween(cues, group, first, last) || Overlaps(group, cues.Context),
                CueScope.Provision => MetBetween(cues, group, 0, cues.Tokens.Length) || Overlaps(group, cues.Context),
                CueScope.Section => Overlaps(group, policy.SectionHits[cues.Section]) || Overlaps(group, cues.Context),
                _ => Overlaps(group, policy.Met),
            };
            if (!met)
                return false;
        }

        return true;
    }

    private static bool MetBetween(ProvisionCues cues, int[] patterns, int first, int last)
    {
        foreach (CueHit hit in cues.Hits)
        {
            if (hit.Last >= first && hit.First <= last && Array.IndexOf(patterns, hit.Pattern) >= 0)
                return true;
        }

        return false;
    }

    private static bool Overlaps(int[] patterns, HashSet<int> met)
    {
        foreach (int pattern in patterns)
        {
            if (met.Contains(pattern))
                return true;
        }

        return false;
    }
}
