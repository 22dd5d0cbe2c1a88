namespace PolicyAnalysis;

/// <summary>
/// What a source says of itself beside the text that a reader sees: the front matter of Markdown, the properties of a PDF.
/// It carries no quote, so nothing is concluded from it; dates that the text states are <see cref="PolicyDocument.Dates"/>.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record SourceMetadata
{
    /// <summary>The title; <see langword="null"/> where none is given, or only the name of a file.</summary>
    public string? Title { get; init; }

    /// <summary>When the source was made.</summary>
    public DateOnly? Created { get; init; }

    /// <summary>When the source was last changed.</summary>
    public DateOnly? Updated { get; init; }

    /// <summary>From when the document binds.</summary>
    public DateOnly? Effective { get; init; }
}
