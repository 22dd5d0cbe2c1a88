using System.Globalization;
using System.Text;
using PolicyAnalysis.Comparison.Evidence;
using PolicyAnalysis.Comparison;

namespace PolicyAnalysis.Tests.Comparison;

/// <summary>Writes all that a record says, as it stands or read backwards, so that two comparisons can be held against each other.</summary>
internal static class Mirror
{
    public static List<string> Lines(PolicyComparison comparison, bool isBackwards) =>
        [.. comparison.Changes.Select(change => Line(change, isBackwards)).Order(StringComparer.Ordinal)];

    private static string Line(ChangeRecord change, bool isBackwards)
    {
        var line = new StringBuilder();
        line.Append(isBackwards ? Operation(change.Operation) : change.Operation);
        (ChangeSide? first, ChangeSide? second) = isBackwards ? (change.After, change.Before) : (change.Before, change.After);
        line.Append(' ').Append(first?.Range).Append(second?.Range);
        foreach (TextEdit edit in change.Edits)
            line.Append(isBackwards ? edit.After : edit.Before).Append(isBackwards ? edit.Before : edit.After);
        line.Append(' ').AppendJoin(',', change.Types);
        foreach (ChangeEffect effect in change.Effects)
            line.Append(CultureInfo.InvariantCulture, $" {(isBackwards ? EffectIds.Mirror(effect.Id) : effect.Id)} {effect.Score:F3}");
        line.Append(' ').Append(change.Materiality).Append(' ').Append(isBackwards ? RuleFile.Mirror(change.Direction) : change.Direction);
        line.Append(CultureInfo.InvariantCulture, $" {change.Repeats} {change.Certificate?.Level}");
        foreach (QuantityChange quantity in change.Quantities.OrderBy(quantity => (isBackwards ? quantity.After : quantity.Before)?.Range.Start ?? -1).ThenBy(quantity => (isBackwards ? quantity.Before : quantity.After)?.Range.Start ?? -1))
        {
            (Quantity? old, Quantity? fresh) = isBackwards ? (quantity.After, quantity.Before) : (quantity.Before, quantity.After);
            line.Append(CultureInfo.InvariantCulture, $" {old?.Value}>{fresh?.Value} {quantity.Subject} {(isBackwards ? RuleFile.Mirror(quantity.Direction) : quantity.Direction)}");
        }

        foreach (DefinitionChange definition in change.Definitions)
            line.Append(' ').Append(definition.Term).Append('+').AppendJoin('|', isBackwards ? definition.Lost : definition.Gained).Append('-').AppendJoin('|', isBackwards ? definition.Gained : definition.Lost);
        return line.ToString();
    }

    private static ChangeOperation Operation(ChangeOperation operation) => operation switch
    {
        ChangeOperation.Added => ChangeOperation.Removed,
        ChangeOperation.Removed => ChangeOperation.Added,
        ChangeOperation.Split => ChangeOperation.Merged,
        ChangeOperation.Merged => ChangeOperation.Split,
        _ => operation,
    };
}
