using AngleSharp.Common;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PolicyAnalysis.Documents;

/// <summary>Parses HTML into a tree that leaves out what no reader sees: scripts, styles, comments, attributes nobody asks for.</summary>
internal static class HtmlPageParser
{
    // The parser takes U+FFFF as the end of its input; in a page it would hide everything after it. One code unit for another keeps every offset.
    public static IHtmlDocument Parse(string html) => new HtmlParser(Options).ParseDocument(html.Replace('\uFFFF', '\uFFFD'));

    private static HtmlParserOptions Options => new()
    {
        IsScripting = false,
        SkipScriptText = true,
        SkipRawText = true,
        SkipComments = true,
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,
        ShouldEmitAttribute = static (ref _, attribute) => IsRead(attribute.Span),
    };

    private static bool IsRead(ReadOnlySpan<char> name) => name switch
    {
        "class" or "id" or "style" or "hidden" or "role" or "lang" or "xml:lang" or "dir" => true,
        "href" or "name" or "type" or "start" or "reversed" or "value" or "alt" or "colspan" or "rowspan" or "scope" or "open" or "title" => true,
        _ => name.StartsWith("aria-", StringComparison.Ordinal),
    };
}
