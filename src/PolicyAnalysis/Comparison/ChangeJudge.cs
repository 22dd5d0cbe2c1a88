using PolicyAnalysis.Comparison.Quantities;

namespace PolicyAnalysis.Comparison;

/// <summary>What the rules say of one change.</summary>
internal sealed record ChangeJudgement(
    IReadOnlyList<ChangeEffect> Effects,
    Materiality Materiality,
    IReadOnlyList<string> MaterialityReasons,
    ChangeDirection Direction,
    IReadOnlyList<string> DirectionReasons,
    string? TypeHint)
{
    public NoEffectCertificate? Certificate { get; init; }

    public IReadOnlyList<QuantityChange> Quantities { get; init; } = [];
}

/// <summary>Names the effects of a change from the words that came and went; knows only the two texts.</summary>
internal static class ChangeJudge
{
    private const int SmallInsertion = 6;

    public static ChangeJudgement Moved { get; } = Certified(new NoEffectCertificate { Level = NoEffectLevel.Place }, "moved", "The text stands elsewhere, unchanged.");

    public static ChangeJudgement OfLinks(LinkChange links)
    {
        const string reason = "The words are the same; the target of a link differs.";
        return Certified(new NoEffectCertificate { Level = NoEffectLevel.LinkTarget }, links.Effect, reason) with { Materiality = links.IsEditorial ? Materiality.Editorial : Materiality.Minor };
    }

    public static ChangeJudgement Judge(ChangeDraft draft)
    {
        (string before, string after, IReadOnlyList<TextEdit> edits) = (draft.Was, draft.Now, draft.Edits);
        if (before.Length > 0 && after.Length > 0 && NoEffectVerifier.Certify(before, after) is { } certificate)
            return Certified(certificate, EffectOf(certificate.Level), "Both sides are equal at the level the certificate names.");
        if (draft.IsHeading)
            return Editorial("wording-only", "Only a heading changed.");
        var found = new List<(ChangeEffect Effect, ChangeDirection Direction, bool Material, string? Type)>();
        List<FoundQuantityChange> quantities = QuantityChanges.Find(draft);
        foreach (FoundQuantityChange quantity in quantities)
        {
            if (quantity.Effect is { } effect)
                found.Add((new ChangeEffect { Id = effect, Score = 0.95, Reason = $"A stated quantity on {quantity.Change.Subject} changed: {quantity.Change.Before?.Value ?? "none"} to {quantity.Change.After?.Value ?? "none"}." }, quantity.Change.Direction, true, quantity.Subject!.Type));
        }

        foreach (EffectRule rule in EffectRules.All)
        {
            (int was, string lost) = rule.Find(before);
            (int now, string gained) = rule.Find(after);
            if (was == now)
                continue;
            bool isGain = now > was;
            string reason = isGain ? $"Rule {rule.Id}: the words “{gained}” are new." : $"Rule {rule.Id}: the words “{lost}” are gone.";
            found.Add((new ChangeEffect { Id = isGain ? rule.Gained : rule.Lost, Score = rule.Weight, Reason = reason }, isGain ? rule.GainedDirection : rule.LostDirection, rule.IsMaterial, rule.Type));
        }

        if (found.Count == 0)
            return WithoutRule(before, after, edits);
        found.Sort(static (x, y) => y.Effect.Score.CompareTo(x.Effect.Score) is var byScore && byScore != 0 ? byScore : string.CompareOrdinal(x.Effect.Id, y.Effect.Id));
        return Weigh(found) with { Quantities = quantities.ConvertAll(static quantity => quantity.Change) };
    }

