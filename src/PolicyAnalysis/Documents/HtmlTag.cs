namespace PolicyAnalysis.Documents;

/// <summary>A tag of a source: what it is called and where its name ends.</summary>
internal readonly ref struct HtmlTag
{
    private HtmlTag(ReadOnlySpan<char> name, bool isEnd, bool isComment, int end)
    {
        Name = name;
        IsEnd = isEnd;
        IsComment = isComment;
        End = end;
    }

    /// <summary>The name as written; empty for a comment or a sign that begins no tag.</summary>
    public ReadOnlySpan<char> Name { get; }

    public bool IsEnd { get; }

    public bool IsComment { get; }

    /// <summary>The offset after the name; after the whole for what is no tag.</summary>
    public int End { get; }

    /// <summary>Reads the tag, comment or bare sign at a <c>&lt;</c>.</summary>
    public static HtmlTag Read(string html, int position)
    {
        int start = position + 1;
        if (html.AsSpan(start).StartsWith("!--"))
            return new HtmlTag([], false, true, After(html, "-->", start + 1));
        bool isEnd = start < html.Length && html[start] == '/';
        if (isEnd)
            start++;
        if (start >= html.Length || !char.IsAsciiLetter(html[start]))
            return new HtmlTag([], false, false, start < html.Length && html[start] is '!' or '?' ? After(html, ">", start) : Math.Min(start, html.Length));
        int end = start + 1;
        while (end < html.Length && html[end] is not ('>' or '/') && !HtmlAttributes.IsSpace(html[end]))
            end++;
        return new HtmlTag(html.AsSpan(start, end - start), isEnd, false, end);
    }

    /// <summary>Whether the tag begins text that the parser does not look into for tags.</summary>
    public static bool HoldsRawText(ReadOnlySpan<char> name) => name.Length is 3 or (>= 5 and <= 8) && (name[0] | 0x20) is 's' or 't' or 'i' or 'x' or 'n' && (
        Is(name, "script") || Is(name, "style") || Is(name, "textarea") || Is(name, "title") || Is(name, "iframe") || Is(name, "xmp") || Is(name, "noembed") || Is(name, "noframes"));

    public static bool Is(ReadOnlySpan<char> name, string wanted) => name.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    /// <summary>The offset of the end tag of raw text, or the end of the page.</summary>
    public static int EndOfRawText(string html, ReadOnlySpan<char> name, int position)
    {
        while (true)
        {
            int found = html.AsSpan(position).IndexOf("</", StringComparison.Ordinal);
            if (found < 0)
                return html.Length;
            position += found;
            int end = position + 2 + name.Length;
            if (end >= html.Length)
                return html.Length;
            if (name.Equals(html.AsSpan(position + 2, name.Length), StringComparison.OrdinalIgnoreCase) && (html[end] is '>' or '/' || HtmlAttributes.IsSpace(html[end])))
                return position;
            position += 2;
        }
    }

    private static int After(string html, string mark, int from)
    {
        int found = from >= html.Length ? -1 : html.IndexOf(mark, from, StringComparison.Ordinal);
        return found < 0 ? html.Length : found + mark.Length;
    }
}
