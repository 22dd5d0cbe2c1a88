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
        Quantities = judgement.Quantities,
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

    private static List<string> TypesOf(ChangeDraft draft, ChangeJudgement judgement)
    {
        if (draft.IsHeading)
            return ["not-a-provision"];
        var types = new List<string>();
        if (judgement.TypeHint is "not-a-provision" or "contact")
            types.Add(judgement.TypeHint);
        foreach (AnalyzedProvision part in draft.Match.After.Concat(draft.Match.Before))
        {
            foreach (ProvisionLabel label in part.Labels)
            {
                if (!types.Contains(label.Type, StringComparer.Ordinal))
                    types.Add(label.Type);
            }
        }

        if (types.Count == 0)
            types.Add(judgement.TypeHint ?? "not-a-provision");
        return types;
    }
}
