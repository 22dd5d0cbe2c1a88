namespace PolicyAnalysis.Regulation;

/// <summary>How a version of a rule stands.</summary>
public enum RuleLifecycle
{
    /// <summary>It binds from its first day to its last.</summary>
    InForce,

    /// <summary>It binds, and a court or a legislator may still take it away.</summary>
    Contested,

    /// <summary>It was proposed; never shown as law.</summary>
    Proposed,

    /// <summary>A court took it away.</summary>
    Vacated,

    /// <summary>It was repealed or replaced before it applied.</summary>
    Repealed,
}

/// <summary>A figure of a rule: a time, an amount, a threshold.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record NumberFact
{
    /// <summary>What the figure is, where the catalogue names it.</summary>
    public string? Key { get; init; }

    /// <summary>The figure in words, for example <c>72 hours</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The value, or the lower one of a range.</summary>
    public double? Value { get; init; }

    /// <summary>The upper value of a range.</summary>
    public double? UpTo { get; init; }

    /// <summary>The unit: <c>hour</c>, <c>day</c>, <c>business-day</c>, <c>month</c>, <c>year</c>, <c>percent</c>, <c>count</c>, a currency and others.</summary>
    public string? Unit { get; init; }
}

/// <summary>What a rule asks in one span of time.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RuleVersion
{
    /// <summary>The version's name within the rule.</summary>
    public required string VersionId { get; init; }

    /// <summary>The first day it binds; <see langword="null"/> where it never did or the day is not set.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The first day it no longer binds; <see langword="null"/> where none is set.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The day it was once planned for.</summary>
    public DateOnly? PlannedFrom { get; init; }

    /// <summary>How it stands.</summary>
    public required RuleLifecycle Lifecycle { get; init; }

    /// <summary>Where it stands.</summary>
    public required LegalCitation Citation { get; init; }

    /// <summary>What it asks, in our words.</summary>
    public required string Paraphrase { get; init; }

    /// <summary>What else is to be known.</summary>
    public string? Note { get; init; }

    /// <summary>Whom it binds, in the law's own words.</summary>
    public IReadOnlyList<string> Binds { get; init; } = [];

    /// <summary>What brings it into play, in words.</summary>
    public string? Trigger { get; init; }

    /// <summary>Its figures.</summary>
    public IReadOnlyList<NumberFact> Numbers { get; init; } = [];

    /// <summary>The facts under which it applies.</summary>
    public required ApplicabilityCondition AppliesWhen { get; init; }

    /// <summary>The regulatory types of provisions it concerns, most specific first.</summary>
    public required IReadOnlyList<string> ProvisionTypes { get; init; }

    /// <summary>Where the record comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Whether it binds on a day.</summary>
    /// <param name="day">The day.</param>
    public bool BindsOn(DateOnly day) =>
        Lifecycle is RuleLifecycle.InForce or RuleLifecycle.Contested && !(ValidFrom > day) && !(ValidTo <= day);
}

/// <summary>A duty, a right or a definition of an instrument, with its versions over time.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RegulatoryRule
{
    /// <summary>The id, for example <c>eu-gdpr.art-33-1</c>; it never changes.</summary>
    public required string Id { get; init; }

    /// <summary>The instrument.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>What it is about, in two or three words.</summary>
    public required string Topic { get; init; }

    /// <summary>The versions in order of time.</summary>
    public required IReadOnlyList<RuleVersion> Versions { get; init; }

    /// <summary>Notes that overlays attached.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The version that binds on a day, or <see langword="null"/> where none does.</summary>
    /// <param name="day">The day.</param>
    public RuleVersion? VersionOn(DateOnly day)
    {
        foreach (RuleVersion version in Versions)
        {
            if (version.BindsOn(day))
                return version;
        }

        return null;
    }

    /// <summary>The next version that begins to bind after a day and up to a horizon, or <see langword="null"/> where none does.</summary>
    /// <param name="day">The day.</param>
    /// <param name="horizon">The last day looked at.</param>
    public RuleVersion? UpcomingVersion(DateOnly day, DateOnly horizon)
    {
        RuleVersion? next = null;
        foreach (RuleVersion version in Versions)
        {
            if (version.Lifecycle is RuleLifecycle.InForce or RuleLifecycle.Contested && version.ValidFrom > day && version.ValidFrom <= horizon && (next is null || version.ValidFrom < next.ValidFrom))
                next = version;
        }

        return next;
    }
}
