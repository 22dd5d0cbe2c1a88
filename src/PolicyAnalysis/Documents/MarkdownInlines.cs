using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PolicyAnalysis.Documents;

/// <summary>Reads the words of an inline tree as a reader sees them, each character with its place in the source; one loop over the nodes.</summary>
internal sealed class MarkdownInlines(string source)
{
    private readonly List<MarkdownLine> _lines = [];
    private MarkdownLine _line = new();
    private int _breaks;
    private bool _isNewLine;
    private int _emphasis;
    private string? _skipped;

    /// <summary>The lines of a paragraph: one, but for what hard breaks part as a page would.</summary>
    public static List<MarkdownLine> Read(ContainerInline? root, string source, bool keepsTogether = false)
    {
        var reader = new MarkdownInlines(source);
        if (root is not null)
            reader.Walk(root);
        reader.EndLine();
        if (!keepsTogether || reader._lines.Count < 2)
            return reader._lines;
        MarkdownLine whole = reader._lines[0];
        foreach (MarkdownLine line in reader._lines.Skip(1))
            whole.Add(line);
        return [whole];
    }

    private void Walk(ContainerInline root)
    {
        Inline? current = root.FirstChild;
        while (current is not null)
        {
            // What a script holds is no text, but emphasis that ends in it must have begun.
            if (_skipped is null || current is HtmlInline or EmphasisInline)
                Enter(current);
            bool isImage = current is LinkInline { IsImage: true };
            current = !isImage && current is ContainerInline { FirstChild: { } child } ? child : Next(current, root);
        }
    }

    private void Enter(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Append(literal.Content.AsSpan(), literal.Span);
                break;
            case CodeInline code:
                Append(code.Content, new SourceSpan(code.Span.Start + code.DelimiterCount, code.Span.End));
                break;
            case LineBreakInline { IsHard: true } end:
                Break(end.Span.Start);
                break;
            case LineBreakInline end:
                _isNewLine = true;
                _line.Text.Append(' ', Math.Max(0, end.Span.Start));
                break;
            case HtmlEntityInline entity:
                BeforeText(entity.Transcoded.AsSpan());
                _line.See(_emphasis > 0, entity.Transcoded.AsSpan());
                _line.Text.AppendAt(entity.Transcoded.AsSpan(), entity.Span.Start);
                break;
            case AutolinkInline link:
                Append(link.Url, new SourceSpan(link.Span.Start + 1, link.Span.End));
                _line.AddLink(_line.Text.Length - link.Url.Length, link.IsEmail ? "mailto:" + link.Url : link.Url);
                break;
            case HtmlInline html:
                EnterTag(html);
                break;
            case EmphasisInline { DelimiterCount: >= 2 }:
                _emphasis++;
                break;
            case LinkInline { IsImage: false, Url: { } url }:
                BeforeLink(inline);
                _line.OpenLink(url);
                break;
            case FootnoteLink { IsBackLink: false } mark:
                string number = mark.Footnote.Order.ToString(System.Globalization.CultureInfo.InvariantCulture);
                _line.Text.AppendAt(number, mark.Span.Start);
                _line.AddLink(_line.Text.Length - number.Length, "#" + FootnoteAnchor(mark.Footnote));
                break;
        }
    }

    /// <summary>The fragment by which a note is found from its mark.</summary>
    public static string FootnoteAnchor(Footnote note) => "fn:" + note.Order.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private Inline? Next(Inline inline, ContainerInline root)
    {
        Inline? walk = inline;
        Leave(walk);
        while (walk is not null && walk.NextSibling is null)
        {
            ContainerInline? parent = walk.Parent;
            if (parent is null || ReferenceEquals(parent, root))
                return null;
            Leave(parent);
            walk = parent;
        }

        return walk?.NextSibling;
    }

    private void Leave(Inline inline)
    {
        if (inline is EmphasisInline { DelimiterCount: >= 2 })
            _emphasis--;
        if (inline is LinkInline { IsImage: false })
            _line.CloseLink();
    }

    private void EnterTag(HtmlInline html)
    {
        if (html.Tag.Length < 2 || html.Tag[1] is '!' or '?')
            return;
        HtmlTag tag = HtmlTag.Read(html.Tag, 0);
        string name = tag.Name.ToString().ToLowerInvariant();
        if (_skipped is not null)
        {
            if (tag.IsEnd && name == _skipped)
                _skipped = null;
            return;
        }

        switch (name)
        {
            case "br":
                Break(html.Span.Start);
                break;
            case "a" when tag.IsEnd:
                _line.CloseLink();
                break;
            case "a":
                _line.ReadAnchors(html.Tag, tag.End);
                break;
            case "b" or "strong":
                _emphasis = Math.Max(0, _emphasis + (tag.IsEnd ? -1 : 1));
                break;
            case "script" or "style" or "template" or "title" when !tag.IsEnd:
                _skipped = name;
                break;
            default:
                if (HtmlElementName.TryFind(name, out HtmlElementName element) && element.PartsLines)
                    _line.Text.Append(' ', html.Span.Start);
                if (!tag.IsEnd)
                    _line.ReadAnchors(html.Tag, tag.End);
                break;
        }
    }

    private void Break(int offset)
    {
        _breaks++;
        _line.Text.Append(' ', Math.Max(0, offset));
    }

    /// <summary>A page begins a new paragraph after two breaks, and an item after one.</summary>
    private void BeforeText(ReadOnlySpan<char> text)
    {
        if (_isNewLine && !text.Trim().IsEmpty)
        {
            _isNewLine = false;
            if (EnumeratedLines.GoOn(_line.Text, text))
                EndLine();
        }

        if (_breaks > 0 && !text.Trim().IsEmpty)
        {
            if (_breaks > 1 || ListMark.Starts(text.TrimStart()))
                EndLine();
            _breaks = 0;
        }
    }

    /// <summary>Where a link begins a new line, the line begins before the link does.</summary>
    private void BeforeLink(Inline link)
    {
        if (link is ContainerInline { FirstChild: LiteralInline literal })
            BeforeText(literal.Content.AsSpan());
    }

    private void EndLine()
    {
        _line.Finish();
        if (_line.Text.Length > 0 || _line.Anchors.Count > 0)
            _lines.Add(_line);
        _line = new MarkdownLine();
    }

    /// <summary>Finds each character in its span: marks such as the backslash of an escape stand between.</summary>
    private void Append(ReadOnlySpan<char> text, SourceSpan span)
    {
        BeforeText(text);
        _line.See(_emphasis > 0, text);
        int position = Math.Clamp(span.Start, 0, source.Length);
        int end = Math.Min(source.Length, span.End + 1);
        foreach (char character in text)
        {
            int at = position;
            while (at < end && source[at] != character)
                at++;
            if (at < end)
                position = at;
            _line.Text.Append(character, Math.Min(position, Math.Max(0, source.Length - 1)));
            position += at < end ? 1 : 0;
        }
    }
}
