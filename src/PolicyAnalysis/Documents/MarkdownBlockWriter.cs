using Markdig.Syntax;

namespace PolicyAnalysis.Documents;

/// <summary>Writes Markdown blocks as a reader sees them: the words without marks and link targets.</summary>
internal sealed class MarkdownBlockWriter
{
    private readonly string _source;
    private readonly MarkdownHtml _html;
    private readonly Dictionary<string, int> _slugs = new(StringComparer.Ordinal);
    private readonly List<string> _anchors = [];
    private int _lists;
    private int _tables;

    public MarkdownBlockWriter(string source)
    {
        _source = source;
        _html = new MarkdownHtml(this);
    }

    public List<DraftBlock> Blocks { get; } = [];

    /// <summary>The level of the last heading that markup made.</summary>
    public int LastHeadingLevel { get; set; } = 1;

    public int NextList() => _lists++;

    public int NextTable() => _tables++;

    public static string OrderedMarker(ListBlock list, ListItemBlock item) => ListNumbering.Format(char.ToString(list.BulletType), item.Order) + ".";

    public void WriteLeaf(LeafBlock leaf, MarkdownContext context)
    {
        switch (leaf)
        {
            case HeadingBlock heading:
                WriteHeading(heading);
                break;
            case HtmlBlock html:
                (string text, int[] offsets) = LinesOf(html);
                _html.Write(text, offsets, context);
                break;
            case CodeBlock code:
                // Four spaces before a line are code to Markdown; in policies they are indented prose.
                (string prose, int[] places) = LinesOf(code);
                var placed = new PlacedText();
                placed.Append(prose, places);
                placed.TrimEnd();
                Add(placed, DocumentBlockKind.Preformatted);
                break;
            case ParagraphBlock paragraph:
                foreach (MarkdownLine line in MarkdownInlines.Read(paragraph.Inline, _source))
                    WriteLine(line, context);
                break;
        }
    }

    /// <summary>Anchors that stand before what is written next.</summary>
    public void AddAnchors(IEnumerable<string> anchors) => _anchors.AddRange(anchors);

    /// <summary>Writes the text of a paragraph, or of what stands in its place.</summary>
    public void WriteLine(MarkdownLine line, MarkdownContext context)
    {
        AddAnchors(line.Anchors);
        DocumentBlockKind kind = context switch
        {
            { Note: not null } => DocumentBlockKind.Footnote,
            { ListDepth: > 0 } => DocumentBlockKind.ListItem,
            { IsQuote: true } => DocumentBlockKind.Quote,
            _ => DocumentBlockKind.Paragraph,
        };
        if (kind == DocumentBlockKind.Paragraph && line.IsAllEmphasised && HeadingShape.LooksLikeHeading(line.Text.ToString()))
        {
            AddHeading(line, Math.Min(6, LastHeadingLevel + 1), HeadingOrigin.Typography);
            return;
        }

        if (Add(line.Text, kind, line.Links) is not { } block)
            return;
        if (kind == DocumentBlockKind.ListItem)
        {
            block.Level = context.ListDepth;
            block.ListIndex = context.ListIndex;
            block.Marker = context.Marker?.Take();
        }

        if (context.Note?.Take() is { } note)
            block.Anchor = note;
    }

    public void AddHeading(MarkdownLine line, int level, HeadingOrigin origin)
    {
        AddAnchors(line.Anchors);
        if (Add(line.Text, DocumentBlockKind.Heading, line.Links) is not { } block)
            return;
        block.Level = level;
        block.HeadingOrigin = origin;
        if (origin == HeadingOrigin.Markup)
            LastHeadingLevel = level;

        // What shows Markdown as a page gives each heading a fragment of its words, by which tables of contents link to it.
        string slug = HeadingSlug.Of(block.Text);
        int repeats = _slugs.GetValueOrDefault(slug);
        _slugs[slug] = repeats + 1;
        block.OtherAnchors = [.. block.OtherAnchors, repeats == 0 ? slug : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{slug}-{repeats}")];
    }

    public DraftBlock? Add(PlacedText text, DocumentBlockKind kind, IReadOnlyList<DraftLink>? links = null)
    {
        if (text.Length == 0)
            return null;
        int[] offsets = text.Offsets();
        var block = new DraftBlock { Kind = kind, Text = text.ToString(), Links = links ?? [], SourceStart = offsets[0], SourceOffsets = offsets };
        if (_anchors.Count > 0)
        {
            block.Anchor = _anchors[0];
            block.OtherAnchors = [.. _anchors.Skip(1)];
            _anchors.Clear();
        }

        Blocks.Add(block);
        return block;
    }

    private void WriteHeading(HeadingBlock heading)
    {
        foreach (MarkdownLine line in MarkdownInlines.Read(heading.Inline, _source, keepsTogether: true))
            AddHeading(line, heading.Level, HeadingOrigin.Markup);
    }

    /// <summary>The lines of a block without the marks of the quotes and lists around it.</summary>
    private (string Text, int[] Offsets) LinesOf(LeafBlock block)
    {
        var text = new System.Text.StringBuilder();
        var offsets = new List<int>();
        for (int index = 0; index < block.Lines.Count; index++)
        {
            Markdig.Helpers.StringLine line = block.Lines.Lines[index];
            ReadOnlySpan<char> written = line.Slice.AsSpan();

            // Lines that the parser copied, such as those with tabs in front, are found again from where they begin.
            int start = ReferenceEquals(line.Slice.Text, _source) ? line.Slice.Start : FindFrom(line.Position, written);
            for (int at = 0; at < written.Length; at++)
            {
                text.Append(written[at]);
                offsets.Add(Math.Clamp(start + at, 0, _source.Length - 1));
            }

            text.Append('\n');
            offsets.Add(Math.Clamp(start + written.Length, 0, _source.Length - 1));
        }

        return (text.ToString(), [.. offsets]);
    }

    private int FindFrom(int position, ReadOnlySpan<char> line)
    {
        position = Math.Clamp(position, 0, _source.Length);
        ReadOnlySpan<char> sought = line.Trim();
        int found = sought.IsEmpty ? -1 : _source.AsSpan(position).IndexOf(sought);
        return found < 0 ? position : position + found - (line.Length - line.TrimStart().Length);
    }
}
