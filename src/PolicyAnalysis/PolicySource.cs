namespace PolicyAnalysis;

/// <summary>The format of a source.</summary>
public enum PolicyMediaType
{
    /// <summary>Not known yet: the reader looks at the name and the first bytes.</summary>
    Unknown,

    /// <summary>HTML, <c>text/html</c>.</summary>
    Html,

    /// <summary>Markdown, <c>text/markdown</c>.</summary>
    Markdown,

    /// <summary>Plain text, <c>text/plain</c>.</summary>
    PlainText,

    /// <summary>PDF, <c>application/pdf</c>; read by the PolicyAnalysis.Pdf package.</summary>
    Pdf,
}

/// <summary>Where a document came from, and the proof that it is the same bytes.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PolicySource
{
    /// <summary>A name for people: the file name or the address. Never a full local path.</summary>
    public required string Name { get; init; }

    /// <summary>The public address of the page, where it is known; quotes link to it with a URL text fragment.</summary>
    public Uri? Address { get; init; }

    /// <summary>The format that was read.</summary>
    public required PolicyMediaType MediaType { get; init; }

    /// <summary>The SHA-256 of the source's bytes (of its UTF-8 form where a string was given), 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The number of bytes that were hashed.</summary>
    public required long ByteLength { get; init; }

    /// <summary>The character set that decoded the bytes, by its IANA name, for example <c>utf-8</c>; <see langword="null"/> where a string was given.</summary>
    public string? Charset { get; init; }

    /// <summary>What the source says of itself beside its text: front matter, the properties of a PDF; <see langword="null"/> where it says nothing.</summary>
    public SourceMetadata? Metadata { get; init; }
}
