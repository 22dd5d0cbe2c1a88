using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PolicyAnalysis.Documents;

/// <summary>Parses HTML into a tree that leaves out what no reader sees.</summary>
internal static class HtmlPageParser
{
    /// <remarks>The tree may point into the text, which must outlive it.</remarks>
    public static IHtmlDocument Parse(ReadOnlyMemory<char> html) => new HtmlParser(Options).ParseDocument(html);

    private static HtmlParserOptions Options => new()
    {
        IsScripting = false,
        SkipScriptText = true,
        SkipRawText = true,
        SkipComments = true,
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,
    };
}
