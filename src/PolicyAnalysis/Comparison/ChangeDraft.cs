using PolicyAnalysis.Comparison.Alignment;
using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Comparison;

/// <summary>A change before it is judged: the two quotes, their ranges and the edits between them.</summary>
internal sealed record ChangeDraft
{
    public required ProvisionMatch Match { get; init; }

    public required ChangeOperation Operation { get; init; }

    /// <summary>The quote before; empty for an addition.</summary>
    public required string Was { get; init; }

    /// <summary>The quote after; empty for a removal.</summary>
    public required string Now { get; init; }

    public required TextRange WasRange { get; init; }

    public required TextRange NowRange { get; init; }

    /// <summary>The edits, without the equal parts, in ranges of the two quotes.</summary>
    public required IReadOnlyList<TextEdit> Edits { get; init; }

    /// <summary>A lead-in above both quotes where the change stands outside a document; otherwise the provisions tell it.</summary>
    public string? LeadIn { get; init; }

    /// <summary>The share of the changed words that stand in another provision of the other side, 0 to 1.</summary>
    public double Displaced { get; init; }

    public bool IsHeading => Match.Before.Count + Match.After.Count > 0 && Match.Before.Concat(Match.After).All(static part => part.Provision.Kind == ProvisionKind.Heading);

    public static ChangeDraft Of(ProvisionMatch match, PolicyDocument before, PolicyDocument after, TextDiffer differ, DisplacedText displaced)
    {
        TextRange wasRange = Cover(match.Before);
        TextRange nowRange = Cover(match.After);
        string was = Quote(match.Before, wasRange, before);
        string now = Quote(match.After, nowRange, after);
        TextEdit[] edits = [.. differ.Compare(was, now).Changes];
        return new ChangeDraft
        {
            Match = match,
            Operation = OperationOf(match, was, now),
            Was = was,
            Now = now,
            WasRange = wasRange,
            NowRange = nowRange,
            Edits = edits,
            Displaced = displaced.Share(was, now, edits),
        };
    }

    /// <summary>The change of an example in a rule table: before and after, or lead-in, before and after, parted by arrows.</summary>
    public static ChangeDraft OfExample(string example)
    {
        string[] texts = example.Split(" => ");
        return OfTexts(texts[^2].Trim(), texts[^1].Trim(), texts.Length > 2 ? texts[0].Trim() : null);
    }

    /// <summary>A change between two texts outside a document.</summary>
    public static ChangeDraft OfTexts(string was, string now, string? leadIn = null) => new()
    {
        LeadIn = leadIn,
        Match = new ProvisionMatch([], [], false),
        Operation = was.Length == 0 ? ChangeOperation.Added : now.Length == 0 ? ChangeOperation.Removed : ChangeOperation.Modified,
        Was = was,
        Now = now,
        WasRange = new TextRange(0, was.Length),
        NowRange = new TextRange(0, now.Length),
        Edits = [.. TextDiff.Compare(was, now).Changes],
    };

    private static ChangeOperation OperationOf(ProvisionMatch match, string was, string now) => match switch
    {
        { IsAdded: true } => ChangeOperation.Added,
        { IsRemoved: true } => ChangeOperation.Removed,
        { After.Count: > 1 } => ChangeOperation.Split,
        { Before.Count: > 1 } => ChangeOperation.Merged,
        { Moved: true } when string.Equals(was, now, StringComparison.Ordinal) => ChangeOperation.Moved,
        _ => ChangeOperation.Modified,
    };

    private static string Quote(IReadOnlyList<AnalyzedProvision> side, TextRange range, PolicyDocument document) =>
        side.Count == 1 ? side[0].Provision.Text : range.Of(document.Text);

    private static TextRange Cover(IReadOnlyList<AnalyzedProvision> side) =>
        side.Count == 0 ? default : new TextRange(side[0].Provision.Range.Start, side[^1].Provision.Range.End);
}
