using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PolicyAnalysis.Documents;

/// <summary>Reads HTML: parses, takes the policy out of the page, and writes its blocks.</summary>
internal static class HtmlReader
{
    public static DocumentDraft Read(string html, string name, PolicyReadOptions options, CancellationToken cancellationToken)
    {
        HtmlNestingGuard.Check(html, name, options.MaximumOpenElements);
        cancellationToken.ThrowIfCancellationRequested();
        using IHtmlDocument document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        cancellationToken.ThrowIfCancellationRequested();

        var draft = new DocumentDraft { Syntax = SourceSyntax.Html, Language = Language(document) };
        if (document.Body is null)
            return draft;

        PageTree tree = PageTree.Build(document.Body);
        Dictionary<string, string> contents = PageContents.Read(tree);
        Boilerplate.Remove(tree);
        MainContent.Select(tree);
        cancellationToken.ThrowIfCancellationRequested();
        draft.Blocks.AddRange(new HtmlBlockWriter(tree, contents).Write());
        draft.Title = Title(document, draft.Blocks);
        PolicySelector.Select(draft, document.Title, options.DocumentType);
        return draft;
    }

    private static string? Language(IHtmlDocument document)
    {
        string? language = document.DocumentElement.GetAttribute("lang") ?? document.DocumentElement.GetAttribute("xml:lang");
        return string.IsNullOrWhiteSpace(language) ? null : language.Trim().Replace('_', '-');
    }

    private static string? Title(IHtmlDocument document, List<DraftBlock> blocks)
    {
        DraftBlock? heading = blocks.Take(30).Where(block => block.Kind == DocumentBlockKind.Heading).MinBy(block => block.Level);
        if (heading is { Level: 1 })
            return heading.Text;
        string title = string.Join(' ', (document.Title ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (title.Length > 0)
            return title;
        return heading?.Text;
    }
}
