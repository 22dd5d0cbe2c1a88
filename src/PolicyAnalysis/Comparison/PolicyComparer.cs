using System.Diagnostics.CodeAnalysis;
using PolicyAnalysis.Comparison.Alignment;
using PolicyAnalysis.Comparison.Definitions;
using PolicyAnalysis.Comparison.Judgement;
using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Comparison;

/// <summary>Compares two versions of a policy: which provisions came, went, moved or changed, with what effect.</summary>
/// <remarks>
/// Thread-safe; holds no state. The same input gives the same result on every machine, and <c>Compare(b, a)</c> mirrors
/// <c>Compare(a, b)</c>: the same records with sides, edits, effects and directions exchanged. Time grows
/// linearly in practice, within fixed budgets; over a budget the result is coarser and
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
        List<AlignedSpan> spans = Spans(before, after, out bool complete, cancellationToken);
        (LinkPlaces wasLinks, LinkPlaces nowLinks) = (new(before.Document), new(after.Document));
        TextDiffer differ = TextDifferPool.Rent();
        var displaced = new DisplacedText(before.Document.Text, after.Document.Text);
        var records = new List<(ChangeRecord Record, string? Key)>();
        foreach (AlignedSpan span in ReadingOrder.Of(spans, before.Provisions.Count, after.Provisions.Count, MayHaveChanged))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Record(span.Of(before.Provisions, after.Provisions), before, after, differ, displaced, wasLinks, nowLinks) is { } record)
                records.Add(record);
        }

        TextDifferPool.Return(differ, before.Document.Text.Length + after.Document.Text.Length);
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

        bool MayHaveChanged(AlignedSpan span) => !span.IsSame || span.Moved
            || wasLinks.HasAny(before.Provisions[span.Before].Provision.Range) || nowLinks.HasAny(after.Provisions[span.After].Provision.Range);
    }

    /// <summary>The changes before they are judged: what a trainer learns from.</summary>
    internal static List<ChangeDraft> Drafts(AnalyzedPolicy before, AnalyzedPolicy after, CancellationToken cancellationToken)
    {
        List<AlignedSpan> spans = Spans(before, after, out _, cancellationToken);
        TextDiffer differ = TextDifferPool.Rent();
        var displaced = new DisplacedText(before.Document.Text, after.Document.Text);
        var drafts = new List<ChangeDraft>();
        foreach (AlignedSpan span in ReadingOrder.Of(spans, before.Provisions.Count, after.Provisions.Count, static span => !span.IsSame))
        {
            ChangeDraft draft = ChangeDraft.Of(span.Of(before.Provisions, after.Provisions), before.Document, after.Document, differ, displaced);
            if (!string.Equals(draft.Was, draft.Now, StringComparison.Ordinal))
                drafts.Add(draft);
        }

        TextDifferPool.Return(differ, before.Document.Text.Length + after.Document.Text.Length);
        return drafts;
    }

    /// <summary>Pairs the provisions of two versions, the same way whichever comes first.</summary>
    internal static List<ProvisionMatch> Align(AnalyzedPolicy before, AnalyzedPolicy after, out bool complete, CancellationToken cancellationToken) =>
        Spans(before, after, out complete, cancellationToken).ConvertAll(span => span.Of(before.Provisions, after.Provisions));

    private static List<AlignedSpan> Spans(AnalyzedPolicy before, AnalyzedPolicy after, out bool complete, CancellationToken cancellationToken)
    {
        // The same orientation either way is what makes the mirror law hold.
        return string.CompareOrdinal(before.Document.Text, after.Document.Text) <= 0
            ? ProvisionAligner.Spans(before, after, out complete, cancellationToken)
            : ProvisionAligner.Spans(after, before, out complete, cancellationToken).ConvertAll(static span => span.Mirror());
    }

    private static (ChangeRecord Record, string? Key)? Record(ProvisionMatch match, AnalyzedPolicy before, AnalyzedPolicy after, TextDiffer differ, DisplacedText displaced, LinkPlaces wasLinks, LinkPlaces nowLinks)
    {
        ChangeDraft draft = ChangeDraft.Of(match, before.Document, after.Document, differ, displaced);
        if (!string.Equals(draft.Was, draft.Now, StringComparison.Ordinal))
        {
            ChangeRecord record = ChangeWriter.Write(draft, ChangeJudge.Judge(draft, DefinitionChanges.Find(draft, before, after)));
            return (record, EditShape.Of(draft) == "names" ? "names" : null);
        }

        if (match.Moved)
            return (ChangeWriter.Write(draft, ChangeJudge.Moved), null);
        return LinkTargets.Compare(wasLinks, draft.WasRange, nowLinks, draft.NowRange) is { } links
            ? (ChangeWriter.Write(draft, ChangeJudge.OfLinks(links)), links.Key)
            : null;
    }
}
