namespace PolicyAnalysis.Comparison.Evidence;

/// <summary>The effects of a change with their mirrors: the table <c>effect-ids.tsv</c>.</summary>
internal static class EffectIds
{
    private static readonly Lazy<Dictionary<string, (string Mirror, ChangeDirection Direction)>> Table = new(static () =>
        RuleFile.Read("effect-ids").ToDictionary(static cells => cells[0], static cells => (cells[1], RuleFile.Direction(cells[2])), StringComparer.Ordinal));

    private static readonly Lazy<Dictionary<string, (string Effect, ChangeDirection Direction)>> Types = new(static () =>
        RuleFile.Read("type-effects").ToDictionary(static cells => cells[0], static cells => (cells[1], RuleFile.Direction(cells[2])), StringComparer.Ordinal));

    /// <summary>What comes with a provision of a type where nothing else speaks; nothing for a type that is not known.</summary>
    public static (string Effect, ChangeDirection Direction)? OfType(string type) => Types.Value.TryGetValue(type, out (string, ChangeDirection) known) ? known : null;

    /// <summary>All effects in the order of the table.</summary>
    public static IEnumerable<string> All => Table.Value.Keys;

    /// <summary>The effect of the same change read backwards.</summary>
    public static string Mirror(string effect) => Table.Value[effect].Mirror;

    /// <summary>For whom an effect is better where the text says no more.</summary>
    public static ChangeDirection DirectionOf(string effect) => Table.Value[effect].Direction;
}
