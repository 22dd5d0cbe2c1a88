namespace PolicyAnalysis.Reporting;

/// <summary>What a reader of a completeness check wants to see first: how many elements were found, and which were not.</summary>
internal sealed class CompletenessView(CompletenessResult result)
{
    public static readonly IReadOnlyList<RequirementStatus> Statuses =
    [
        RequirementStatus.NotFound, RequirementStatus.Partial, RequirementStatus.ConditionUnknown, RequirementStatus.NotChecked, RequirementStatus.ConditionNotMet, RequirementStatus.Found,
    ];

    public CompletenessResult Result { get; } = result;

    public string Title => ReportFacts.TitleOf(Result.Policy.Document);

    public string Sets => string.Join(", ", Result.RequirementSets);

    public static string Anchor(RequirementFinding finding) => "r-" + finding.Id;

    public IReadOnlyList<RequirementFinding> Of(RequirementStatus status) => [.. Result.Requirements.Where(finding => finding.Status == status)];

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
}
