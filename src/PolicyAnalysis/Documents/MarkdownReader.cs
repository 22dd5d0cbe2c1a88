using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace PolicyAnalysis.Documents;

/// <summary>Reads Markdown: headings, paragraphs, nested lists, tables, front matter and the HTML that stands inside.</summary>
internal static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UsePipeTables()
        .UseGridTables()
        .UseYamlFrontMatter()
        .UseFootnotes()
        .Build();

    public static DocumentDraft Read(string markdown, string name)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException error)
        {
            throw new PolicyReadException($"{name}: the Markdown is nested too deeply to be read; flatten its quotes and lists.", error);
        }

        var writer = new MarkdownBlockWriter(markdown);
        var draft = new DocumentDraft { Syntax = SourceSyntax.Markdown };
        var pending = new Stack<(Block Block, MarkdownContext Context)>();
        Push(pending, document, new MarkdownContext());
        while (pending.TryPop(out (Block Block, MarkdownContext Context) item))
        {
            switch (item.Block)
            {
                case YamlFrontMatterBlock front:
                    draft.Metadata = FrontMatter.Read(front.Lines.ToString());
                    break;
                case Table table:
                    MarkdownTable.Write(table, markdown, writer);
                    break;
                case ListBlock list:
                    PushList(pending, list, item.Context, writer);
                    break;
                case QuoteBlock quote:
                    Push(pending, quote, item.Context with { IsQuote = true });
                    break;
                case Footnote note:
                    Push(pending, note, item.Context with { Note = new MarkdownMarker(MarkdownInlines.FootnoteAnchor(note)) });
                    break;
                case ContainerBlock container:
                    Push(pending, container, item.Context);
                    break;
                case LeafBlock leaf:
                    writer.WriteLeaf(leaf, item.Context);
                    break;
            }
        }

        draft.Blocks.AddRange(writer.Blocks);
        if (!draft.Blocks.Take(20).Any(block => block.Kind == DocumentBlockKind.Heading))
            draft.Title = draft.Metadata?.Title;
        return draft;
    }

    private static void PushList(Stack<(Block Block, MarkdownContext Context)> pending, ListBlock list, MarkdownContext context, MarkdownBlockWriter writer)
    {
        int index = writer.NextList();
        for (int item = list.Count - 1; item >= 0; item--)
        {
            var listItem = (ListItemBlock)list[item];
            string marker = list.IsOrdered ? MarkdownBlockWriter.OrderedMarker(list, listItem) : "•";
            var marks = new MarkdownMarker(marker);
            Push(pending, listItem, context with { ListDepth = context.ListDepth + 1, ListIndex = index, Marker = marks });
        }
    }

    private static void Push(Stack<(Block Block, MarkdownContext Context)> pending, ContainerBlock container, MarkdownContext context)
    {
        for (int child = container.Count - 1; child >= 0; child--)
            pending.Push((container[child], context));
    }
}
