using System.Text;

namespace PolicyAnalysis.Reporting.Html;

/// <summary>Builds well-formed HTML: what is opened is closed, and every text and attribute is escaped.</summary>
/// <remarks>Not thread-safe; one for each report.</remarks>
internal sealed class HtmlText
{
    /// <summary>Elements of running text: no line break follows them.</summary>
    private static readonly HashSet<string> Phrasing = new(StringComparer.Ordinal) { "a", "abbr", "b", "code", "del", "em", "ins", "label", "rect", "small", "span", "strong", "title" };

    private readonly StringBuilder _text = new(64 * 1024);
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element; names and attribute names are ours, values may be anything.</summary>
    public HtmlText Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        _open.Push(name);
        return this;
    }

    /// <summary>Writes an element that has no content.</summary>
    public HtmlText Void(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        return this;
    }

    /// <summary>Writes an element with a text in it.</summary>
    public HtmlText Element(string name, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(name, attributes);
        Text(text);
        return Close();
    }

    /// <summary>Closes the element opened last.</summary>
    public HtmlText Close()
    {
        string name = _open.Pop();
        _text.Append("</").Append(name).Append('>');
        if (!Phrasing.Contains(name))
            _text.Append('\n');
        return this;
    }

    /// <summary>Writes a text, escaped.</summary>
    public HtmlText Text(string? text)
    {
        if (text is not null)
            Escape(text);
        return this;
    }

    /// <summary>Writes markup of our own as it is.</summary>
    public HtmlText Markup(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public override string ToString() => _open.Count == 0 ? _text.ToString() : throw new InvalidOperationException($"The element {_open.Peek()} is still open.");

    private void Start(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _text.Append('<').Append(name);
        foreach ((string attribute, string? value) in attributes)
        {
            if (value is null)
                continue;
            _text.Append(' ').Append(attribute).Append("=\"");
            Escape(value);
            _text.Append('"');
        }

        _text.Append('>');
    }

    private void Escape(ReadOnlySpan<char> text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            char unit = text[index];
            switch (unit)
            {
                case '&': _text.Append("&amp;"); break;
                case '<': _text.Append("&lt;"); break;
                case '>': _text.Append("&gt;"); break;
                case '"': _text.Append("&quot;"); break;
                case '\'': _text.Append("&#39;"); break;
                case '\r': _text.Append("&#13;"); break;
                case '\u00a0': _text.Append("&nbsp;"); break;
                case '\n' or '\t': _text.Append(unit); break;
                case < ' ' or '\u007f' or '\ufffe' or '\uffff': _text.Append('\ufffd'); break;
                default: _text.Append(Surrogates.IsLone(text, index) ? '\ufffd' : unit); break;
            }
        }
    }
}
