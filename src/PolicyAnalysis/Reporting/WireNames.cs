namespace PolicyAnalysis.Reporting;

/// <summary>The fixed names of the pipeline interface: what JSON and SARIF write for an enumeration.</summary>
internal static class WireNames
{
    public static string Of(ChangeOperation operation) => operation switch
    {
        ChangeOperation.Added => "added",
        ChangeOperation.Removed => "removed",
        ChangeOperation.Modified => "modified",
        ChangeOperation.Moved => "moved",
        ChangeOperation.Split => "split",
        ChangeOperation.Merged => "merged",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not an operation."),
    };

    public static string Of(Materiality materiality) => materiality switch
    {
        Materiality.Material => "material",
        Materiality.Minor => "minor",
        Materiality.Editorial => "editorial",
        _ => throw new ArgumentOutOfRangeException(nameof(materiality), materiality, "Not a materiality."),
    };

    public static string Of(ChangeDirection direction) => direction switch
    {
        ChangeDirection.ForUser => "for-user",
        ChangeDirection.AgainstUser => "against-user",
        ChangeDirection.Neutral => "neutral",
        ChangeDirection.Mixed => "mixed",
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, "Not a direction."),
    };

    public static string Of(EditOperation operation) => operation switch
    {
        EditOperation.Equal => "equal",
        EditOperation.Insert => "insert",
        EditOperation.Delete => "delete",
        EditOperation.Replace => "replace",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not an edit operation."),
    };

    public static string Of(ExposureLevel level) => level switch
    {
        ExposureLevel.Low => "low",
        ExposureLevel.LowMedium => "low-medium",
        ExposureLevel.Medium => "medium",
        ExposureLevel.MediumHigh => "medium-high",
        ExposureLevel.High => "high",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Not an exposure level."),
    };

    public static string Of(GateOutcome outcome) => outcome switch
    {
        GateOutcome.Fails => "fails",
        GateOutcome.Warns => "warns",
        GateOutcome.Known => "known",
        _ => "suppressed",
    };

    public static string Of(RequirementStatus status) => status switch
    {
        RequirementStatus.Found => "found",
        RequirementStatus.Partial => "partial",
        RequirementStatus.NotFound => "not-found",
        RequirementStatus.ConditionNotMet => "condition-not-met",
        RequirementStatus.ConditionUnknown => "condition-unknown",
        RequirementStatus.NotChecked => "not-checked",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status."),
    };

    public static string Of(NoEffectLevel level) => level switch
    {
        NoEffectLevel.Layout => "layout",
        NoEffectLevel.LetterCase => "letter-case",
        NoEffectLevel.Numbering => "numbering",
        NoEffectLevel.DocumentDate => "document-date",
        NoEffectLevel.NumberStyle => "number-style",
        NoEffectLevel.Spelling => "spelling",
        NoEffectLevel.MaskedAddress => "masked-address",
        NoEffectLevel.LinkTarget => "link-target",
        NoEffectLevel.Place => "place",
        NoEffectLevel.Renaming => "renaming",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Not a level."),
    };

    public static string Of(QuantityTrend trend) => trend switch
    {
        QuantityTrend.Increased => "increased",
        QuantityTrend.Decreased => "decreased",
        QuantityTrend.Stated => "stated",
        QuantityTrend.Dropped => "dropped",
        _ => throw new ArgumentOutOfRangeException(nameof(trend), trend, "Not a trend."),
    };

    public static string Of(PolicyMediaType mediaType) => mediaType switch
    {
        PolicyMediaType.Html => "text/html",
        PolicyMediaType.Markdown => "text/markdown",
        PolicyMediaType.PlainText => "text/plain",
        PolicyMediaType.Pdf => "application/pdf",
        _ => "application/octet-stream",
    };
}
