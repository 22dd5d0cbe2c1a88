namespace PolicyAnalysis.Reporting;

/// <summary>A change with the id that reports give it.</summary>
internal sealed record ChangeView(ChangeRecord Change, string Id);

/// <summary>What a reader of a comparison wants to see first: counts, groups, the sentence that sums it up.</summary>
internal sealed class ComparisonView
{
    public static readonly IReadOnlyList<Materiality> Materialities = [Materiality.Material, Materiality.Minor, Materiality.Editorial];

    public static readonly IReadOnlyList<ChangeDirection> Directions = [ChangeDirection.AgainstUser, ChangeDirection.Mixed, ChangeDirection.Neutral, ChangeDirection.ForUser];

    private readonly Dictionary<Materiality, IReadOnlyList<ChangeView>> _groups = [];

    public ComparisonView(PolicyComparison comparison)
    {
        Comparison = comparison;
        IReadOnlyList<string> ids = ChangeKeys.Of(comparison.Changes);
        Changes = [.. comparison.Changes.Select((change, index) => new ChangeView(change, ids[index]))];
        foreach (Materiality materiality in Materialities)
            _groups[materiality] = [.. Changes.Where(each => each.Change.Materiality == materiality)];

        Effects = [.. Changes
            .Where(each => each.Change.Materiality != Materiality.Editorial)
            .SelectMany(each => each.Change.Effects.Select(effect => effect.Id).Distinct(StringComparer.Ordinal))
            .CountBy(effect => effect, StringComparer.Ordinal)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
    }

    public PolicyComparison Comparison { get; }

    public IReadOnlyList<ChangeView> Changes { get; }

    /// <summary>How often each effect was named among the changes of substance, most often first.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Effects { get; }

    public string Title => ReportFacts.TitleOf(Comparison.After.Document, Comparison.Before.Document);

    public string BeforeName => Comparison.Dates.Before is { } date ? DisplayNames.Date(date) : Comparison.Before.Document.Source.Name;

    public string AfterName => Comparison.Dates.After is { } date ? DisplayNames.Date(date) : Comparison.After.Document.Source.Name;

    public IReadOnlyList<ChangeView> Of(Materiality materiality) => _groups[materiality];

    public int Count(Materiality materiality, ChangeDirection direction) => _groups[materiality].Count(each => each.Change.Direction == direction);

    /// <summary>Two sentences at most: how many changes, and for whom the material ones are.</summary>
    public string Summary()
    {
        if (Changes.Count == 0)
            return "No change was recognised between the two versions.";

        string summary = $"{DisplayNames.Count(Changes.Count, "change was", "changes were")} recognised: {DisplayNames.Number(Of(Materiality.Material).Count)} material, {DisplayNames.Number(Of(Materiality.Minor).Count)} minor, {DisplayNames.Number(Of(Materiality.Editorial).Count)} editorial.";
        if (Of(Materiality.Material).Count == 0)
            return summary;

        IEnumerable<string> parts = Directions
            .Select(direction => (direction, count: Count(Materiality.Material, direction)))
            .Where(part => part.count > 0)
            .Select(part => $"{DisplayNames.Number(part.count)} {DisplayNames.Of(part.direction).ToLowerInvariant()}");
        return $"{summary} Of the material ones: {string.Join(", ", parts)}.";
    }
}
