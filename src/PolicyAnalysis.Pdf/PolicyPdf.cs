using System.Globalization;
using System.Security.Cryptography;
using PolicyAnalysis.Pdf.Layout;

namespace PolicyAnalysis.Pdf;

/// <summary>Reads policies that are published as PDF into the same documents as HTML, Markdown and text.</summary>
/// <remarks>
/// <para>Stateless and thread-safe. Time and memory are linear in the letters of the file, but for sorting the letters of each page.</para>
/// <para>
/// A PDF has no lines of its own. <see cref="PolicyDocument.GetSourcePosition"/> gives the page's number, from 1, as
/// <see cref="SourcePosition.Line"/>, and the place in the page's text, in reading order and without running headers and page
/// numbers, as <see cref="SourcePosition.Column"/>.
/// </para>
/// </remarks>
public static class PolicyPdf
{
    private const int MostBytes = 100_000_000;

    /// <summary>Whether bytes begin as a PDF does.</summary>
    /// <param name="content">The bytes, or their beginning.</param>
    public static bool IsPdf(ReadOnlySpan<byte> content) => content.StartsWith("%PDF-"u8);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="options">How to read it; the defaults where left out.</param>
    /// <param name="cancellationToken">Stops the work between pages.</param>
    /// <exception cref="PolicyReadException">The file is not a PDF, damaged, encrypted, without text, or over a limit.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PolicyDocument Load(string path, PolicyReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new PolicyReadOptions();
        options = options with { Name = options.Name ?? Path.GetFileName(path) };
        using FileStream file = File.OpenRead(path);
        return Load(file, options, cancellationToken);
    }

    /// <summary>Reads a stream to its end; the stream stays open.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="options">How to read them; the defaults where left out.</param>
    /// <param name="cancellationToken">Stops the work between pages.</param>
    /// <exception cref="PolicyReadException">The content is not a PDF, damaged, encrypted, without text, or over a limit.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static PolicyDocument Load(Stream content, PolicyReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        options ??= new PolicyReadOptions();
        using var kept = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (kept.Length + read > MostBytes)
                throw TooLarge(NameOf(options));
            kept.Write(buffer, 0, read);
        }

        return Parse(kept.ToArray(), options, cancellationToken);
    }

    /// <summary>Reads bytes.</summary>
    /// <param name="content">The bytes of the whole file.</param>
    /// <param name="options">How to read them; the defaults where left out. The limit of characters counts letters here.</param>
    /// <param name="cancellationToken">Stops the work between pages.</param>
    /// <exception cref="PolicyReadException">The content is not a PDF, damaged, encrypted, without text, or over a limit.</exception>
    public static PolicyDocument Parse(byte[] content, PolicyReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        options ??= new PolicyReadOptions();
        string name = NameOf(options);
        if (content.Length > MostBytes)
            throw TooLarge(name);
        if (!IsPdf(content))
            throw new PolicyReadException($"{name}: this is not a PDF, which begins with %PDF-; read HTML, Markdown and text with {nameof(PolicyDocument)}.{nameof(PolicyDocument.Parse)}.");

        PdfContents contents = PdfContentsReader.Read(content, name, options.MaximumCharacters, cancellationToken);
        HashSet<(int Page, int Index)> running = RunningText.Find(contents);
        List<TextLine> lines = ReadingOrder.Of(contents, running, cancellationToken);
        PlacedDraft placed = BlockBuilder.Build(lines, contents, running);
        var source = new PolicySource
        {
            Name = name,
            Address = options.Address,
            MediaType = PolicyMediaType.Pdf,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            ByteLength = content.Length,
        };
        return placed.Draft.Finish(source, placed.SourceText);
    }

    private static string NameOf(PolicyReadOptions options) => options.Name ?? options.Address?.AbsoluteUri ?? "PDF";

    private static PolicyReadException TooLarge(string name) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}: the PDF is larger than {MostBytes} bytes; give the part that is the policy."));
}
