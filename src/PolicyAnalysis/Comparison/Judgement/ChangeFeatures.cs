using System.Globalization;
using PolicyAnalysis.Comparison.Evidence;
using PolicyAnalysis.Comparison.Quantities;

namespace PolicyAnalysis.Comparison.Judgement;

/// <summary>
/// The features of a change that the models weigh. Read backwards, a change has the features of the change with its sides
/// exchanged: that is what keeps the mirror law.
/// </summary>
internal static class ChangeFeatures
{
    private static readonly int[] WordBounds = [0, 1, 2, 5, 15, 40];
    private static readonly int[] EditBounds = [1, 2, 4, 10];

    // What holds for all effects is told the model louder than what holds for one, of which few examples are known.
    private const float OfOne = 0.4f;

    /// <summary>The features that speak for or against one effect: the rules that name it, the provision's types, and the shape of the change.</summary>
    public static Dictionary<string, float> OfEffect(ChangeEvidence evidence, IReadOnlyDictionary<string, float> shape, string effect, bool isBackwards)
    {
        var features = new Dictionary<string, float>(StringComparer.Ordinal) { ["effect:" + effect] = OfOne };
        string named = isBackwards ? EffectIds.Mirror(effect) : effect;
        foreach (RuleHit hit in evidence.Hits)
        {
            if (!string.Equals(hit.Effect, named, StringComparison.Ordinal))
                continue;
            features["rule:" + hit.Rule.Id] = OfOne;
            Raise(features, "rule", (float)hit.Strength);
            Add(features, "rules", 0.3f);
        }

        if (features.ContainsKey("rule") && !evidence.Hits.Any(hit => !string.Equals(hit.Effect, named, StringComparison.Ordinal)))
            features["only rule"] = 1;
        foreach (FoundQuantityChange quantity in evidence.Quantities)
        {
            if (string.Equals(quantity.Effect, named, StringComparison.Ordinal))
                features["quantity"] = 1;
        }

        string side = shape.ContainsKey("words gone <= 0") ? "come" : shape.ContainsKey("words come <= 0") ? "gone" : "both";
        features[$"{effect}|{side}"] = OfOne;
        foreach ((string type, bool isMain) in Types(evidence.Draft))
        {
            if (EffectIds.OfType(type) is not { } known)
                continue;
            bool isOfCome = string.Equals(known.Effect, effect, StringComparison.Ordinal);
            bool isOfGone = string.Equals(EffectIds.Mirror(known.Effect), effect, StringComparison.Ordinal);
            if (isOfCome || isOfGone)
                features[$"{(isMain ? "main type" : "type")} {(isOfCome && isOfGone ? "either" : isOfCome ? "came" : "went")}, {side}"] = 1;
        }

        foreach ((string name, float value) in shape)
            features[effect + "|" + name] = value * OfOne;
        foreach (ListItemChange item in evidence.ListItems)
        {
            string fate = item.IsAdded == isBackwards ? "left" : "joined";
            features[$"{effect}|item {fate}"] = 1;
            if (EffectOf(item.Lists) is not { } listed)
                continue;
            if (string.Equals(listed, effect, StringComparison.Ordinal))
                features[$"listed, {fate}"] = 1;
            if (string.Equals(EffectIds.Mirror(listed), effect, StringComparison.Ordinal))
                features[$"listed mirror, {fate}"] = 1;
        }

        return features;
    }

    private static string? EffectOf(ListedThing listed) => listed switch
    {
        ListedThing.Data => "data-added",
        ListedThing.Purposes => "purpose-added",
        ListedThing.Recipients => "recipient-added",
        ListedThing.Rights => "right-added",
        ListedThing.Duties => "user-duty-added",
        _ => null,
    };

    /// <summary>The features that speak for whom a change is better: those of the whole change, and those that have a sign.</summary>
    public static Dictionary<string, float> OfDirection(IReadOnlyDictionary<string, float> whole, IReadOnlyDictionary<string, float> signed, bool isBackwards)
    {
        var features = new Dictionary<string, float>(whole, StringComparer.Ordinal);
        foreach ((string name, float value) in signed)
            features["for:" + name] = isBackwards ? -value : value;
        return features;
    }

