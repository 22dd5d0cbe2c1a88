using PolicyAnalysis.Comparison.Quantities;

namespace PolicyAnalysis.Comparison.Evidence;

/// <summary>A rule that a change meets.</summary>
internal sealed record RuleHit(EffectRule Rule, string Words, string Effect, ChangeDirection Direction, bool IsGain);

/// <summary>All that the rules find in a change: cues that came and went, quantities, and the rules that are met, read forwards and backwards.</summary>
internal sealed record ChangeEvidence
{
    public required ChangeDraft Draft { get; init; }

    /// <summary>What became of each cue, in the order of the table.</summary>
    public required IReadOnlyList<CueEvidence> Cues { get; init; }

    /// <summary>Whether each cue stands in the headings or the lead-in above the provision.</summary>
    public required IReadOnlyList<bool> Context { get; init; }

    public required IReadOnlyList<FoundQuantityChange> Quantities { get; init; }

    public IReadOnlyList<RuleHit> Hits { get; private init; } = [];

    public static ChangeEvidence Of(ChangeDraft draft)
    {
        string context = ContextOf(draft);
        var evidence = new ChangeEvidence
        {
            Draft = draft,
            Cues = [.. Cue.All.Select(cue => CueEvidence.Of(cue, draft))],
            Context = [.. Cue.All.Select(cue => context.Length > 0 && cue.Find(context).Count > 0)],
            Quantities = QuantityChanges.Find(draft),
        };
        return evidence with { Hits = HitsOf(evidence) };
    }

    private static List<RuleHit> HitsOf(ChangeEvidence evidence)
    {
        var hits = new List<RuleHit>();
        ChangeEvidence backwards = evidence with { Cues = [.. evidence.Cues.Select(static cue => cue.Mirror())] };
        foreach (EffectRule rule in EffectRule.All)
        {
            if (rule.Meets(evidence) is { } gained)
                hits.Add(new RuleHit(rule, gained, rule.Effect, rule.Direction, true));
            if (rule.Meets(backwards) is { } lost)
                hits.Add(new RuleHit(rule, lost, EffectIds.Mirror(rule.Effect), RuleFile.Mirror(rule.Direction), false));
        }

        return hits;
    }

    // Both sides are read together, so that the context is the same from either side.
    private static string ContextOf(ChangeDraft draft)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (AnalyzedProvision part in draft.Match.Before.Concat(draft.Match.After))
        {
            lines.UnionWith(part.Provision.Headings.TakeLast(2));
            if (part.Provision.LeadIn is { } leadIn)
                lines.Add(leadIn);
        }

        return string.Join('\n', lines);
    }
}
