using PolicyAnalysis.Comparison.Lists;
using PolicyAnalysis.Comparison.Quantities;

namespace PolicyAnalysis.Comparison.Evidence;

/// <summary>A rule that a change meets.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Words">The words that met it.</param>
/// <param name="Effect">The effect it speaks for here: the rule's own, or read backwards the mirrored one.</param>
/// <param name="Direction">For whom it says the change is better.</param>
/// <param name="IsGain">Whether the words came, otherwise they went.</param>
/// <param name="Strength">The rule's weight, less where only a part of a long change met it; 0 to 1.</param>
internal sealed record RuleHit(EffectRule Rule, string Words, string Effect, ChangeDirection Direction, bool IsGain, double Strength);

/// <summary>All that the rules find in a change: cues that came and went, quantities, and the rules that are met, read forwards and backwards.</summary>
internal sealed record ChangeEvidence
{
    private const int ShortChange = 160;

    public required ChangeDraft Draft { get; init; }

    /// <summary>What became of each cue, in the order of the table.</summary>
    public required IReadOnlyList<CueEvidence> Cues { get; init; }

    /// <summary>Whether each cue stands in the headings or the lead-in above the provision.</summary>
    public required IReadOnlyList<bool> Context { get; init; }

    /// <summary>Whether each cue stands in the lead-in above the provision.</summary>
    public required IReadOnlyList<bool> LeadIn { get; init; }

    public required IReadOnlyList<FoundQuantityChange> Quantities { get; init; }

    /// <summary>The items that joined or left an enumeration, with ranges in the two quotes.</summary>
    public required IReadOnlyList<ListItemChange> ListItems { get; init; }

    /// <summary>Whether the whole provision came.</summary>
    public required bool IsWholeCome { get; init; }

    public IReadOnlyList<RuleHit> Hits { get; private init; } = [];

    /// <summary>The one quantity of known subject that grew or shrank where hardly anything else changed; otherwise nothing.</summary>
    public FoundQuantityChange? DecisiveQuantity =>
        IsShort && Draft.Was.Length > 0 && Draft.Now.Length > 0
            && Quantities.Where(static found => found.Effect is not null).Select(static found => found.Effect).Distinct(StringComparer.Ordinal).Count() == 1
            && Quantities.All(static found => found.Change.Trend is QuantityTrend.Increased or QuantityTrend.Decreased)
        ? Quantities[0]
        : null;

    /// <summary>Whether only a few words changed, so that one rule can tell all of it.</summary>
    public required bool IsShort { get; init; }

    public static ChangeEvidence Of(ChangeDraft draft)
    {
        string context = ContextOf(draft, withHeadings: true);
        string leadIn = ContextOf(draft, withHeadings: false);
        var was = new ChangedText(draft.Was, draft.Edits, isAfter: false);
        var now = new ChangedText(draft.Now, draft.Edits, isAfter: true);
        var evidence = new ChangeEvidence
        {
            Draft = draft,
            Cues = [.. Cue.All.Select(cue => CueEvidence.Of(cue, was, now))],
            Context = [.. Cue.All.Select(cue => context.Length > 0 && cue.Find(context).Count > 0)],
            LeadIn = [.. Cue.All.Select(cue => leadIn.Length > 0 && cue.Find(leadIn).Count > 0)],
            Quantities = QuantityChanges.Find(draft),
            ListItems = ListItemReader.Find(draft),
            IsWholeCome = draft.Was.Length == 0,
            IsShort = draft.Edits.Sum(static edit => edit.Before.Length + edit.After.Length) <= ShortChange,
        };
        return evidence with { Hits = HitsOf(evidence) };
    }

    private static List<RuleHit> HitsOf(ChangeEvidence evidence)
    {
        var hits = new List<RuleHit>();
        ChangeEvidence backwards = evidence with { Cues = [.. evidence.Cues.Select(static cue => cue.Mirror())], IsWholeCome = evidence.Draft.Now.Length == 0 };
        foreach (EffectRule rule in EffectRule.All)
        {
            if (rule.Meets(evidence, out double share) is { } gained)
                hits.Add(new RuleHit(rule, gained, rule.Effect, rule.Direction, true, rule.Weight * share));
            if (rule.Meets(backwards, out share) is { } lost)
                hits.Add(new RuleHit(rule, lost, EffectIds.Mirror(rule.Effect), RuleFile.Mirror(rule.Direction), false, rule.Weight * share));
        }

        return hits;
    }

    // Both sides are read together, so that the context is the same from either side.
    private static string ContextOf(ChangeDraft draft, bool withHeadings)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        if (draft.LeadIn is { } given)
            lines.Add(given);
        foreach (AnalyzedProvision part in draft.Match.Before.Concat(draft.Match.After))
        {
            if (withHeadings)
                lines.UnionWith(part.Provision.Headings.TakeLast(2));
            if (part.Provision.LeadIn is { } above)
                lines.Add(above);
        }

        return string.Join('\n', lines);
    }
}
