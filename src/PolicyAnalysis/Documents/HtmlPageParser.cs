using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PolicyAnalysis.Documents;

/// <summary>Parses HTML into a tree that leaves out what no reader sees.</summary>
internal static class HtmlPageParser
{
    /// <exception cref="PolicyReadException">The page has more elements than a limit.</exception>
    public static IHtmlDocument Parse(string html, string name, PolicyReadOptions options, ClassVocabulary vocabulary) =>
        new HtmlParser(Options).ParseDocument(HtmlReduction.Of(html, name, options, vocabulary));

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
