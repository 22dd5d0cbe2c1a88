namespace PolicyAnalysis.Archive;

/// <summary>What a version is in the course of its document.</summary>
public enum TimelineVersionKind
{
    /// <summary>The first version of the record, or the first after an absence.</summary>
    First,

    /// <summary>Its text differs from the version before.</summary>
    Changed,

    /// <summary>It says the same as the version before.</summary>
    Unchanged,

    /// <summary>A short excursion: the text went away from an earlier one and came back to it within the window.</summary>
    Flap,

    /// <summary>The document was not there.</summary>
    Absent,

    /// <summary>It was kept without an analysis, so it is not compared.</summary>
    NotAnalyzed,
}

/// <summary>What happened to a provision.</summary>
public enum ProvisionEventKind
{
    /// <summary>It stands in the document for the first time.</summary>
    FirstSeen,

    /// <summary>Its text was edited, split or merged.</summary>
    Edited,

    /// <summary>It stands elsewhere with the same text.</summary>
    Moved,

    /// <summary>It is gone.</summary>
    Gone,

    /// <summary>It is back, with the text it had when it went.</summary>
    Back,
}

/// <summary>How a timeline is made.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record TimelineOptions
{
    /// <summary>How long an excursion to another text may last to count as a flap.</summary>
    /// <value>The default is 30 days; zero collapses nothing.</value>
    public TimeSpan FlapWindow { get; init; } = TimeSpan.FromDays(30);

    /// <summary>From what time without a version on the record has a gap.</summary>
    /// <value>The default is 180 days. A record may hold no version because nothing changed; a gap says only that nothing is recorded.</value>
    public TimeSpan GapThreshold { get; init; } = TimeSpan.FromDays(180);
}

/// <summary>A version in the course of its document.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record TimelineVersion
{
    /// <summary>The number of its entry in the chain.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it was seen.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>What it is in the course of the document.</summary>
    public required TimelineVersionKind Kind { get; init; }

    /// <summary>The date it states: effective where stated, otherwise updated; <see langword="null"/> where none is found.</summary>
    public DateOnly? StatedDate { get; init; }

    /// <summary>Whether it states an earlier date than the version it is compared with: the direction of its changes is unreliable.</summary>
    public bool DateRunsBackwards { get; init; }

    /// <summary>The version it is compared with, or that a flap came back to; <see langword="null"/> where there is none.</summary>
    public long? ComparedWith { get; init; }

    /// <summary>Provisions that are new or back.</summary>
    public int Added { get; init; }

    /// <summary>Provisions that are gone.</summary>
    public int Removed { get; init; }

    /// <summary>Provisions that were edited.</summary>
    public int Edited { get; init; }

    /// <summary>Provisions that moved.</summary>
    public int Moved { get; init; }

    /// <summary>How many days passed between the stated date and the day it was seen; negative where the date lies ahead; <see langword="null"/> where none is stated.</summary>
    public int? DaysFromStatedToSeen => StatedDate is { } date ? DateOnly.FromDateTime(SeenAt.UtcDateTime).DayNumber - date.DayNumber : null;
}

/// <summary>Something that happened to a provision.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Sequence">The version in which it shows.</param>
/// <param name="SeenAt">When that version was seen.</param>
/// <param name="Text">The provision's text after it, or before it where the provision is gone.</param>
public sealed record ProvisionEvent(ProvisionEventKind Kind, long Sequence, DateTimeOffset SeenAt, string Text);

/// <summary>The life of one provision over all versions of its document.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ProvisionLife
{
    /// <summary>What happened, in order; the first is <see cref="ProvisionEventKind.FirstSeen"/>.</summary>
    public required IReadOnlyList<ProvisionEvent> Events { get; init; }

    /// <summary>The headings above it when it was seen last, outermost first.</summary>
    public required IReadOnlyList<string> Headings { get; init; }

    /// <summary>Its types when it was seen last, main one first; may be empty.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>Its kind.</summary>
    public required ProvisionKind Kind { get; init; }

    /// <summary>Whether it stands in the last version.</summary>
    public required bool IsPresent { get; init; }

    /// <summary>Its text when it was seen last.</summary>
    public string Text => Events[^1].Text;

    /// <summary>When it was first seen: the day it is known to have been adopted by.</summary>
    public DateTimeOffset FirstSeen => Events[0].SeenAt;
}

/// <summary>A stretch of time for which nothing is on record.</summary>
/// <param name="From">The last version before it.</param>
/// <param name="Until">The first version after it.</param>
public readonly record struct TimelineGap(DateTimeOffset From, DateTimeOffset Until);

/// <summary>The course of one document: its versions, the lives of its provisions, and where the record is silent.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record DocumentTimeline
{
    /// <summary>The platform.</summary>
    public required string Platform { get; init; }

    /// <summary>The document's name.</summary>
    public required string Document { get; init; }

    /// <summary>All versions and absences in the order they were seen.</summary>
    public required IReadOnlyList<TimelineVersion> Versions { get; init; }

    /// <summary>The provisions in the order they were first seen, then in reading order; headings are among them.</summary>
    public required IReadOnlyList<ProvisionLife> Provisions { get; init; }

    /// <summary>Where nothing is on record for longer than the threshold.</summary>
    public required IReadOnlyList<TimelineGap> Gaps { get; init; }

    /// <summary>How many versions are flaps and were left out of the lives.</summary>
    public int FlapCount => Versions.Count(static version => version.Kind == TimelineVersionKind.Flap);
}
