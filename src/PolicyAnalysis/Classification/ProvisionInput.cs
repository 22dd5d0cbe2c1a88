namespace PolicyAnalysis.Classification;

/// <summary>A provision with the context that a classifier may read.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ProvisionInput
{
    /// <summary>The provision's own text.</summary>
    public required string Text { get; init; }

    /// <summary>The headings above it, outermost first; empty where there are none.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>The sentence that introduces the list or table it belongs to; otherwise <see langword="null"/>.</summary>
    public string? LeadIn { get; init; }

    /// <summary>The kind of policy, where known.</summary>
    public PolicyDocumentType DocumentType { get; init; }

    /// <summary>The kind of text.</summary>
    public ProvisionKind Kind { get; init; } = ProvisionKind.Paragraph;
}
