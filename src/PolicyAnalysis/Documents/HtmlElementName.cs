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

/// <summary>The name of an element as a number, with what its end tag does.</summary>
internal readonly record struct HtmlElementName(int Number, ElementKind Kind)
{
    private static readonly Dictionary<string, HtmlElementName> Known = MakeKnown();

    private static readonly Dictionary<ulong, HtmlElementName> Short = Known.Where(static pair => pair.Key.Length <= sizeof(ulong)).ToDictionary(static pair => Pack(pair.Key), static pair => pair.Value);

    /// <summary>How many names are known beforehand; others are numbered from here on.</summary>
    public static int KnownCount => Known.Count;

    /// <summary>Whether white space beside the element's tags is only how the source is laid out.</summary>
    public bool PartsLines { get; init; }

    /// <summary>Whether the start tag says something inside a table only.</summary>
    public bool IsOfTable { get; init; }

    public static HtmlElementName Table { get; } = Known["table"];

    public static HtmlElementName Svg { get; } = Known["svg"];

    public static HtmlElementName Math { get; } = Known["math"];

    public static bool TryFind(ReadOnlySpan<char> name, out HtmlElementName element) =>
        name.Length <= sizeof(ulong) ? Short.TryGetValue(Pack(name), out element) : Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out element);

    /// <summary>A short name in lower case as one number; 0, which is no name, where it holds what names of elements do not.</summary>
    private static ulong Pack(ReadOnlySpan<char> name)
    {
        ulong packed = 0;
        foreach (char character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character))
                return 0;
            packed = (packed << 8) | (uint)(character | 0x20);
        }

        return packed;
    }

    /// <summary>What the parser treats as a block although it stands in a line of text.</summary>
    private static bool RunsInLine(string name) => name is "html" or "head" or "body" or "rp" or "rt" or "svg" or "math" or "object" or "applet" or "button" or "select" or "template" or "marquee" or "option" or "optgroup";

    private static Dictionary<string, HtmlElementName> MakeKnown()
    {
        var known = new Dictionary<string, HtmlElementName>(StringComparer.OrdinalIgnoreCase);
        Add(ElementKind.Void, "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");
        Add(ElementKind.ClosedByOthers, "p", "li", "dt", "dd", "tr", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rp", "rt", "html", "head", "body");
        Add(ElementKind.Formatting, "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u");
        Add(ElementKind.Barrier, "table", "td", "th", "caption", "object", "applet", "marquee", "template", "svg", "math");
        Add(ElementKind.Block, "address", "article", "aside", "blockquote", "button", "center", "details", "dialog", "dir", "div", "dl", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "main", "menu", "nav", "ol", "pre", "section", "select", "summary", "ul");
        Add(ElementKind.Inline, "span", "label", "sup", "sub", "time", "abbr", "del", "ins", "q", "cite", "mark", "script", "style", "noscript", "title", "iframe", "textarea", "picture", "option");
        return known;

        void Add(ElementKind kind, params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
            {
                bool partsLines = kind is ElementKind.Block or ElementKind.ClosedByOthers or ElementKind.Barrier && !RunsInLine(name);
                known.TryAdd(name, new HtmlElementName(known.Count, kind)
                {
                    PartsLines = partsLines,
                    IsOfTable = name is "td" or "th" or "tr" or "thead" or "tbody" or "tfoot" or "caption" or "colgroup",
                });
            }
        }
    }
}
