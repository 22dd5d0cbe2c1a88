using System.Buffers;

namespace PolicyAnalysis.Documents;

/// <summary>
/// Copies a page without what no reader sees, before it is parsed: scripts, styles, comments, drawings, and attributes that
/// nobody asks for. On real pages that is two thirds of the characters, and parsing costs more than anything else. The same
/// pass refuses what would not end.
/// </summary>
/// <remarks>Linear in the page. What is left out is only what the parser would build and the reader would throw away.</remarks>
internal sealed class HtmlReduction : IDisposable
{
    private readonly string _html;
    private readonly HtmlNestingGuard _guard;
    private readonly ClassVocabulary _vocabulary;
    private readonly char[] _kept;
    private int _length;
    private int _copied;
    private int _textStart;
    private bool _isAfterBlock = true;

    private HtmlReduction(string html, HtmlNestingGuard guard, ClassVocabulary vocabulary, char[] kept)
    {
        _html = html;
        _guard = guard;
        _vocabulary = vocabulary;
        _kept = kept;
    }

    /// <summary>What is left; valid until the reduction is disposed of.</summary>
    public ReadOnlyMemory<char> Kept => _kept.AsMemory(0, _length);

    /// <exception cref="PolicyReadException">The page has more elements than a limit.</exception>
    public static HtmlReduction Of(string html, string name, PolicyReadOptions options, ClassVocabulary vocabulary)
    {
        // The parser takes U+FFFF as the end of its input; in a page it would hide everything after it.
        html = html.Replace('\uFFFF', '\uFFFD');
        var reduction = new HtmlReduction(html, new HtmlNestingGuard(name, options), vocabulary, ArrayPool<char>.Shared.Rent(html.Length));
        try
        {
            reduction.Read();
            return reduction;
        }
        catch
        {
            reduction.Dispose();
            throw;
        }
    }

    public void Dispose() => ArrayPool<char>.Shared.Return(_kept);

    private void Read()
    {
        int position = 0;
        while (position >= 0 && (position = _html.IndexOf('<', position)) >= 0 && position + 1 < _html.Length)
        {
            HtmlTag tag = HtmlTag.Read(_html, position);
            if (tag.Name.IsEmpty)
            {
                if (tag.IsComment && !_html.AsSpan(position, tag.End - position).Contains("--!>", StringComparison.Ordinal))
                    DropMarkup(position, tag.End);
                position = tag.End;
            }
            else
            {
                position = tag.IsEnd ? ReadEndTag(position, tag) : ReadStartTag(position, tag);
            }
        }

        Drop(_html.Length, _html.Length);
    }

    private int ReadEndTag(int start, HtmlTag tag)
    {
        int end = HtmlAttributes.EndOf(_html, tag.End);
        EndText(start, _guard.Close(tag.Name, out bool closes).PartsLines && closes, end);
        return end;
    }

    /// <returns>The offset where reading goes on; -1 where the rest of the page holds no tags.</returns>
    private int ReadStartTag(int start, HtmlTag tag)
    {
        if (HtmlTag.Is(tag.Name, "svg") && EndOfDrawing(tag.End) is > 0 and var drawn)
        {
            DropMarkup(start, drawn);
            return drawn;
        }

        HtmlElementName element = _guard.Open(tag.Name, start);
        if (HtmlTag.Is(tag.Name, "link") || HtmlTag.Is(tag.Name, "meta"))
        {
            int behind = HtmlAttributes.EndOf(_html, tag.End);
            DropMarkup(start, behind);
            return behind;
        }

        bool isRaw = HtmlTag.HoldsRawText(tag.Name);
        if (isRaw && !HtmlTag.Is(tag.Name, "title") && !HtmlTag.Is(tag.Name, "textarea") && TryDropRaw(start, tag) is > 0 and var dropped)
            return dropped;
        EndText(start, element.PartsLines && (!element.IsOfTable || _guard.IsInTable), start);
        var attributes = new HtmlAttributes(_html, tag.End);
        while (attributes.MoveNext())
        {
            if (!IsRead(tag.Name, attributes.Name, attributes.Value))
                Drop(attributes.Start, attributes.Position);
        }

        int end = attributes.EndOfTag;
        if (isRaw && !(attributes.IsSelfClosing && _guard.IsInForeignContent))
            end = HtmlTag.EndOfRawText(_html, tag.Name, end);
        _textStart = end;
        return HtmlTag.Is(tag.Name, "plaintext") ? -1 : end;
    }

    /// <summary>Drops a script, a style or a frame with its text.</summary>
    /// <returns>The offset behind it; 0 where it is left for the parser.</returns>
    private int TryDropRaw(int start, HtmlTag tag)
    {
        var attributes = new HtmlAttributes(_html, tag.End);
        while (attributes.MoveNext())
        {
        }

        if (attributes.IsSelfClosing && _guard.IsInForeignContent)
            return 0;
        int close = HtmlTag.EndOfRawText(_html, tag.Name, attributes.EndOfTag);
        _guard.Close(tag.Name, out _);
        int after = close < _html.Length ? HtmlAttributes.EndOf(_html, close + 2 + tag.Name.Length) : close;
        DropMarkup(start, after);
        return after;
    }

