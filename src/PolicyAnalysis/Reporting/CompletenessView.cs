using System.Globalization;

namespace PolicyAnalysis.Reporting;

/// <summary>An element with a key of its own: its id, and a number where an id stands more than once.</summary>
internal sealed record RequirementView(RequirementFinding Finding, string Key)
{
    public string Anchor => "r-" + Key;
}

/// <summary>What a reader of a completeness check wants to see first: how many elements were found, and which were not.</summary>
internal sealed class CompletenessView(CompletenessResult result)
{
    public static readonly IReadOnlyList<RequirementStatus> Statuses =
    [
        RequirementStatus.NotFound, RequirementStatus.Partial, RequirementStatus.ConditionUnknown, RequirementStatus.NotChecked, RequirementStatus.ConditionNotMet, RequirementStatus.Found,
    ];

    public CompletenessResult Result { get; } = result;

    /// <summary>The documents with the names that reports give them.</summary>
    public IReadOnlyList<(string Title, PolicyDocument Document)> Documents { get; } =
        [.. result.Documents.Select((document, index) => (result.Others.Count == 0 ? "Document" : string.Create(CultureInfo.InvariantCulture, $"Document {index + 1}"), document))];

    /// <summary>The name of the document that a quote is from, where there are several; otherwise <see langword="null"/>.</summary>
    public string? From(Quote quote) => Result.Others.Count == 0 ? null : Result.Documents[quote.Document].Source.Name;

    public string Title => ReportFacts.TitleOf(Result.Policy.Document);

    public string Sets => string.Join(", ", Result.RequirementSets);

    /// <summary>Every element with its key, in the order of the law.</summary>
    public IReadOnlyList<RequirementView> Elements { get; } = Anchored(result.Requirements);

    public IReadOnlyList<RequirementView> Of(RequirementStatus status) => [.. Elements.Where(element => element.Finding.Status == status)];

    public string Summary()
    {
        if (Result.Requirements.Count == 0)
            return "No element was checked.";

        IEnumerable<string> parts = Statuses.Reverse()
            .Select(status => (status, count: Of(status).Count))
            .Where(part => part.count > 0)
            .Select(part => $"{DisplayNames.Number(part.count)} {DisplayNames.Of(part.status).ToLowerInvariant()}");
        return $"{DisplayNames.Count(Result.Requirements.Count, "element", "elements")} of {Sets} looked for, read as of {DisplayNames.Date(Result.AsOf)}: {string.Join(", ", parts)}.";
    }

    /// <summary>Two sets of requirements may name the same element, so a second one gets a number.</summary>
    private static List<RequirementView> Anchored(IReadOnlyList<RequirementFinding> findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var elements = new List<RequirementView>(findings.Count);
        foreach (RequirementFinding finding in findings)
        {
            int count = seen[finding.Id] = seen.GetValueOrDefault(finding.Id) + 1;
            elements.Add(new RequirementView(finding, count == 1 ? finding.Id : string.Create(CultureInfo.InvariantCulture, $"{finding.Id}-{count}")));
        }

        return elements;
    }
}
