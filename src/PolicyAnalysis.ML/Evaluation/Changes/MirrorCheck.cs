using System.Globalization;
using PolicyAnalysis.Comparison;
using PolicyAnalysis.Comparison.Evidence;

namespace PolicyAnalysis.ML.Evaluation.Changes;

/// <summary>Holds the mirror law: the comparison read backwards has every record mirrored.</summary>
internal static class MirrorCheck
{
    public static bool Holds(PolicyComparison there, PolicyComparison back) =>
        Lines(there, isBackwards: false).SequenceEqual(Lines(back, isBackwards: true), StringComparer.Ordinal);

    private static IEnumerable<string> Lines(PolicyComparison comparison, bool isBackwards) => comparison.Changes
        .Select(change => string.Create(
            CultureInfo.InvariantCulture,
            $"{(isBackwards ? change.After?.Range : change.Before?.Range)} {(isBackwards ? change.Before?.Range : change.After?.Range)} {string.Join(' ', change.Edits.Select(edit => isBackwards ? $"{edit.After}{edit.Before}" : $"{edit.Before}{edit.After}"))} {string.Join(' ', change.Effects.Select(effect => $"{(isBackwards ? EffectIds.Mirror(effect.Id) : effect.Id)} {effect.Score:F3}"))} {string.Join(' ', change.Types)} {change.Materiality} {(isBackwards ? RuleFile.Mirror(change.Direction) : change.Direction)} {change.Repeats} {change.Certificate?.Level}"))
        .Order(StringComparer.Ordinal);
}
