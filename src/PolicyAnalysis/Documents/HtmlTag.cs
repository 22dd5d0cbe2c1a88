namespace PolicyAnalysis.Documents;

/// <summary>What the end tag of an element does in the parser.</summary>
internal enum ElementKind
{
    /// <summary>Closes through inline elements only.</summary>
    Inline,

    /// <summary>Closes through everything but a barrier.</summary>
    Block,

    /// <summary>A block that other end tags do not pass.</summary>
    Barrier,

    /// <summary>Formatting, which survives the end of the block around it.</summary>
    Formatting,

    /// <summary>An element whose end tag real pages leave out; it does not nest by itself.</summary>
    ClosedByOthers,

    /// <summary>An element without content.</summary>
    Void,
}

/// <summary>A tag of a source: where it ends and what it is called.</summary>
internal readonly ref struct HtmlTag
{
    private static readonly Dictionary<string, ElementKind> Kinds = MakeKinds();

    private HtmlTag(ReadOnlySpan<char> name, bool isEnd, int end)
    {
        Name = name;
        IsEnd = isEnd;
        End = end;
    }

    /// <summary>The name as written; empty for a comment or a sign that begins no tag.</summary>
    public ReadOnlySpan<char> Name { get; }

    public bool IsEnd { get; }

    /// <summary>The offset after the tag.</summary>
    public int End { get; }

    /// <summary>Reads the tag, comment or bare sign at a <c>&lt;</c>.</summary>
    public static HtmlTag Read(string html, int position)
    {
        int start = position + 1;
        if (html.AsSpan(start).StartsWith("!--"))
            return new HtmlTag([], false, After(html, "-->", start + 1));
        bool isEnd = start < html.Length && html[start] == '/';
        if (isEnd)
            start++;
        if (start >= html.Length || !char.IsAsciiLetter(html[start]))
            return new HtmlTag([], false, start < html.Length && html[start] is '!' or '?' ? After(html, ">", start) : Math.Min(start, html.Length));
        int end = start + 1;
        while (end < html.Length && html[end] is not ('>' or '/') && !char.IsWhiteSpace(html[end]))
            end++;
        return new HtmlTag(html.AsSpan(start, end - start), isEnd, EndOfTag(html, end));
    }

    /// <summary>The offset where parsing goes on: behind the raw text of a script or style, or right after the tag.</summary>
    public static int SkipRawText(string html, HtmlTag tag)
    {
        foreach (string raw in (ReadOnlySpan<string>)["script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes"])
        {
            if (tag.Name.Equals(raw, StringComparison.OrdinalIgnoreCase))
            {
                int close = html.IndexOf("</" + raw, tag.End, StringComparison.OrdinalIgnoreCase);
                return close < 0 ? html.Length : close;
            }
        }

        return tag.End;
    }

    public static ElementKind KindOf(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[16];
        if (name.Length > lower.Length)
            return ElementKind.Inline;
        int length = name.ToLowerInvariant(lower);
        return Kinds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower[..length], out ElementKind kind) ? kind : ElementKind.Inline;
    }

    /// <summary>Past the attributes as the tokenizer reads them: a closing sign inside a quoted value does not close.</summary>
    private static int EndOfTag(string html, int position)
    {
        while (position < html.Length && html[position] != '>')
        {
            if (html[position] == '/' || char.IsWhiteSpace(html[position]))
            {
                position++;
                continue;
            }

            // An equals sign where a name is expected is part of the name.
            position++;
            while (position < html.Length && html[position] is not ('>' or '/' or '=') && !char.IsWhiteSpace(html[position]))
                position++;
            int sign = SkipSpace(html, position);
            if (sign < html.Length && html[sign] == '=')
                position = EndOfValue(html, SkipSpace(html, sign + 1));
        }

        return Math.Min(html.Length, position + 1);
    }

    private static int EndOfValue(string html, int position)
    {
        if (position < html.Length && html[position] is '"' or '\'')
        {
            int close = html.IndexOf(html[position], position + 1);
            return close < 0 ? html.Length : close + 1;
        }

        while (position < html.Length && html[position] != '>' && !char.IsWhiteSpace(html[position]))
            position++;
        return position;
    }

    private static int SkipSpace(string html, int position)
    {
        while (position < html.Length && char.IsWhiteSpace(html[position]))
            position++;
        return position;
    }

    private static int After(string html, string mark, int from)
    {
        int found = from >= html.Length ? -1 : html.IndexOf(mark, from, StringComparison.Ordinal);
        return found < 0 ? html.Length : found + mark.Length;
    }

    private static Dictionary<string, ElementKind> MakeKinds()
    {
        var kinds = new Dictionary<string, ElementKind>(StringComparer.Ordinal);
        Add(ElementKind.Void, "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");
        Add(ElementKind.ClosedByOthers, "p", "li", "dt", "dd", "tr", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rp", "rt", "html", "head", "body");
        Add(ElementKind.Formatting, "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u");
        Add(ElementKind.Barrier, "table", "td", "th", "caption", "object", "applet", "marquee", "template", "svg", "math");
        Add(ElementKind.Block, "address", "article", "aside", "blockquote", "button", "center", "details", "dialog", "dir", "div", "dl", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "main", "menu", "nav", "ol", "pre", "section", "select", "summary", "ul");
        return kinds;

        void Add(ElementKind kind, params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
                kinds[name] = kind;
        }
    }
}
