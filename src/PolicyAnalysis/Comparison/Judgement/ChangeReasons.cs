using PolicyAnalysis.Comparison.Evidence;
using PolicyAnalysis.Comparison.Quantities;

namespace PolicyAnalysis.Comparison.Judgement;

/// <summary>Says in one plain sentence why something is said of a change: the rule and the words that met it.</summary>
internal static class ChangeReasons
{
    public static string OfEffect(ChangeEvidence evidence, string effect)
    {
        FoundQuantityChange? quantity = evidence.Quantities.FirstOrDefault(found => string.Equals(found.Effect, effect, StringComparison.Ordinal));
        if (quantity is not null)
            return Of(quantity.Change);
        RuleHit? hit = evidence.Hits.Where(found => string.Equals(found.Effect, effect, StringComparison.Ordinal)).MaxBy(static found => found.Strength);
        return hit is not null ? Of(hit) : "No single rule: the words that changed and their place speak for it together.";
    }

    public static string OfMateriality(ChangeEvidence evidence, string effect, Materiality materiality) => materiality switch
    {
        Materiality.Material => $"Something of substance changed. {OfEffect(evidence, effect)}",
        Materiality.Minor => $"Of little consequence by itself. {OfEffect(evidence, effect)}",
        _ => "No words of substance changed.",
    };

    public static IReadOnlyList<string> OfDirection(ChangeEvidence evidence, string effect, ChangeDirection direction)
    {
        if (direction == ChangeDirection.Neutral)
            return [];
        var reasons = evidence.Quantities
            .Where(found => Agrees(found.Change.Direction, direction))
            .Select(static found => Of(found.Change))
            .Concat(evidence.Hits.Where(hit => Agrees(hit.Direction, direction)).OrderByDescending(static hit => hit.Strength).Select(Of))
            .Distinct(StringComparer.Ordinal)
            .Take(3)
            .ToList();
        return reasons.Count > 0 ? reasons : [OfEffect(evidence, effect)];
    }

    private static bool Agrees(ChangeDirection found, ChangeDirection direction) =>
        found != ChangeDirection.Neutral && (found == direction || direction == ChangeDirection.Mixed);

    private static string Of(RuleHit hit) => $"Rule {hit.Rule.Id}: the words “{hit.Words.ReplaceLineEndings(" ")}” are {(hit.IsGain ? "new" : "gone")}.";

    private static string Of(QuantityChange change) => change.Trend switch
    {
        QuantityTrend.Stated => $"Quantity on {change.Subject}: {QuantityWords.Of(change.After!)} is newly stated.",
        QuantityTrend.Dropped => $"Quantity on {change.Subject}: {QuantityWords.Of(change.Before!)} is no longer stated.",
        _ => $"Quantity on {change.Subject}: {QuantityWords.Of(change.Before!)} became {QuantityWords.Of(change.After!)}.",
    };
}