    private static ChangeJudgement Weigh(List<(ChangeEffect Effect, ChangeDirection Direction, bool Material, string? Type)> found)
    {
        var effects = new List<ChangeEffect>();
        var reasons = new List<string>();
        bool better = false;
        bool worse = false;
        double best = found[0].Effect.Score;
        string? because = null;
        foreach ((ChangeEffect effect, ChangeDirection direction, bool material, _) in found)
        {
            if (material)
                because ??= effect.Reason;
            if (effects.Exists(known => string.Equals(known.Id, effect.Id, StringComparison.Ordinal)))
                continue;
            effects.Add(effect);
            if (direction == ChangeDirection.Neutral || effect.Score < best - 0.1)
                continue;
            better |= direction == ChangeDirection.ForUser;
            worse |= direction == ChangeDirection.AgainstUser;
            reasons.Add(effect.Reason);
        }

        ChangeDirection total = (better, worse) switch
        {
            (true, true) => ChangeDirection.Mixed,
            (true, false) => ChangeDirection.ForUser,
            (false, true) => ChangeDirection.AgainstUser,
            _ => ChangeDirection.Neutral,
        };
        Materiality materiality = because is null ? Materiality.Minor : Materiality.Material;
        return new ChangeJudgement(effects, materiality, [because ?? "No rule that met is one of substance."], total, reasons, found[0].Type);
    }

    private static string EffectOf(NoEffectLevel level) => level switch
    {
        NoEffectLevel.DocumentDate => "date-changed",
        NoEffectLevel.MaskedAddress => "noise",
        NoEffectLevel.NumberStyle or NoEffectLevel.Spelling => "wording-only",
        _ => "layout-only",
    };

    private static ChangeJudgement Certified(NoEffectCertificate certificate, string effect, string reason) => Editorial(effect, reason) with { Certificate = certificate };

    private static ChangeJudgement WithoutRule(string before, string after, IReadOnlyList<TextEdit> edits)
    {
        if (before.Length == 0)
            return Minor("disclosure-added", ChangeDirection.ForUser, "The provision is new and no rule of substance met it.");
        if (after.Length == 0)
            return Minor("disclosure-removed", ChangeDirection.AgainstUser, "The provision is gone and no rule of substance met it.");
        int come = CountWords(after, edits, static edit => edit.After);
        int gone = CountWords(before, edits, static edit => edit.Before);
        if (HasNewName(before, after, edits))
            return Minor("name-changed", ChangeDirection.Neutral, "A name gave way to another.");
        if (gone <= 1 && come > SmallInsertion)
            return Minor("disclosure-added", ChangeDirection.ForUser, "Words were only added and no rule of substance met them.");
        if (come <= 1 && gone > SmallInsertion)
            return Minor("disclosure-removed", ChangeDirection.AgainstUser, "Words were only removed and no rule of substance met them.");
        if (gone == 0 && come > 1)
            return Minor("scope-broadened", ChangeDirection.Neutral, "A few words were added to the provision.");
        if (come == 0 && gone > 1)
            return Minor("scope-narrowed", ChangeDirection.Neutral, "A few words were taken from the provision.");
        return Editorial("wording-only", "No rule of substance met the words that changed.");
    }

    private static bool HasNewName(string before, string after, IReadOnlyList<TextEdit> edits)
    {
        foreach (TextEdit edit in edits)
        {
            if (edit.Operation != EditOperation.Replace || edit.After.Length > 60 || edit.Before.Length > 60)
                return false;
            if (!char.IsUpper(edit.After.Of(after)[0]) || !char.IsUpper(edit.Before.Of(before)[0]))
                return false;
        }

        return edits.Count > 0;
    }

    private static int CountWords(string text, IReadOnlyList<TextEdit> edits, Func<TextEdit, TextRange> side)
    {
        int count = 0;
        foreach (TextEdit edit in edits)
            count += WordTokens.Words(side(edit).Of(text)).Count;
        return count;
    }

    private static ChangeJudgement Minor(string effect, ChangeDirection direction, string reason) =>
        new([new ChangeEffect { Id = effect, Score = 0.5, Reason = reason }], Materiality.Minor, [reason], direction, direction == ChangeDirection.Neutral ? [] : [reason], null);

    private static ChangeJudgement Editorial(string effect, string reason) =>
        new([new ChangeEffect { Id = effect, Score = 0.9, Reason = reason }], Materiality.Editorial, [reason], ChangeDirection.Neutral, [], effect is "date-changed" ? "not-a-provision" : null);
}
