namespace PolicyAnalysis;

/// <summary>What a date that a document states of itself stands for.</summary>
public enum StatedDateKind
{
    /// <summary>From when the document binds.</summary>
    Effective,

    /// <summary>When the document was last changed or published.</summary>
    Updated,
}

/// <summary>A date that a document states of itself, with the words that state it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record StatedDate
{
    /// <summary>What the date stands for.</summary>
    public required StatedDateKind Kind { get; init; }

    /// <summary>The date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The range of the words that state it, cue and date together.</summary>
    public required TextRange Range { get; init; }
}
