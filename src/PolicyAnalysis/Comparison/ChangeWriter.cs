using PolicyAnalysis.Comparison.Judgement;

namespace PolicyAnalysis.Comparison;

/// <summary>Writes the record of a judged change.</summary>
internal static class ChangeWriter
{
    public static ChangeRecord Write(ChangeDraft draft, ChangeJudgement judgement) => new()
    {
        Operation = draft.Operation,
        Before = Side(draft.Match.Before, draft.Was, draft.WasRange),
        After = Side(draft.Match.After, draft.Now, draft.NowRange),
        Edits = [.. draft.Edits.Select(edit => new TextEdit(edit.Operation, edit.Before.Shift(draft.WasRange.Start), edit.After.Shift(draft.NowRange.Start)))],
        Types = TypesOf(draft, judgement),
        Effects = judgement.Effects,
        Materiality = judgement.Materiality,
        MaterialityReasons = judgement.MaterialityReasons,
        Direction = judgement.Direction,
        DirectionReasons = judgement.DirectionReasons,
        Summary = ChangeSummary.Write(draft, judgement),
        Certificate = judgement.Certificate,
        Definitions = judgement.Definitions,
        Quantities = judgement.Quantities,
        ListItems = [.. judgement.ListItems.Select(item => item with { Range = item.Range.Shift(item.IsAdded ? draft.NowRange.Start : draft.WasRange.Start) })],
        Confidence = judgement.Effects[0].Score,
        Review = judgement.Materiality == Materiality.Material ? [judgement.MaterialityReasons[0] + " Read both quotes before relying on the change."] : [],
    };

    private static ChangeSide? Side(IReadOnlyList<AnalyzedProvision> provisions, string text, TextRange range) => provisions.Count == 0 ? null : new ChangeSide
    {
        Text = text,
        Range = range,
        Headings = provisions[0].Provision.Headings,
        Provisions = provisions,
    };

    // A provision about several things: the rule that told the effect says which of them changed.
    private const double Hint = 0.25;

    private static List<string> TypesOf(ChangeDraft draft, ChangeJudgement judgement)
    {
        if (draft.IsHeading || judgement.TypeHint == "not-a-provision")
            return ["not-a-provision"];
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (ProvisionLabel label in draft.Match.Before.Concat(draft.Match.After).SelectMany(static part => part.Labels))
            scores[label.Type] = Math.Max(scores.GetValueOrDefault(label.Type), label.Score);
        if (judgement.TypeHint is { } hint && (scores.ContainsKey(hint) || scores.Count == 0))
            scores[hint] = scores.GetValueOrDefault(hint) + Hint;
        return scores.Count == 0
            ? ["not-a-provision"]
            : [.. scores.OrderByDescending(static entry => entry.Value).ThenBy(static entry => entry.Key, StringComparer.Ordinal).Select(static entry => entry.Key)];
    }
}
