using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PolicyAnalysis.Documents.TextFragments;

namespace PolicyAnalysis.Documents;

/// <summary>Reads HTML: parses, takes the policy out of the page, and writes its blocks.</summary>
internal static class HtmlReader
{
    /// <summary>How many blocks from the top the title may stand.</summary>
    private const int TitleWindow = 30;

    public static DocumentDraft Read(string html, string name, PolicyReadOptions options, CancellationToken cancellationToken)
    {
        var vocabulary = new ClassVocabulary();
        using HtmlReduction reduction = HtmlReduction.Of(html, name, options, vocabulary);
        cancellationToken.ThrowIfCancellationRequested();
        using IHtmlDocument document = HtmlPageParser.Parse(reduction.Kept);
        cancellationToken.ThrowIfCancellationRequested();

        var draft = new DocumentDraft { Syntax = SourceSyntax.Html, Language = Language(document), Page = () => Searchable(html, name, options) };
        if (document.Body is null)
            return draft;

        string? pageTitle = PageTitle(document);
        PageTree tree = PageTree.Build(document.Body, vocabulary);
        draft.ImageTexts = ImageAlternatives.Mark(tree);
        Footnotes.Mark(tree);
        Dictionary<string, string> contents = PageContents.Read(tree);
        Boilerplate.Remove(tree);
        MainContent.Select(tree);
        cancellationToken.ThrowIfCancellationRequested();
        draft.Blocks.AddRange(new HtmlBlockWriter(tree, contents).Write());
        draft.PageTitle = pageTitle;
        draft.Title = Title(pageTitle, draft.Blocks);
        return draft;
    }

    /// <summary>The text of the page as a browser searches it: the page is read once more, as it was read before.</summary>
    private static SearchableText Searchable(string html, string name, PolicyReadOptions options)
    {
        var vocabulary = new ClassVocabulary();
        using HtmlReduction reduction = HtmlReduction.Of(html, name, options, vocabulary);
        using IHtmlDocument document = HtmlPageParser.Parse(reduction.Kept);
        return SearchableText.Of(PageTree.Build(document.Body!, vocabulary));
    }

    private static string? Language(IHtmlDocument document)
    {
        string? language = document.DocumentElement.GetAttribute("lang") ?? document.DocumentElement.GetAttribute("xml:lang");
        return string.IsNullOrWhiteSpace(language) ? null : language.Trim().Replace('_', '-');
    }

    /// <summary>The first heading of the first rank, or else the page's own title.</summary>
    private static string? Title(string? pageTitle, List<DraftBlock> blocks)
    {
        DraftBlock? heading = blocks.Take(TitleWindow).Where(block => block.Kind == DocumentBlockKind.Heading).MinBy(block => block.Level);
        return heading is { Level: 1 } ? heading.Text : pageTitle ?? heading?.Text;
    }

    private static string? PageTitle(IHtmlDocument document)
    {
        foreach (INode child in document.Head?.ChildNodes ?? Enumerable.Empty<INode>())
        {
            if (child is IElement { LocalName: "title" } && WhiteSpace.Fold(child.TextContent) is { Length: > 0 } title)
                return title;
        }

        return null;
    }
}
