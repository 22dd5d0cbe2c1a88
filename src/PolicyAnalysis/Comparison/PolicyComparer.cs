using System.Diagnostics.CodeAnalysis;
using PolicyAnalysis.Comparison.Alignment;
using PolicyAnalysis.Comparison.Definitions;
using PolicyAnalysis.Comparison.Judgement;
using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Comparison;

/// <summary>Compares two versions of a policy: which provisions came, went, moved or changed, with what effect.</summary>
/// <remarks>
/// Thread-safe; holds no state. The same input gives the same result on every machine, and <c>Compare(b, a)</c> mirrors
/// <c>Compare(a, b)</c>: the same records with sides, edits, effects and directions exchanged. Time grows with the provisions
/// times the number of differences, within fixed budgets; over a budget the result is coarser and
/// <see cref="PolicyComparison.IsApproximate"/> says so.
/// </remarks>
public sealed class PolicyComparer
{
    /// <summary>Compares two analysed versions.</summary>
    /// <param name="before">The version before.</param>
    /// <param name="after">The version after.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The change records in the reading order of the version after, with the stated dates and warnings.</returns>
    /// <exception cref="ArgumentNullException">A version is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Users hold a comparer; its rules will be an instance's own.")]
    public PolicyComparison Compare(AnalyzedPolicy before, AnalyzedPolicy after, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        List<ProvisionMatch> matches = Align(before, after, out bool complete, cancellationToken);
        var differ = new TextDiffer();
        var displaced = new DisplacedText(before.Document.Text, after.Document.Text);
        var records = new List<(ChangeRecord Record, string? Key)>();
        foreach (ProvisionMatch match in InReadingOrder(matches))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Record(match, before, after, differ, displaced) is { } record)
                records.Add(record);
        }

        ComparisonDates dates = new(before.Document.EffectiveDate ?? before.Document.UpdatedDate, after.Document.EffectiveDate ?? after.Document.UpdatedDate);
        return new PolicyComparison
        {
            Before = before,
            After = after,
            Changes = RenamingFinder.Apply(RepeatCollapser.Collapse(records), before.Document, after.Document),
            Dates = dates,
            Warnings = dates is { Before: { } first, After: { } second } && second < first
                ? [new ComparisonWarning("dates-run-backwards", "The version after states an earlier date than the version before; the direction of the changes is unreliable.")]
                : [],
            IsApproximate = !complete,
        };
    }

    /// <summary>The changes before they are judged: what a trainer learns from.</summary>
    internal static List<ChangeDraft> Drafts(AnalyzedPolicy before, AnalyzedPolicy after, CancellationToken cancellationToken)
    {
        var differ = new TextDiffer();
        var displaced = new DisplacedText(before.Document.Text, after.Document.Text);
        return [.. InReadingOrder(Align(before, after, out _, cancellationToken)).Select(match => ChangeDraft.Of(match, before.Document, after.Document, differ, displaced))
            .Where(static draft => !string.Equals(draft.Was, draft.Now, StringComparison.Ordinal))];
    }

    /// <summary>Pairs the provisions of two versions, the same way whichever comes first.</summary>
    internal static List<ProvisionMatch> Align(AnalyzedPolicy before, AnalyzedPolicy after, out bool complete, CancellationToken cancellationToken)
    {
        // The same orientation either way is what makes the mirror law hold.
        if (string.CompareOrdinal(before.Document.Text, after.Document.Text) <= 0)
            return ProvisionAligner.Align(before, after, out complete, cancellationToken);
        List<ProvisionMatch> matches = ProvisionAligner.Align(after, before, out complete, cancellationToken);
        return matches.ConvertAll(static match => match.Mirror());
    }

    /// <summary>The order of the version after; what is gone stands where it stood.</summary>
    private static IEnumerable<ProvisionMatch> InReadingOrder(List<ProvisionMatch> matches)
    {
        var placed = new List<(int Place, int Order, ProvisionMatch Match)>(matches.Count);
        int place = -1;
        foreach (ProvisionMatch match in matches.OrderBy(static match => First(match.Before) ?? int.MaxValue).ThenBy(static match => First(match.After) ?? -1))
        {
            if (!match.Moved && First(match.After) is { } here)
                place = here;
            placed.Add((First(match.After) ?? place, First(match.Before) ?? -1, match));
        }

        return placed.OrderBy(static entry => entry.Place).ThenBy(static entry => entry.Order).Select(static entry => entry.Match);
    }

    private static int? First(IReadOnlyList<AnalyzedProvision> side) => side.Count == 0 ? null : side[0].Provision.Ordinal;

    private static (ChangeRecord Record, string? Key)? Record(ProvisionMatch match, AnalyzedPolicy before, AnalyzedPolicy after, TextDiffer differ, DisplacedText displaced)
    {
        ChangeDraft draft = ChangeDraft.Of(match, before.Document, after.Document, differ, displaced);
        if (!string.Equals(draft.Was, draft.Now, StringComparison.Ordinal))
        {
            ChangeRecord record = ChangeWriter.Write(draft, ChangeJudge.Judge(draft)) with { Definitions = DefinitionChanges.Find(draft, before, after) };
            if (record is { Definitions.Count: 1, Certificate: null, Before: not null, After: not null } && ChangeSummary.OfDefinition(record.Definitions[0]) is { } summary)
                record = record with { Summary = summary };
            return (record, EditShape.Of(draft) == "names" ? "names" : null);
        }

        if (match.Moved)
            return (ChangeWriter.Write(draft, ChangeJudge.Moved), null);
        return LinkTargets.Compare(before.Document, draft.WasRange, after.Document, draft.NowRange) is { } links
            ? (ChangeWriter.Write(draft, ChangeJudge.OfLinks(links)), links.Key)
            : null;
    }
}
