using System.Globalization;
using System.Net;

namespace PolicyAnalysis.Documents;

/// <summary>
/// Reads the HTML blocks of Markdown in one pass over their tags. What a block opens may be closed by a later one, with Markdown
/// between, so lists and tables stay open over the blocks of a document.
/// </summary>
internal sealed class MarkdownHtml(MarkdownBlockWriter writer)
{
    private const int DeepestList = 32;

    private readonly Stack<(int Index, string Type, int Next)> _lists = new();
    private MarkdownHtmlTable? _table;
    private MarkdownLine _line = new();
    private DocumentBlockKind _kind = DocumentBlockKind.Paragraph;
    private int _headingLevel;
    private string? _marker;
    private int _emphasis;
    private int _quotes;
    private int _breaks;
    private string _html = string.Empty;
    private int[] _offsets = [];

    public void Write(string html, int[] offsets, MarkdownContext context)
    {
        (_html, _offsets) = (html, offsets);
        int position = 0;
        while (position < html.Length)
        {
            if (html[position] != '<')
            {
                position = AppendCharacter(position, context);
                continue;
            }

            HtmlTag tag = HtmlTag.Read(html, position);
            if (tag.Name.IsEmpty)
            {
                if (tag.End == position + 1)
                    Append("<", position, context);
                position = tag.End;
                continue;
            }

            int end = HtmlAttributes.EndOf(html, tag.End);
            if (!tag.IsEnd && (HtmlTag.HoldsRawText(tag.Name) || HtmlTag.Is(tag.Name, "template") || HtmlTag.Is(tag.Name, "noscript") || HtmlTag.Is(tag.Name, "svg")))
            {
                position = HtmlTag.EndOfRawText(html, tag.Name, end);
                continue;
            }

            Read(tag, position, context);
            position = end;
        }

        Flush(context);
    }

    private void Read(HtmlTag tag, int position, MarkdownContext context)
    {
        string name = tag.Name.ToString().ToLowerInvariant();
        switch (name)
        {
            case "br":
                _breaks++;
                _line.Text.Append(' ', _offsets[position]);
                return;
            case "a" when tag.IsEnd:
                _line.CloseLink();
                return;
            case "b" or "strong":
                _emphasis = Math.Max(0, _emphasis + (tag.IsEnd ? -1 : 1));
                return;
        }

        if (HtmlElementName.TryFind(name, out HtmlElementName element) && element.PartsLines)
            Part(name, tag, position, context);
        if (!tag.IsEnd)
            _line.ReadAnchors(_html, tag.End);
    }

    private void Part(string name, HtmlTag tag, int position, MarkdownContext context)
    {
        if (_table is not null && name is not ("table" or "tr" or "td" or "th" or "thead" or "tbody" or "tfoot"))
        {
            _line.Text.Append(' ', _offsets[position]);
            return;
        }

        Flush(context);
        switch (name)
        {
            case ['h', >= '1' and <= '6']:
                (_kind, _headingLevel) = tag.IsEnd ? (DocumentBlockKind.Paragraph, 0) : (DocumentBlockKind.Heading, name[1] - '0');
                break;
            case "summary":
                (_kind, _headingLevel) = tag.IsEnd ? (DocumentBlockKind.Paragraph, 0) : (DocumentBlockKind.Heading, 0);
                break;
            case "dt" or "dd" or "pre":
                _kind = tag.IsEnd ? DocumentBlockKind.Paragraph : name switch { "dt" => DocumentBlockKind.DefinitionTerm, "dd" => DocumentBlockKind.DefinitionDescription, _ => DocumentBlockKind.Preformatted };
                break;
            case "blockquote":
                _quotes = Math.Max(0, _quotes + (tag.IsEnd ? -1 : 1));
                break;
            case "ul" or "ol" or "menu" when tag.IsEnd:
                _lists.TryPop(out _);
                break;
            case "ul" or "ol" or "menu" when _lists.Count < DeepestList:
                _lists.Push((writer.NextList(), name == "ol" ? AttributeOf(tag.End, "type") ?? "1" : string.Empty, NumberOf(tag.End, "start") ?? 1));
                break;
            case "li" when !tag.IsEnd:
                EnterItem(NumberOf(tag.End, "value"));
                break;
            case "table" or "tr" or "td" or "th":
                Table(name, tag);
                break;
        }
    }

