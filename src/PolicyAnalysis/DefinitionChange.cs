namespace PolicyAnalysis;

/// <summary>A defined term whose meaning changed: the members it gained and lost, and who uses the term.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record DefinitionChange
{
    /// <summary>The term, as the text writes it.</summary>
    public required string Term { get; init; }

    /// <summary>The members that joined the definition, verbatim from the text after.</summary>
    public required IReadOnlyList<string> Gained { get; init; }

    /// <summary>The members that left it, verbatim from the text before.</summary>
    public required IReadOnlyList<string> Lost { get; init; }

    /// <summary>The ids of the other provisions that use the term, in the version after, or before where the term is gone.</summary>
    public required IReadOnlyList<string> UsedBy { get; init; }
}
