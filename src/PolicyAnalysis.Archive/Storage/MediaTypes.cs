namespace PolicyAnalysis.Archive.Storage;

/// <summary>Media types by their registered names.</summary>
internal static class MediaTypes
{
    public static string? NameOf(PolicyMediaType type) => type switch
    {
        PolicyMediaType.Html => "text/html",
        PolicyMediaType.Markdown => "text/markdown",
        PolicyMediaType.PlainText => "text/plain",
        PolicyMediaType.Pdf => "application/pdf",
        _ => null,
    };

    public static PolicyMediaType Of(string? name) => name switch
    {
        "text/html" => PolicyMediaType.Html,
        "text/markdown" => PolicyMediaType.Markdown,
        "text/plain" => PolicyMediaType.PlainText,
        "application/pdf" => PolicyMediaType.Pdf,
        _ => PolicyMediaType.Unknown,
    };

    public static string ExtensionOf(PolicyMediaType type) => type switch
    {
        PolicyMediaType.Html => ".html",
        PolicyMediaType.Markdown => ".md",
        PolicyMediaType.PlainText => ".txt",
        PolicyMediaType.Pdf => ".pdf",
        _ => ".bin",
    };

    public static PolicyMediaType OfExtension(string extension) => extension.ToLowerInvariant() switch
    {
        ".html" or ".htm" or ".xhtml" => PolicyMediaType.Html,
        ".md" or ".markdown" => PolicyMediaType.Markdown,
        ".txt" => PolicyMediaType.PlainText,
        ".pdf" => PolicyMediaType.Pdf,
        _ => PolicyMediaType.Unknown,
    };
}
