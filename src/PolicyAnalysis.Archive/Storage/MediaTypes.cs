namespace PolicyAnalysis.Archive.Storage;

/// <summary>Media types by their registered names.</summary>
internal static class MediaTypes
{
    private const string CharsetMark = ";charset=";

    private const int LongestCharset = 40;

    /// <summary>The name with the character set that the transport declared, where it declared one that can be a name.</summary>
    public static string? NameOf(PolicyMediaType type, string? charset) =>
        NameOf(type) is { } name && charset is { Length: > 0 and <= LongestCharset } && charset.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ':' or '+')
            ? name + CharsetMark + charset.ToLowerInvariant()
            : NameOf(type);

    /// <summary>The character set of a name that has one.</summary>
    public static string? CharsetOf(string? name) =>
        name?.IndexOf(CharsetMark, StringComparison.Ordinal) is >= 0 and var mark ? name[(mark + CharsetMark.Length)..] : null;

    private static string? NameOf(PolicyMediaType type) => type switch
    {
        PolicyMediaType.Html => "text/html",
        PolicyMediaType.Markdown => "text/markdown",
        PolicyMediaType.PlainText => "text/plain",
        PolicyMediaType.Pdf => "application/pdf",
        _ => null,
    };

    public static PolicyMediaType Of(string? name) => name?.Split(';')[0] switch
    {
        "text/html" => PolicyMediaType.Html,
        "text/markdown" => PolicyMediaType.Markdown,
        "text/plain" => PolicyMediaType.PlainText,
        "application/pdf" => PolicyMediaType.Pdf,
        _ => PolicyMediaType.Unknown,
    };

    /// <summary>The type that a <c>Content-Type</c> names, and its character set; unknown where it is none that a policy has.</summary>
    public static (PolicyMediaType Type, string? Charset) OfContentType(string? contentType)
    {
        string[] parts = (contentType ?? string.Empty).Split(';', StringSplitOptions.TrimEntries);
        string? charset = Array.Find(parts, static part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))?["charset=".Length..].Trim('"', '\'', ' ');
        string name = parts[0].ToLowerInvariant();
        return (Of(name is "application/xhtml+xml" ? "text/html" : name is "text/x-markdown" ? "text/markdown" : name), charset is { Length: > 0 } ? charset : null);
    }

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