    /// <summary>What speaks for the user or against, each with a sign: read backwards, every one has the other sign.</summary>
    public static Dictionary<string, float> Signed(ChangeEvidence evidence, IReadOnlyDictionary<string, double> effects)
    {
        var features = new Dictionary<string, float>(StringComparer.Ordinal);
        int gone = Words(evidence.Draft.Was, evidence.Draft.Edits, static edit => edit.Before);
        int come = Words(evidence.Draft.Now, evidence.Draft.Edits, static edit => edit.After);
        float balance = gone + come == 0 ? 0 : (float)(come - gone) / (come + gone);
        features["more"] = balance;
        foreach ((string effect, double score) in effects)
        {
            string mirror = EffectIds.Mirror(effect);
            if (string.Equals(mirror, effect, StringComparison.Ordinal))
                features["more " + effect] = balance * (float)score;
            else if (string.CompareOrdinal(effect, mirror) < 0)
                features[effect] = (float)(score - effects[mirror]);
        }

        float known = 0;
        foreach ((string effect, double score) in effects.OrderBy(static entry => entry.Key, StringComparer.Ordinal))
            known += Sign(EffectIds.DirectionOf(effect)) * (float)score;
        features["effects"] = known;
        float rules = 0;
        foreach (RuleHit hit in evidence.Hits.OrderBy(static hit => hit.Rule.Id, StringComparer.Ordinal))
            rules += Sign(hit.Direction) * (float)hit.Strength;
        features["rules"] = Math.Clamp(rules, -2, 2);
        float quantities = 0;
        foreach (FoundQuantityChange quantity in evidence.Quantities)
            quantities += Sign(quantity.Change.Direction);
        features["quantities"] = Math.Clamp(quantities, -1, 1);
        for (int c = 0; c < evidence.Cues.Count; c++)
        {
            CueEvidence cue = evidence.Cues[c];
            if (cue.Gained is null != cue.Lost is null)
                features["cue " + Cue.All[c].Id] = cue.Gained is null ? -OfOne : OfOne;
        }

        foreach ((string type, bool isMain) in Types(evidence.Draft))
        {
            if (isMain)
                features["more in " + type] = balance * OfOne;
        }

        return features;
    }

    private static int Sign(ChangeDirection direction) => direction switch
    {
        ChangeDirection.ForUser => 1,
        ChangeDirection.AgainstUser => -1,
        _ => 0,
    };

    /// <summary>The features of the whole change that speak for a materiality or a direction.</summary>
    public static Dictionary<string, float> OfWhole(ChangeEvidence evidence, IReadOnlyDictionary<string, float> shape, IReadOnlyDictionary<string, double> effects, bool isBackwards)
    {
        var features = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach ((string name, float value) in shape)
            features[name] = value * OfOne;
        foreach ((string effect, double score) in effects)
        {
            string named = isBackwards ? EffectIds.Mirror(effect) : effect;
            features["effect:" + named] = (float)score;
            Add(features, "effects:" + EffectIds.DirectionOf(named), (float)score);
        }

        foreach (RuleHit hit in evidence.Hits)
        {
            ChangeDirection direction = isBackwards ? RuleFile.Mirror(hit.Direction) : hit.Direction;
            Raise(features, "rule:" + direction, (float)hit.Strength);
            Add(features, "rules:" + direction, 0.2f);
            if (hit.Rule.IsMaterial)
            {
                Raise(features, "rule:material", (float)hit.Strength);
                Add(features, "rules:material", 0.2f);
            }
        }

        foreach (FoundQuantityChange quantity in evidence.Quantities)
            features["quantity:" + (isBackwards ? RuleFile.Mirror(quantity.Change.Direction) : quantity.Change.Direction)] = 1;
        foreach ((string type, bool isMain) in Types(evidence.Draft))
        {
            if (isMain)
                features["type:" + type] = OfOne;
        }

        if (evidence.Hits.Count == 0 && evidence.Quantities.Count == 0)
            features["no rule"] = 1;
        for (int c = 0; c < evidence.Cues.Count; c++)
        {
            if (evidence.Cues[c].IsTouched)
                features["cue:" + Cue.All[c].Id] = OfOne;
        }

        return features;
    }

    private static IEnumerable<(string Type, bool IsMain)> Types(ChangeDraft draft)
    {
        var main = draft.Match.Before.Concat(draft.Match.After).Select(static part => part.MainType).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (string type in draft.Match.Before.Concat(draft.Match.After).SelectMany(static part => part.Labels).Select(static label => label.Type).Distinct(StringComparer.Ordinal))
            yield return (type, main.Contains(type));
    }

    /// <summary>The shape of a change: its operation, size, kind of text and of words that changed, and the provision's main type.</summary>
    public static Dictionary<string, float> OfShape(ChangeDraft draft, bool isBackwards)
    {
        var features = new Dictionary<string, float>(StringComparer.Ordinal);
        features["operation:" + (isBackwards ? Mirror(draft.Operation) : draft.Operation)] = 1;
        int gone = Words(draft.Was, draft.Edits, static edit => edit.Before);
        int come = Words(draft.Now, draft.Edits, static edit => edit.After);
        if (isBackwards)
            (gone, come) = (come, gone);
        features[Bucket("words come", come, WordBounds)] = 1;
        features[Bucket("words gone", gone, WordBounds)] = 1;
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
        if (draft.Displaced > 0)
            features["displaced"] = (float)draft.Displaced;
        if (EditShape.Of(draft) is { } words)
            features["edits of " + words] = 2;
        return features;
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

    private static void Add(Dictionary<string, float> features, string name, float value) =>
        features[name] = Math.Min(1, features.GetValueOrDefault(name) + value);
}
