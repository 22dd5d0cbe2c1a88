namespace PolicyAnalysis;

/// <summary>How a source is read.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PolicyReadOptions
{
    /// <summary>The source's format.</summary>
    /// <value>The default, <see cref="PolicyMediaType.Unknown"/>, recognises it from the name and the first characters.</value>
    public PolicyMediaType MediaType { get; init; }

    /// <summary>A name for people.</summary>
    /// <value>The default, <see langword="null"/>, is the file's name or the word <c>text</c>.</value>
    public string? Name { get; init; }

    /// <summary>The public address of the page; links are resolved against it, and quotes link to it.</summary>
    public Uri? Address { get; init; }

    /// <summary>The character set that the transport declared, by its IANA name; a byte order mark goes before it.</summary>
    public string? Charset { get; init; }

    /// <summary>The kind of policy that is wanted; it picks one where a page holds several.</summary>
    /// <value>The default, <see langword="null"/>, takes the page's main policy.</value>
    public PolicyDocumentType? DocumentType { get; init; }

    /// <summary>The largest source to read, in characters.</summary>
    /// <value>The default is 50 million.</value>
    public int MaximumCharacters { get; init; } = 50_000_000;

    /// <summary>
    /// How many elements may be open at once while HTML is parsed. Parsing takes time quadratic in it, so hostile pages are
    /// refused before they are parsed.
    /// </summary>
    /// <value>The default is 2,500; real pages stay under 200.</value>
    public int MaximumOpenElements { get; init; } = 2_500;

    /// <summary>The most elements an HTML page may have.</summary>
    /// <value>The default is 300,000; real pages stay under 40,000.</value>
    public int MaximumElements { get; init; } = 300_000;
}
