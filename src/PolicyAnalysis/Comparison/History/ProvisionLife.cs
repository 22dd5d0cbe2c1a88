namespace PolicyAnalysis.Comparison.History;

/// <summary>What happened to a provision at a version.</summary>
public enum ProvisionLifeEventKind
{
    /// <summary>The provision stands for the first time.</summary>
    Born,

    /// <summary>Its words changed.</summary>
    Edited,

    /// <summary>It stands elsewhere with the same words.</summary>
    Moved,

    /// <summary>It no longer stands.</summary>
    Gone,
}

/// <summary>One event in the life of a provision.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Version">The zero-based version at which it happened.</param>
/// <param name="Provision">The provision as it stands from then on; for <see cref="ProvisionLifeEventKind.Gone"/> as it stood last.</param>
public sealed record ProvisionLifeEvent(ProvisionLifeEventKind Kind, int Version, Provision Provision);

/// <summary>The life of one provision over the versions of a document.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ProvisionLife
{
    /// <summary>The events in order; the first is <see cref="ProvisionLifeEventKind.Born"/>.</summary>
    public required IReadOnlyList<ProvisionLifeEvent> Events { get; init; }

    /// <summary>Whether the provision stands in the last version.</summary>
    public bool IsAlive => Events[^1].Kind != ProvisionLifeEventKind.Gone;
}

/// <summary>A version whose text is that of an earlier one: a stale copy, a regional copy, or a return.</summary>
/// <param name="Version">The zero-based version that repeats an earlier text.</param>
/// <param name="Of">The first version with that text.</param>
public readonly record struct RepeatedVersion(int Version, int Of);
