using System.Net;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PolicyAnalysis.Documents;

/// <summary>Writes Markdown blocks as a reader sees them: the words without marks and link targets.</summary>
internal sealed class MarkdownBlockWriter
{
    private int _lists;
    private int _tables;
    private int _lastHeadingLevel = 1;

    public List<DraftBlock> Blocks { get; } = [];

    public int NextList() => _lists++;

    public static string OrderedMarker(ListBlock list, ListItemBlock item) => ListNumbering.Format(char.ToString(list.BulletType), item.Order) + ".";

    public void WriteLeaf(LeafBlock leaf, MarkdownContext context)
    {
        switch (leaf)
        {
            case HeadingBlock heading:
                Add(Read(heading.Inline), DocumentBlockKind.Heading, heading.Span.Start, heading.Level);
                _lastHeadingLevel = heading.Level;
                break;
            case HtmlBlock html:
                WriteHtml(html);
                break;
            case CodeBlock code:
                // Four spaces before a line are code to Markdown; in policies they are indented prose.
                Add(new InlineResult(WhiteSpace.Fold(code.Lines.ToString()), [], false), DocumentBlockKind.Preformatted, code.Span.Start, 0);
                break;
            case ParagraphBlock paragraph:
                WriteParagraph(paragraph, context);
                break;
        }
    }

    public void WriteTable(Table table)
    {
        foreach (Block block in table)
        {
            if (block is not TableRow row)
                continue;
            var text = new StringBuilder();
            var cells = new List<TextRange>();
            var links = new List<DraftLink>();
            foreach (Block cell in row)
            {
                if (cells.Count > 0)
                    text.Append('\t');
                int start = text.Length;
                foreach (Block content in (TableCell)cell)
                {
                    InlineResult read = Read((content as LeafBlock)?.Inline);
                    if (text.Length > start && read.Text.Length > 0)
                        text.Append(' ');
                    int offset = text.Length;
                    text.Append(read.Text);
                    links.AddRange(read.Links.Select(link => link with { Start = link.Start + offset, End = link.End + offset }));
                }

                cells.Add(new TextRange(start, text.Length));
            }

            string written = text.ToString();
            if (written.AsSpan().Trim("\t ").IsEmpty)
                continue;
            Blocks.Add(new DraftBlock
            {
                Kind = row.IsHeader ? DocumentBlockKind.TableHeader : DocumentBlockKind.TableRow,
                Text = written,
                Cells = cells,
                Links = links,
                TableIndex = _tables,
                SourceStart = row.Span.Start,
            });
        }

        _tables++;
    }

    private void WriteParagraph(ParagraphBlock paragraph, MarkdownContext context)
    {
        InlineResult read = Read(paragraph.Inline);
        DocumentBlockKind kind = context switch
        {
            { IsFootnote: true } => DocumentBlockKind.Footnote,
            { ListDepth: > 0 } => DocumentBlockKind.ListItem,
            { IsQuote: true } => DocumentBlockKind.Quote,
            _ => DocumentBlockKind.Paragraph,
        };
        if (kind == DocumentBlockKind.Paragraph && read.IsAllEmphasised && HeadingShape.LooksLikeHeading(read.Text))
        {
            Add(read, DocumentBlockKind.Heading, paragraph.Span.Start, Math.Min(6, _lastHeadingLevel + 1), HeadingOrigin.Typography);
            return;
        }

        DraftBlock? block = Add(read, kind, paragraph.Span.Start, context.ListDepth);
        if (block is not null && kind == DocumentBlockKind.ListItem)
        {
            block.ListIndex = context.ListIndex;
            block.Marker = context.Marker?.Take();
        }
    }

    /// <summary>HTML inside Markdown keeps its words; its tags are page marks.</summary>
    private void WriteHtml(HtmlBlock html)
    {
        string text = html.Lines.ToString();
        if (html.Type is HtmlBlockType.Comment or HtmlBlockType.ScriptPreOrStyle && !text.TrimStart().StartsWith("<pre", StringComparison.OrdinalIgnoreCase))
            return;
        var words = new StringBuilder();
        int position = 0;
        while (position < text.Length)
        {
            int tag = text.IndexOf('<', position);
            int end = tag < 0 ? -1 : text.IndexOf('>', tag);
            WhiteSpace.AppendFolded(words, WebUtility.HtmlDecode(text[position..(tag < 0 || end < 0 ? text.Length : tag)]));
            if (tag < 0 || end < 0)
                break;
            WhiteSpace.AppendFolded(words, " ");
            position = end + 1;
        }

        Add(new InlineResult(words.ToString().Trim(), [], false), DocumentBlockKind.Paragraph, html.Span.Start, 0);
    }

    private DraftBlock? Add(InlineResult read, DocumentBlockKind kind, int start, int level, HeadingOrigin origin = HeadingOrigin.Markup)
    {
        if (read.Text.Length == 0)
            return null;
        var block = new DraftBlock
        {
            Kind = kind,
            Text = read.Text,
            Links = read.Links,
            Level = level,
            HeadingOrigin = kind == DocumentBlockKind.Heading ? origin : HeadingOrigin.None,
            SourceStart = start,
        };
        Blocks.Add(block);
        return block;
    }

    /// <summary>The visible words of an inline tree, in one loop over its nodes.</summary>
    private static InlineResult Read(ContainerInline? root)
    {
        if (root is null)
            return new InlineResult(string.Empty, [], false);
        var line = new InlineText();
        int depth = 0;
        int emphasis = 0;
        Inline? current = root.FirstChild;
        while (current is not null)
        {
            switch (current)
            {
                case LiteralInline literal:
                    line.Append(literal.Content.ToString(), emphasis > 0);
                    break;
                case CodeInline code:
                    line.Append(code.Content, emphasis > 0);
                    break;
                case LineBreakInline:
                    line.AppendSpace();
                    break;
                case HtmlEntityInline entity:
                    line.Append(entity.Transcoded.ToString(), emphasis > 0);
                    break;
                case AutolinkInline link:
                    line.Append(link.Url, emphasis > 0);
                    break;
                case HtmlInline html when html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    line.AppendSpace();
                    break;
            }

            if (current is LinkInline { IsImage: true })
            {
                current = Next(current, root);
                continue;
            }

            if (current is ContainerInline { FirstChild: { } child } container)
            {
                depth++;
                if (container is EmphasisInline { DelimiterCount: >= 2 })
                    emphasis++;
                if (container is LinkInline { Url: { } url })
                    line.OpenLink(url, depth);
                current = child;
                continue;
            }

            current = Next(current, root);
        }

        DraftBlock block = line.Finish();
        return new InlineResult(block.Text, block.Links, line.IsAllEmphasised && block.Text.Length > 0);

        Inline? Next(Inline node, ContainerInline top)
        {
            Inline? walk = node;
            while (walk is not null && walk.NextSibling is null)
            {
                ContainerInline? parent = walk.Parent;
                if (parent is null || ReferenceEquals(parent, top))
                    return null;
                if (parent is EmphasisInline { DelimiterCount: >= 2 })
                    emphasis--;
                if (parent is LinkInline)
                    line.CloseLink(depth);
                depth--;
                walk = parent;
            }

            return walk?.NextSibling;
        }
    }

    private readonly record struct InlineResult(string Text, IReadOnlyList<DraftLink> Links, bool IsAllEmphasised);
}
