namespace PolicyAnalysis.Documents;

/// <summary>Walks over the attributes of a tag as the tokenizer reads them: a closing sign inside a quoted value does not close.</summary>
internal ref struct HtmlAttributes(string html, int position)
{
    private readonly string _html = html;

    /// <summary>Where the walk stands; after the last attribute, at the closing sign or the end of the page.</summary>
    public int Position { get; private set; } = position;

    /// <summary>Where the name of the attribute begins.</summary>
    public int Start { get; private set; }

    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>The value as written, without its quotes; empty where there is none.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>Where the value begins.</summary>
    public int ValueStart { get; private set; }

    /// <summary>Whether a slash stands right before the closing sign.</summary>
    public bool IsSelfClosing { get; private set; }

    /// <summary>The offset after the tag.</summary>
    public readonly int EndOfTag => Math.Min(_html.Length, Position + 1);

    public static bool IsSpace(char character) => character is ' ' or '\n' or '\t' or '\r' or '\f';

    public static bool IsSpace(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(" \n\t\r\f") < 0;

    /// <summary>The offset after a tag whose name ends at a position.</summary>
    public static int EndOf(string html, int position)
    {
        var attributes = new HtmlAttributes(html, position);
        while (attributes.MoveNext())
        {
        }

        return attributes.EndOfTag;
    }

    public bool MoveNext()
    {
        int at = Position;
        IsSelfClosing = false;
        while (at < _html.Length && (_html[at] == '/' || IsSpace(_html[at])))
            IsSelfClosing = _html[at++] == '/';
        Position = at;
        if (at >= _html.Length || _html[at] == '>')
            return false;

        // An equals sign where a name is expected is part of the name.
        Start = at++;
        while (at < _html.Length && _html[at] is not ('>' or '/' or '=') && !IsSpace(_html[at]))
            at++;
        Name = _html.AsSpan(Start, at - Start);
        int sign = SkipSpace(at);
        if (sign < _html.Length && _html[sign] == '=')
        {
            sign = SkipSpace(sign + 1);
            Position = EndOfValue(sign);
            bool isQuoted = sign < _html.Length && _html[sign] is '"' or '\'';
            ValueStart = isQuoted ? sign + 1 : sign;
            Value = isQuoted ? _html.AsSpan(sign + 1, Math.Max(0, Position - sign - 2)) : _html.AsSpan(sign, Position - sign);
            return true;
        }

        Position = at;
        Value = [];
        return true;
    }

    private readonly int EndOfValue(int at)
    {
        if (at < _html.Length && _html[at] is '"' or '\'')
        {
            int close = _html.IndexOf(_html[at], at + 1);
            return close < 0 ? _html.Length : close + 1;
        }

        while (at < _html.Length && _html[at] != '>' && !IsSpace(_html[at]))
            at++;
        return at;
    }

    private readonly int SkipSpace(int at)
    {
        while (at < _html.Length && IsSpace(_html[at]))
            at++;
        return at;
    }
}
