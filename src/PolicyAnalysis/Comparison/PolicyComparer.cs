using System.Diagnostics.CodeAnalysis;

namespace PolicyAnalysis.Comparison;

/// <summary>Compares two versions of a policy: which provisions came, went, moved or changed, with what effect.</summary>
/// <remarks>
/// Thread-safe; holds no state. The same input gives the same result on every machine. <c>Compare(b, a)</c> mirrors
/// <c>Compare(a, b)</c> in its pairing and its edits. Time grows with the provisions times the number of differences, within fixed budgets;
/// over a budget the result is coarser and <see cref="PolicyComparison.IsApproximate"/> says so.
/// </remarks>
public sealed class PolicyComparer
{
    private const int QuotedInSummary = 160;

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
        var placed = new List<(int Place, int Order, ChangeRecord Record)>();
        int place = -1;
        matches.Sort(static (x, y) => (x.Before?.Provision.Ordinal ?? int.MaxValue, x.After?.Provision.Ordinal ?? -1).CompareTo((y.Before?.Provision.Ordinal ?? int.MaxValue, y.After?.Provision.Ordinal ?? -1)));
        foreach (ProvisionMatch match in matches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!match.Moved && match.After is not null)
                place = match.After.Provision.Ordinal;
            if (Record(match, before.Document, after.Document) is { } record)
                placed.Add((match.After?.Provision.Ordinal ?? place, match.Before?.Provision.Ordinal ?? -1, record));
        }

        placed.Sort(static (x, y) => (x.Place, x.Order).CompareTo((y.Place, y.Order)));
        ComparisonDates dates = new(before.Document.EffectiveDate ?? before.Document.UpdatedDate, after.Document.EffectiveDate ?? after.Document.UpdatedDate);
        return new PolicyComparison
        {
            Before = before,
            After = after,
            Changes = Collapse(placed),
            Dates = dates,
            Warnings = dates is { Before: { } first, After: { } second } && second < first
                ? [new ComparisonWarning("dates-run-backwards", "The version after states an earlier date than the version before; the direction of the changes is unreliable.")]
                : [],
            IsApproximate = !complete,
        };
    }

    private static List<ProvisionMatch> Align(AnalyzedPolicy before, AnalyzedPolicy after, out bool complete, CancellationToken cancellationToken)
    {
        // The same orientation either way is what makes the mirror law hold.
        if (string.CompareOrdinal(before.Document.Text, after.Document.Text) <= 0)
            return ProvisionAligner.Align(before.Provisions, after.Provisions, out complete, cancellationToken);
        List<ProvisionMatch> matches = ProvisionAligner.Align(after.Provisions, before.Provisions, out complete, cancellationToken);
        return matches.ConvertAll(static match => match.Mirror());
    }

    private static ChangeRecord? Record(ProvisionMatch match, PolicyDocument before, PolicyDocument after)
    {
        string was = match.Before?.Provision.Text ?? string.Empty;
        string now = match.After?.Provision.Text ?? string.Empty;
        bool isHeading = match.Before?.Provision.Kind is null or ProvisionKind.Heading && match.After?.Provision.Kind is null or ProvisionKind.Heading;
        if (match is { Before: not null, After: not null } && string.Equals(was, now, StringComparison.Ordinal))
        {
            if (match.Moved)
                return Make(match, ChangeOperation.Moved, [], Plain("moved", Materiality.Editorial, "The text stands elsewhere, unchanged."), "Moved");
            return LinkTargets.Judge(before, match.Before.Provision.Range, after, match.After.Provision.Range) is { } judged
                ? Make(match, ChangeOperation.Modified, [], judged, "A link points elsewhere")
                : null;
        }

        List<TextEdit> edits = match is { Before: not null, After: not null } ? WordEdits.Compare(was, now) : Whole(was, now);
        ChangeOperation operation = match.Before is null ? ChangeOperation.Added : match.After is null ? ChangeOperation.Removed : ChangeOperation.Modified;
        ChangeJudgement judgement = ChangeJudge.Judge(was, now, edits, isHeading);
        return Make(match, operation, edits, judgement, Summary(operation, was, now, edits));
    }

    private static ChangeJudgement Plain(string effect, Materiality materiality, string reason) =>
        new([new ChangeEffect { Id = effect, Score = 1, Reason = reason }], materiality, reason, ChangeDirection.Neutral, [], null);

    private static List<TextEdit> Whole(string was, string now) =>
        [new TextEdit(was.Length == 0 ? EditOperation.Insert : EditOperation.Delete, new TextRange(0, was.Length), new TextRange(0, now.Length))];

    private static ChangeRecord Make(ProvisionMatch match, ChangeOperation operation, List<TextEdit> edits, ChangeJudgement judgement, string summary)
    {
        int shiftBefore = match.Before?.Provision.Range.Start ?? 0;
        int shiftAfter = match.After?.Provision.Range.Start ?? 0;
        Provision named = (match.After ?? match.Before)!.Provision;
        string where = named.Headings.Count > 0 ? $" (under “{Short(named.Headings[^1])}”)" : string.Empty;
        return new ChangeRecord
        {
            Operation = operation,
            Before = Side(match.Before),
            After = Side(match.After),
            Edits = edits.ConvertAll(edit => new TextEdit(edit.Operation, edit.Before.Shift(shiftBefore), edit.After.Shift(shiftAfter))),
            Types = TypesOf(match, judgement),
            Effects = judgement.Effects,
            Materiality = judgement.Materiality,
            MaterialityReasons = [judgement.MaterialityReason],
            Direction = judgement.Direction,
            DirectionReasons = judgement.DirectionReasons,
            Summary = edits.Count == 0 ? $"{summary}: “{Short(named.Text)}”{where}." : $"{summary}{where}.",
            Confidence = judgement.Effects[0].Score,
            Review = judgement.Materiality == Materiality.Material ? [judgement.MaterialityReason + " Read both quotes before relying on the change."] : [],
        };
    }

    private static List<string> TypesOf(ProvisionMatch match, ChangeJudgement judgement)
    {
        AnalyzedProvision main = (match.After ?? match.Before)!;
        if (main.Provision.Kind == ProvisionKind.Heading)
            return ["not-a-provision"];
        var types = new List<string>();
        if (judgement.TypeHint is "not-a-provision" or "contact")
            types.Add(judgement.TypeHint);
        foreach (AnalyzedProvision? side in (ReadOnlySpan<AnalyzedProvision?>)[match.After, match.Before])
        {
            foreach (ProvisionLabel label in side?.Labels ?? [])
            {
                if (!types.Contains(label.Type, StringComparer.Ordinal))
                    types.Add(label.Type);
            }
        }

        if (types.Count == 0)
            types.Add(judgement.TypeHint ?? "not-a-provision");
        return types;
    }

    private static ChangeSide? Side(AnalyzedProvision? provision) => provision is null ? null : new ChangeSide
    {
        Text = provision.Provision.Text,
        Range = provision.Provision.Range,
        Headings = provision.Provision.Headings,
        Provisions = [provision],
    };

    private static string Summary(ChangeOperation operation, string was, string now, List<TextEdit> edits)
    {
        if (operation == ChangeOperation.Added)
            return $"Added: “{Short(now)}”";
        if (operation == ChangeOperation.Removed)
            return $"Removed: “{Short(was)}”";
        if (edits.Count == 0)
            return $"Spaces changed in “{Short(now)}”";
        TextEdit main = edits[0];
        foreach (TextEdit edit in edits)
        {
            if (edit.Before.Length + edit.After.Length > main.Before.Length + main.After.Length)
                main = edit;
        }

        return main.Operation switch
        {
            EditOperation.Insert => $"Added the words “{Short(main.After.Of(now))}”",
            EditOperation.Delete => $"Removed the words “{Short(main.Before.Of(was))}”",
            _ => $"“{Short(main.Before.Of(was))}” became “{Short(main.After.Of(now))}”",
        };
    }

    private static string Short(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        if (line.Length <= QuotedInSummary)
            return line;
        int end = line.LastIndexOf(' ', QuotedInSummary);
        if (end <= 0)
            end = char.IsHighSurrogate(line[QuotedInSummary - 1]) ? QuotedInSummary - 1 : QuotedInSummary;
        return line[..end] + "…";
    }

    private static List<ChangeRecord> Collapse(List<(int Place, int Order, ChangeRecord Record)> placed)
    {
        var result = new List<ChangeRecord>(placed.Count);
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((_, _, ChangeRecord record) in placed)
        {
            if (record.Operation == ChangeOperation.Modified && record.Edits.Count is > 0 and <= 4)
            {
                string key = RepeatKey(record);
                if (first.TryGetValue(key, out int at))
                {
                    result[at] = result[at] with { Repeats = result[at].Repeats + 1 };
                    continue;
                }

                first[key] = result.Count;
            }

            result.Add(record);
        }

        return result;
    }

    private static string RepeatKey(ChangeRecord record)
    {
        var key = new System.Text.StringBuilder(record.Effects[0].Id);
        foreach (TextEdit edit in record.Edits)
        {
            key.Append('\u0001').Append(edit.Before.Shift(-record.Before!.Range.Start).Of(record.Before.Text));
            key.Append('\u0002').Append(edit.After.Shift(-record.After!.Range.Start).Of(record.After.Text));
        }

        return key.ToString();
    }
}
