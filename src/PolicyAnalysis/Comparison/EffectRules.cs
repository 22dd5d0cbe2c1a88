using System.Globalization;

namespace PolicyAnalysis.Comparison;

/// <summary>The embedded table of effect rules, read once.</summary>
internal static class EffectRules
{
    private static readonly Lazy<IReadOnlyList<EffectRule>> Table = new(() => [.. RuleFile.Read("effects.tsv").Select(Parse)]);

    public static IReadOnlyList<EffectRule> All => Table.Value;

    private static EffectRule Parse(string[] cells) => new()
    {
        Id = cells[0],
        Cue = RuleFile.Pattern(cells[1]),
        Guard = RuleFile.OptionalPattern(cells[2]),
        Gained = cells[3],
        GainedDirection = RuleFile.Direction(cells[4]),
        Lost = cells[5],
        LostDirection = RuleFile.Direction(cells[6]),
        IsMaterial = string.Equals(cells[7], "yes", StringComparison.Ordinal),
        Weight = double.Parse(cells[8], CultureInfo.InvariantCulture),
        Type = cells[9],
        Example = cells[10],
        NearMiss = cells[11],
    };
}