    private void Table(string name, HtmlTag tag)
    {
        if (name == "table" && tag.IsEnd)
        {
            _table?.Write(writer);
            _table = null;
            return;
        }

        if (tag.IsEnd)
            return;
        if (name == "table")
            _table ??= new MarkdownHtmlTable();
        else if (name == "tr")
            _table?.AddRow();
        else
            _table?.AddCell(name == "th", NumberOf(tag.End, "colspan") ?? 1);
    }

    private void EnterItem(int? value)
    {
        if (!_lists.TryPop(out (int Index, string Type, int Next) list))
        {
            _marker = "•";
            return;
        }

        int number = value ?? list.Next;
        _marker = list.Type.Length == 0 ? "•" : ListNumbering.Format(list.Type, number) + ".";
        _lists.Push(list with { Next = number + 1 });
    }

    private void Flush(MarkdownContext context)
    {
        _breaks = 0;
        _line.Finish();
        MarkdownLine line = _line;
        _line = new MarkdownLine();
        if (_table is not null)
        {
            _table.Append(line);
            return;
        }

        if (line.Text.Length == 0)
        {
            writer.AddAnchors(line.Anchors);
            return;
        }

        if (_kind == DocumentBlockKind.Heading)
        {
            bool isDisclosure = _headingLevel == 0;
            writer.AddHeading(line, isDisclosure ? Math.Min(6, writer.LastHeadingLevel + 1) : _headingLevel, isDisclosure ? HeadingOrigin.Disclosure : HeadingOrigin.Markup);
        }
        else if (_lists.Count > 0)
        {
            writer.WriteLine(line, context with { ListDepth = context.ListDepth + _lists.Count, ListIndex = _lists.Peek().Index, Marker = _marker is { } marker ? new MarkdownMarker(marker) : null });
            _marker = null;
        }
        else if (_kind == DocumentBlockKind.Paragraph)
        {
            writer.WriteLine(line, _quotes > 0 ? context with { IsQuote = true } : context);
        }
        else
        {
            writer.AddAnchors(line.Anchors);
            writer.Add(line.Text, _kind, line.Links);
        }
    }

    private int AppendCharacter(int position, MarkdownContext context)
    {
        int end = _html[position] == '&' ? _html.IndexOf(';', position, Math.Min(32, _html.Length - position)) : -1;
        if (end < 0)
        {
            Append(_html.AsSpan(position, 1), position, context);
            return position + 1;
        }

        string decoded = WebUtility.HtmlDecode(_html[position..(end + 1)]);
        if (decoded.Length == end + 1 - position)
        {
            Append("&", position, context);
            return position + 1;
        }

        Append(decoded, position, context);
        return end + 1;
    }

    private void Append(ReadOnlySpan<char> text, int position, MarkdownContext context)
    {
        if (!text.Trim().IsEmpty)
        {
            if (_breaks > 1 && _table is null)
                Flush(context);
            _breaks = 0;
        }

        _line.See(_emphasis > 0, text);
        _line.Text.AppendAt(text, _offsets[position]);
    }

    private string? AttributeOf(int position, string name)
    {
        var attributes = new HtmlAttributes(_html, position);
        while (attributes.MoveNext())
        {
            if (HtmlTag.Is(attributes.Name, name))
                return attributes.Value.ToString();
        }

        return null;
    }

    private int? NumberOf(int position, string name) =>
        int.TryParse(AttributeOf(position, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number is > -1_000_000 and < 1_000_000 ? number : null;
}
