using System.Diagnostics.CodeAnalysis;
using PolicyAnalysis.Documents;
using PolicyAnalysis.Documents.TextFragments;

namespace PolicyAnalysis;

public sealed partial class PolicyDocument
{
    /// <summary>What leads from the canonical text back to the source.</summary>
    internal SourceMap Origin { get; init; } = SourceMap.None;

    /// <summary>Where the words stand in the text of the page.</summary>
    [AllowNull]
    internal QuotePlaces Places
    {
        get => field ??= QuotePlaces.Of(Text);
        init;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="options">How to read it; the defaults where left out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="PolicyReadException">The file is over a limit, of a format that is not read here, or not text.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PolicyDocument Load(string path, PolicyReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new PolicyReadOptions();
        return Parse(File.ReadAllBytes(path), options with { Name = options.Name ?? Path.GetFileName(path) }, cancellationToken);
    }

    /// <summary>Reads a stream to its end; the stream stays open.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="options">How to read them; the defaults where left out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="PolicyReadException">The content is over a limit, of a format that is not read here, or not text.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static PolicyDocument Load(Stream content, PolicyReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var kept = new MemoryStream();
        content.CopyTo(kept);
        return Parse(kept.ToArray(), options, cancellationToken);
    }

    /// <summary>Reads bytes: the character set is taken from the byte order mark, the transport, the page, or the bytes themselves.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="options">How to read them; the defaults where left out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="PolicyReadException">The content is over a limit, of a format that is not read here, or not text.</exception>
    public static PolicyDocument Parse(byte[] content, PolicyReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return PolicyDocumentReader.Read(content, options ?? new PolicyReadOptions(), cancellationToken);
    }

    /// <summary>Reads a string.</summary>
    /// <param name="content">The source's text.</param>
    /// <param name="options">How to read it; the defaults where left out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="PolicyReadException">The content is over a limit or of a format that is not read here.</exception>
    public static PolicyDocument Parse(string content, PolicyReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return PolicyDocumentReader.Read(content, options ?? new PolicyReadOptions(), cancellationToken);
    }

    /// <summary>Reads a file and returns every policy that stands on its page.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="options">How to read it; with <see cref="PolicyReadOptions.DocumentType"/>, only policies of that kind are returned.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The policies in reading order; the whole page where it is one policy; empty where none is of the wanted kind.</returns>
    /// <exception cref="PolicyReadException">The file is over a limit, of a format that is not read here, or not text.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<PolicyDocument> LoadAll(string path, PolicyReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new PolicyReadOptions();
        return ParseAll(File.ReadAllBytes(path), options with { Name = options.Name ?? Path.GetFileName(path) }, cancellationToken);
    }

    /// <summary>Reads bytes and returns every policy that stands on the page.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="options">How to read them; with <see cref="PolicyReadOptions.DocumentType"/>, only policies of that kind are returned.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The policies in reading order; the whole page where it is one policy; empty where none is of the wanted kind.</returns>
    /// <exception cref="PolicyReadException">The content is over a limit, of a format that is not read here, or not text.</exception>
    public static IReadOnlyList<PolicyDocument> ParseAll(byte[] content, PolicyReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return PolicyDocumentReader.ReadAll(content, options ?? new PolicyReadOptions(), cancellationToken);
    }

    /// <summary>Reads a string and returns every policy that stands on the page.</summary>
    /// <param name="content">The source's text.</param>
    /// <param name="options">How to read it; with <see cref="PolicyReadOptions.DocumentType"/>, only policies of that kind are returned.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The policies in reading order; the whole page where it is one policy; empty where none is of the wanted kind.</returns>
    /// <exception cref="PolicyReadException">The content is over a limit or of a format that is not read here.</exception>
    public static IReadOnlyList<PolicyDocument> ParseAll(string content, PolicyReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return PolicyDocumentReader.ReadAll(content, options ?? new PolicyReadOptions(), cancellationToken);
    }

    /// <summary>Where a code unit of the canonical text stands in the source.</summary>
    /// <param name="offset">An offset in <see cref="Text"/>, 0 to its length.</param>
    /// <returns>The place in the decoded source; for a document that was not read from a source, line 1 column 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> lies outside the text.</exception>
    /// <remarks>The first call builds the map, in time linear in the source; later calls are logarithmic.</remarks>
    public SourcePosition GetSourcePosition(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Text.Length);
        return Origin.PositionOf(offset);
    }

    /// <summary>
    /// The address that leads to a passage on the live page: the page's address with a URL text fragment, which browsers scroll
    /// to and mark.
    /// </summary>
    /// <param name="range">A range of <see cref="Text"/>.</param>
    /// <returns>The address, and what it marks; <see langword="null"/> where the page's address is not known or is not one of the web.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie inside the text.</exception>
    /// <remarks>
    /// Source: WICG, URL Fragment Text Directives. The first call reads the page again; each takes time linear in the page. For a
    /// document that was not read from HTML, its own text stands for the page.
    /// </remarks>
    public QuoteAddress? GetQuoteAddress(TextRange range)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(range.End, Text.Length, nameof(range));
        if (Source.Address is not { IsAbsoluteUri: true } address || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
            return null;
        return QuoteAddresses.Of(this, range, address.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped));
    }
}