    /// <summary>Drops what stands between two texts as if it were not there.</summary>
    private void DropMarkup(int start, int end)
    {
        bool isAfterBlock = _isAfterBlock && HtmlAttributes.IsSpace(_html.AsSpan(_textStart, start - _textStart));
        EndText(start, partsLines: false, end);
        _isAfterBlock = isAfterBlock;
        Drop(start, end);
    }

    /// <summary>Ends a text before a tag: of white space at its ends one sign is left, or none beside a block.</summary>
    private void EndText(int end, bool partsLines, int next)
    {
        int start = _textStart;
        int first = start;
        while (first < end && HtmlAttributes.IsSpace(_html[first]))
            first++;
        int kept = _isAfterBlock || (partsLines && first == end) ? 0 : 1;
        if (first - start > kept)
            Drop(start + kept, first);
        if (first < end)
        {
            int last = end;
            while (HtmlAttributes.IsSpace(_html[last - 1]))
                last--;
            kept = partsLines ? 0 : 1;
            if (end - last > kept)
                Drop(last + kept, end);
        }

        _isAfterBlock = partsLines;
        _textStart = next;
    }

    /// <summary>The end of a drawing that holds nothing but drawing; 0 where it holds what a page could hold as well.</summary>
    private int EndOfDrawing(int position)
    {
        var attributes = new HtmlAttributes(_html, position);
        while (attributes.MoveNext())
        {
        }

        position = attributes.EndOfTag;
        if (attributes.IsSelfClosing)
            return position;
        while ((position = _html.IndexOf('<', position)) >= 0 && position + 1 < _html.Length)
        {
            HtmlTag tag = HtmlTag.Read(_html, position);
            if (tag.IsComment)
            {
                position = tag.End;
                continue;
            }

            if (tag.Name.IsEmpty)
                return 0;
            position = HtmlAttributes.EndOf(_html, tag.End);
            if (tag.IsEnd && HtmlTag.Is(tag.Name, "svg"))
                return position;
            if (!Drawing.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tag.Name))
                return 0;
        }

        return 0;
    }

    /// <summary>Copies what stands before a part, and goes on behind it.</summary>
    private void Drop(int start, int end)
    {
        ReadOnlySpan<char> before = _html.AsSpan(_copied, start - _copied);
        before.CopyTo(_kept.AsSpan(_length));
        _length += before.Length;
        _copied = end;
    }

    private static readonly HashSet<string> Drawing = new(StringComparer.OrdinalIgnoreCase)
    {
        "path", "g", "circle", "ellipse", "rect", "line", "polyline", "polygon", "use", "defs", "title", "clippath", "mask", "symbol",
        "lineargradient", "radialgradient", "stop", "filter", "pattern", "animate", "animatetransform",
    };

    /// <summary>Whether the reader asks for an attribute, and its value says something.</summary>
    private bool IsRead(ReadOnlySpan<char> element, ReadOnlySpan<char> name, ReadOnlySpan<char> value) => name.Length switch
    {
        2 => HtmlTag.Is(name, "id"),
        3 => HtmlTag.Is(name, "alt"),
        4 => HtmlTag.Is(name, "href") || HtmlTag.Is(name, "role") || HtmlTag.Is(name, "lang") || (HtmlTag.Is(name, "name") && HtmlTag.Is(element, "a")) || (HtmlTag.Is(name, "open") && HtmlTag.Is(element, "dialog"))
            || (HtmlTag.Is(name, "type") && (HtmlTag.Is(element, "ol") || HtmlTag.Is(element, "li") || HtmlTag.Is(element, "input"))),
        5 => (HtmlTag.Is(name, "class") && (value.Contains('&') || _vocabulary.TraitsOf(value) != ElementTraits.None)) || (HtmlTag.Is(name, "style") && SaysHowItLooks(value))
            || HtmlTag.Is(name, "start") || HtmlTag.Is(name, "scope") || (HtmlTag.Is(name, "value") && HtmlTag.Is(element, "li")),
        6 => HtmlTag.Is(name, "hidden"),
        7 => HtmlTag.Is(name, "colspan") || HtmlTag.Is(name, "rowspan") || HtmlTag.Is(name, "popover"),
        8 => HtmlTag.Is(name, "reversed") || HtmlTag.Is(name, "xml:lang"),
        _ => name.StartsWith("aria-", StringComparison.OrdinalIgnoreCase) && IsReadState(name[5..]),
    };

    private static bool IsReadState(ReadOnlySpan<char> name) => name.Length switch
    {
        5 => HtmlTag.Is(name, "modal") || HtmlTag.Is(name, "level"),
        6 => HtmlTag.Is(name, "hidden"),
        8 => HtmlTag.Is(name, "expanded") || HtmlTag.Is(name, "controls"),
        10 => HtmlTag.Is(name, "labelledby"),
        _ => false,
    };

    private static bool SaysHowItLooks(ReadOnlySpan<char> style) => style.ContainsAny(Looks) || style.Contains('&');

    private static readonly SearchValues<string> Looks = SearchValues.Create(["display", "visibility", "bold", "list-style", "white-space"], StringComparison.OrdinalIgnoreCase);
}
