namespace PolicyAnalysis;

/// <summary>A remark on messy input: something was guessed, dropped or cut, and the result says so.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PolicyDiagnostic
{
    /// <summary>A stable code in lower case with hyphens, for example <c>no-policy-found</c>.</summary>
    public required string Code { get; init; }

    /// <summary>One plain sentence for people.</summary>
    public required string Message { get; init; }

    /// <summary>The place in the canonical text that the remark is about, where there is one.</summary>
    public TextRange? Range { get; init; }
}
