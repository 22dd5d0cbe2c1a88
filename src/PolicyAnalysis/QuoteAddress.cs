namespace PolicyAnalysis;

/// <summary>What a browser marks on the live page when it follows a <see cref="QuoteAddress"/>.</summary>
public enum QuoteMark
{
    /// <summary>All words of the quote.</summary>
    Quote,

    /// <summary>The words of the quote that are text of the page; the others are drawn in images or folded away.</summary>
    Part,

    /// <summary>Nothing: all words of the quote are alternatives of images, which are no text of the page.</summary>
    NothingOfImages,

    /// <summary>Nothing: the words are hidden until a reader opens the part they stand in.</summary>
    NothingHidden,

    /// <summary>Nothing: the same words stand on the page before, with the same words around them.</summary>
    NothingRepeated,

    /// <summary>Nothing: the range holds no words.</summary>
    NothingWritten,
}

/// <summary>The address that leads from a quote to the live page, and what a browser marks there.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record QuoteAddress
{
    /// <summary>
    /// The page's address; with a URL text fragment where one marks the quote, otherwise with the anchor of the quote's block
    /// where it has one.
    /// </summary>
    /// <remarks>A string and not a <see cref="Uri"/>, which would unescape the hyphens that mean something in a directive.</remarks>
    public required string Address { get; init; }

    /// <summary>What is marked. What styles of the page hide or scripts change is not known to it.</summary>
    public required QuoteMark Marks { get; init; }
}
