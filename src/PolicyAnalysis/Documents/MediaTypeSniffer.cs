using System.Text.RegularExpressions;

namespace PolicyAnalysis.Documents;

/// <summary>Recognises a source's format from its name and its first characters.</summary>
internal static partial class MediaTypeSniffer
{
    private const int Window = 20_000;

    public static PolicyMediaType Sniff(string text, string name)
    {
        string extension = Path.GetExtension(name).ToLowerInvariant();
        switch (extension)
        {
            case ".html" or ".htm" or ".xhtml":
                return PolicyMediaType.Html;
            case ".md" or ".markdown":
                return PolicyMediaType.Markdown;
            case ".txt" or ".text":
                return PolicyMediaType.PlainText;
        }

        ReadOnlySpan<char> start = text.AsSpan(0, Math.Min(text.Length, Window)).TrimStart().TrimStart('\uFEFF');
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return PolicyMediaType.Html;
        if (HtmlTag().Count(start) >= 3 && start.Length > 0 && start[0] == '<')
            return PolicyMediaType.Html;
        if (BlockTag().IsMatch(start))
            return PolicyMediaType.Html;
        return MarkdownMark().IsMatch(start) ? PolicyMediaType.Markdown : PolicyMediaType.PlainText;
    }

    [GeneratedRegex(@"</?[a-zA-Z][^<>]{0,400}>", RegexOptions.NonBacktracking)]
    private static partial Regex HtmlTag();

    [GeneratedRegex(@"<(?:body|div|p|article|section|h1|h2)[ >]", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex BlockTag();

    [GeneratedRegex(@"^(?:#{1,6} \S|[*+-] \S|\|.{1,400}\|)|\]\([^()\s]{1,400}\)|\*\*\S|^(?:={3,}|-{3,})\s*$", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex MarkdownMark();
}
