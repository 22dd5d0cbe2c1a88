namespace PolicyAnalysis;

/// <summary>A place in a provision that points to another provision of the same document: "see Section 4.2(b)", or a link.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ProvisionReference
{
    /// <summary>The words that point, in the canonical text.</summary>
    public required TextRange Range { get; init; }

    /// <summary>The number that is pointed to, for example <c>4.2(b)</c>; <see langword="null"/> for a link and for the name of a heading.</summary>
    public string? Number { get; init; }

    /// <summary>The <see cref="Provision.Id"/> of what is pointed to; <see langword="null"/> where the document holds nothing of that number.</summary>
    public string? TargetId { get; init; }
}
