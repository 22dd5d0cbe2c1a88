using System.Globalization;

namespace PolicyAnalysis.Documents;

/// <summary>Decodes a source, recognises its format, and hands it to the reader of that format.</summary>
internal static class PolicyDocumentReader
{
    public static PolicyDocument Read(byte[] content, PolicyReadOptions options, CancellationToken cancellationToken)
    {
        string name = options.Name ?? options.Address?.AbsoluteUri ?? "text";
        if (content.AsSpan().StartsWith("%PDF-"u8))
            throw new PolicyReadException($"{name}: this is a PDF, which the package PolicyAnalysis.Pdf reads: give the bytes to PolicyPdf.Parse.");
        DecodedText decoded = CharsetDecoder.Decode(content, options.Charset);
        return Read(decoded.Text, decoded.Charset, SourceFingerprint.Of(content), name, options, cancellationToken);
    }

    public static PolicyDocument Read(string content, PolicyReadOptions options, CancellationToken cancellationToken) =>
        Read(content, charset: null, SourceFingerprint.Of(content), options.Name ?? options.Address?.AbsoluteUri ?? "text", options, cancellationToken);

    private static PolicyDocument Read(string text, string? charset, SourceFingerprint fingerprint, string name, PolicyReadOptions options, CancellationToken cancellationToken)
    {
        if (text.Length > options.MaximumCharacters)
        {
            throw new PolicyReadException(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: the source has {text.Length} characters, the limit is {options.MaximumCharacters}; raise {nameof(PolicyReadOptions.MaximumCharacters)} if it really is a policy."));
        }

        if (text.AsSpan().Count('\0') > Math.Max(8, text.Length / 100))
            throw new PolicyReadException($"{name}: the source is not text; give HTML, Markdown or plain text.");

        PolicyMediaType mediaType = options.MediaType == PolicyMediaType.Unknown ? MediaTypeSniffer.Sniff(text, name) : options.MediaType;
        var source = new PolicySource
        {
            Name = name,
            Address = options.Address,
            MediaType = mediaType,
            Sha256 = fingerprint.Sha256,
            ByteLength = fingerprint.ByteLength,
            Charset = charset,
        };

        DocumentDraft draft = mediaType switch
        {
            PolicyMediaType.Html => HtmlReader.Read(text, name, options, cancellationToken),
            PolicyMediaType.Markdown => MarkdownReader.Read(text, name),
            PolicyMediaType.PlainText => PlainTextReader.Read(text),
            _ => throw new PolicyReadException($"{name}: the format {mediaType} is not read by this package; give HTML, Markdown or plain text, or a PDF to the package PolicyAnalysis.Pdf."),
        };
        return draft.Finish(source, text);
    }
}
