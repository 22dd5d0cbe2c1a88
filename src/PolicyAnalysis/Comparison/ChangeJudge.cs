namespace PolicyAnalysis.Comparison;

/// <summary>What the rules say of one change.</summary>
internal sealed record ChangeJudgement(
    IReadOnlyList<ChangeEffect> Effects,
    Materiality Materiality,
    string MaterialityReason,
    ChangeDirection Direction,
    IReadOnlyList<string> DirectionReasons,
    string? TypeHint);

/// <summary>Names the effects of a change from the words that came and went; knows only the two texts.</summary>
internal static class ChangeJudge
{
    private const int SmallInsertion = 6;

    public static ChangeJudgement Judge(string before, string after, IReadOnlyList<TextEdit> edits, bool isHeading)
    {
        if (before.Length > 0 && after.Length > 0 && NoEffectLevel.Of(before, after) is { } level)
            return Editorial(level, "Both sides are equal once layout, numbering and dates are set aside.");
        if (isHeading)
            return Editorial("wording-only", "Only a heading changed.");
        var found = new List<(ChangeEffect Effect, ChangeDirection Direction, bool Material, string? Type)>();
        AddPeriods(before, after, found);
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
        return Weigh(found);
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
        return new ChangeJudgement(effects, materiality, because ?? "No rule that met is one of substance.", total, reasons, found[0].Type);
    }

    private static void AddPeriods(string before, string after, List<(ChangeEffect Effect, ChangeDirection Direction, bool Material, string? Type)> found)
    {
        List<long> was = Periods.InHours(before);
        List<long> now = Periods.InHours(after);
        foreach (long same in was.ToArray())
        {
            if (now.Remove(same))
                was.Remove(same);
        }

        if (was.Count != 1 || now.Count != 1)
            return;
        string both = before + "\n" + after;
        bool longer = now[0] > was[0];
        string change = longer ? "A stated period is longer." : "A stated period is shorter.";
        if (Has(both, "retain", "retention", "delete", "stored", "keep", "kept"))
        {
            ChangeDirection direction = longer ? ChangeDirection.AgainstUser : ChangeDirection.ForUser;
            found.Add((new ChangeEffect { Id = longer ? "retention-lengthened" : "retention-shortened", Score = 0.95, Reason = change }, direction, true, "data-retention"));
        }
        else if (Has(both, "refund", "cancel", "renew"))
        {
            found.Add((new ChangeEffect { Id = "price-terms-changed", Score = 0.95, Reason = change }, longer ? ChangeDirection.ForUser : ChangeDirection.AgainstUser, true, "renewal-cancellation"));
        }
        else if (Has(both, "notice", "notify"))
        {
            found.Add((new ChangeEffect { Id = "notice-terms-changed", Score = 0.95, Reason = change }, longer ? ChangeDirection.ForUser : ChangeDirection.AgainstUser, true, "changes-to-terms"));
        }
    }

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

    private static bool Has(string text, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static ChangeJudgement Minor(string effect, ChangeDirection direction, string reason) =>
        new([new ChangeEffect { Id = effect, Score = 0.5, Reason = reason }], Materiality.Minor, reason, direction, direction == ChangeDirection.Neutral ? [] : [reason], null);

    private static ChangeJudgement Editorial(string effect, string reason) =>
        new([new ChangeEffect { Id = effect, Score = 0.9, Reason = reason }], Materiality.Editorial, reason, ChangeDirection.Neutral, [], effect is "date-changed" ? "not-a-provision" : null);
}
