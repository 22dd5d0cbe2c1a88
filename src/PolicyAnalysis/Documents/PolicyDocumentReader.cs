using System.Globalization;

namespace PolicyAnalysis.Documents;

/// <summary>Decodes a source, recognises its format, and hands it to the reader of that format.</summary>
internal static class PolicyDocumentReader
{
    public static PolicyDocument Read(byte[] content, PolicyReadOptions options, CancellationToken cancellationToken) =>
        One(Decode(content, options), options, cancellationToken);

    public static PolicyDocument Read(string content, PolicyReadOptions options, CancellationToken cancellationToken) =>
        One(new SourceText(content, null, SourceFingerprint.Of(content), NameOf(options)), options, cancellationToken);

    public static IReadOnlyList<PolicyDocument> ReadAll(byte[] content, PolicyReadOptions options, CancellationToken cancellationToken) =>
        All(Decode(content, options), options, cancellationToken);

    public static IReadOnlyList<PolicyDocument> ReadAll(string content, PolicyReadOptions options, CancellationToken cancellationToken) =>
        All(new SourceText(content, null, SourceFingerprint.Of(content), NameOf(options)), options, cancellationToken);

    private static PolicyDocument One(SourceText content, PolicyReadOptions options, CancellationToken cancellationToken)
    {
        (DocumentDraft draft, PolicySource source) = Draft(content, options, cancellationToken);
        return PolicySelector.Select(draft, options.DocumentType) is { } part ? draft.Finish(source, content.Text, [part])[0] : draft.Finish(source, content.Text);
    }

    private static IReadOnlyList<PolicyDocument> All(SourceText content, PolicyReadOptions options, CancellationToken cancellationToken)
    {
        (DocumentDraft draft, PolicySource source) = Draft(content, options, cancellationToken);
        IReadOnlyList<PolicyPart> parts = PolicyParts.Of(draft.Blocks);
        if (parts.Count == 0 && PolicySelector.Select(draft, options.DocumentType) is { } inside)
            parts = [inside];
        IReadOnlyList<PolicyDocument> documents = parts.Count > 0 ? draft.Finish(source, content.Text, parts) : [draft.Finish(source, content.Text)];
        return options.DocumentType is { } wanted ? [.. documents.Where(document => document.DocumentType == wanted)] : documents;
    }

    private static SourceText Decode(byte[] content, PolicyReadOptions options)
    {
        string name = NameOf(options);
        if (content.AsSpan().StartsWith("%PDF-"u8))
            throw new PolicyReadException($"{name}: this is a PDF, which the package PolicyAnalysis.Pdf reads: give the bytes to PolicyPdf.Parse.");
        DecodedText decoded = CharsetDecoder.Decode(content, options.Charset);
        return new SourceText(decoded.Text, decoded.Charset, SourceFingerprint.Of(content), name);
    }

    private static string NameOf(PolicyReadOptions options) => options.Name ?? options.Address?.AbsoluteUri ?? "text";

    private static (DocumentDraft Draft, PolicySource Source) Draft(SourceText content, PolicyReadOptions options, CancellationToken cancellationToken)
    {
        (string text, string name) = (content.Text, content.Name);
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
            Sha256 = content.Fingerprint.Sha256,
            ByteLength = content.Fingerprint.ByteLength,
            Charset = content.Charset,
        };

        DocumentDraft draft = mediaType switch
        {
            PolicyMediaType.Html => HtmlReader.Read(text, name, options, cancellationToken),
            PolicyMediaType.Markdown => MarkdownReader.Read(text, name),
            PolicyMediaType.PlainText => PlainTextReader.Read(text),
            _ => throw new PolicyReadException($"{name}: the format {mediaType} is not read by this package; give HTML, Markdown or plain text, or a PDF to the package PolicyAnalysis.Pdf."),
        };
        draft.Blocks.RemoveAll(static block => block.Text.Length == 0);
        return (draft, source);
    }

    /// <summary>A source's text with what is known of it.</summary>
    private readonly record struct SourceText(string Text, string? Charset, SourceFingerprint Fingerprint, string Name);
}
