using System.Globalization;
using PolicyAnalysis.Comparison.Evidence;

namespace PolicyAnalysis.Comparison.Judgement;

/// <summary>
/// The features of a change that the model weighs. Read backwards, a change has the features of the change with its sides
/// exchanged: that is what keeps the mirror law.
/// </summary>
internal static class ChangeFeatures
{
    private static readonly int[] WordBounds = [0, 1, 2, 5, 15, 40];
    private static readonly int[] EditBounds = [1, 2, 4, 10];

    public static Dictionary<string, float> Of(ChangeEvidence evidence, bool isBackwards)
    {
        var features = new Dictionary<string, float>(StringComparer.Ordinal);
        AddCues(evidence, isBackwards, features);
        AddRules(evidence, isBackwards, features);
        AddShape(evidence.Draft, isBackwards, features);
        return features;
    }

    private static void AddCues(ChangeEvidence evidence, bool isBackwards, Dictionary<string, float> features)
    {
        foreach (Cue cue in Cue.All)
        {
            CueEvidence found = isBackwards ? evidence.Cues[cue.Index].Mirror() : evidence.Cues[cue.Index];
            if (found.Gained is not null)
                features["gained:" + cue.Id] = 1;
            if (found.Lost is not null)
                features["lost:" + cue.Id] = 1;
            if (found is { Stands: true, IsTouched: false })
                features["stands:" + cue.Id] = 0.5f;
            if (evidence.Context[cue.Index])
                features["above:" + cue.Id] = 0.5f;
        }
    }

    private static void AddRules(ChangeEvidence evidence, bool isBackwards, Dictionary<string, float> features)
    {
        foreach (RuleHit hit in evidence.Hits)
        {
            string effect = isBackwards ? EffectIds.Mirror(hit.Effect) : hit.Effect;
            Raise(features, "rule:" + effect, (float)hit.Rule.Weight);
            ChangeDirection direction = isBackwards ? RuleFile.Mirror(hit.Direction) : hit.Direction;
            Raise(features, "rule:" + direction, (float)hit.Rule.Weight);
            if (hit.Rule.IsMaterial)
                Raise(features, "rule:material", (float)hit.Rule.Weight);
        }

        foreach (Quantities.FoundQuantityChange quantity in evidence.Quantities)
        {
            ChangeDirection direction = isBackwards ? RuleFile.Mirror(quantity.Change.Direction) : quantity.Change.Direction;
            features["quantity:" + direction] = 1;
            if (quantity.Effect is { } effect)
                features["quantity:" + (isBackwards ? EffectIds.Mirror(effect) : effect)] = 1;
        }
    }

    private static void AddShape(ChangeDraft draft, bool isBackwards, Dictionary<string, float> features)
    {
        features["operation:" + (isBackwards ? Mirror(draft.Operation) : draft.Operation)] = 1;
        int gone = Words(draft.Was, draft.Edits, static edit => edit.Before);
        int come = Words(draft.Now, draft.Edits, static edit => edit.After);
        if (isBackwards)
            (gone, come) = (come, gone);
        features[Bucket("words come", come, WordBounds)] = 1;
        features[Bucket("words gone", gone, WordBounds)] = 1;
        features[Bucket("words", come + gone, WordBounds)] = 1;
        features[Bucket("edits", draft.Edits.Count, EditBounds)] = 1;
        if (draft.IsHeading)
            features["heading"] = 1;
        foreach (ProvisionKind kind in draft.Match.Before.Concat(draft.Match.After).Select(static part => part.Provision.Kind).Distinct())
            features["kind:" + kind] = 1;
        (TextShape was, TextShape now) = (TextShape.Of(draft.Was, draft.Edits, static edit => edit.Before), TextShape.Of(draft.Now, draft.Edits, static edit => edit.After));
        if (isBackwards)
            (was, now) = (now, was);
        was.Write(features, "gone ");
        now.Write(features, "come ");
        foreach (IGrouping<string, ProvisionLabel> type in draft.Match.Before.Concat(draft.Match.After).SelectMany(static part => part.Labels).GroupBy(static label => label.Type, StringComparer.Ordinal))
            features["type:" + type.Key] = (float)type.Max(static label => label.Score);
    }

    private static ChangeOperation Mirror(ChangeOperation operation) => operation switch
    {
        ChangeOperation.Added => ChangeOperation.Removed,
        ChangeOperation.Removed => ChangeOperation.Added,
        ChangeOperation.Split => ChangeOperation.Merged,
        ChangeOperation.Merged => ChangeOperation.Split,
        _ => operation,
    };

    private static int Words(string text, IReadOnlyList<TextEdit> edits, Func<TextEdit, TextRange> side)
    {
        int count = 0;
        foreach (TextEdit edit in edits)
            count += WordTokens.Words(side(edit).Of(text)).Count;
        return count;
    }

    private static string Bucket(string name, int value, int[] bounds)
    {
        foreach (int bound in bounds)
        {
            if (value <= bound)
                return string.Create(CultureInfo.InvariantCulture, $"{name} <= {bound}");
        }

        return name + " more";
    }

    private static void Raise(Dictionary<string, float> features, string name, float value) =>
        features[name] = Math.Max(features.GetValueOrDefault(name), value);
}
