using System.Text;

namespace PolicyAnalysis.Reporting.Markdown;

/// <summary>Builds Markdown: every text that is not ours is escaped, so that it reads as it stands and marks nothing up.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder _text = new(32 * 1024);

    public MarkdownText Heading(int level, string text)
    {
        _text.Append('#', level).Append(' ').Append(Escape(text.ReplaceLineEndings(" "))).Append("\n\n");
        return this;
    }

    public MarkdownText Paragraph(string text)
    {
        _text.Append(Escape(text)).Append("\n\n");
        return this;
    }

    /// <summary>Markdown of our own, as it is, as a paragraph.</summary>
    public MarkdownText Raw(string markdown)
    {
        _text.Append(markdown).Append("\n\n");
        return this;
    }

    public MarkdownText List(string? title, IReadOnlyCollection<string> items)
    {
        if (items.Count == 0)
            return this;

        if (title is not null)
            Raw($"**{Escape(title)}**");
        foreach (string item in items)
            _text.Append("- ").Append(Escape(item.ReplaceLineEndings(" "))).Append('\n');
        _text.Append('\n');
        return this;
    }

    /// <summary>A quote; marked parts are set in <paramref name="tag"/>.</summary>
    public MarkdownText Quote(string text, string tag = "", IEnumerable<TextRange>? marks = null)
    {
        var quote = new StringBuilder();
        int done = 0;
        foreach (TextRange mark in marks ?? [])
        {
            quote.Append(Escape(text[done..mark.Start])).Append('<').Append(tag).Append('>').Append(Escape(mark.Of(text))).Append("</").Append(tag).Append('>');
            done = mark.End;
        }

        quote.Append(Escape(text[done..]));

        // Two spaces before the end keep the line breaks of a list or a table row.
        _text.Append("> ").Append(quote.Replace("\n", "  \n> ")).Append("\n\n");
        return this;
    }

    public MarkdownText Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        Row(header);
        Row([.. header.Select(_ => "---")], escape: false);
        foreach (IReadOnlyList<string> row in rows)
            Row(row);
        _text.Append('\n');
        return this;
    }

    /// <summary>The facts that close every report.</summary>
    public MarkdownText Proof(IReadOnlyList<(string Title, PolicyDocument Document)> sources, AnalysisVersions versions, DateOnly? asOf, string disclaimer)
    {
        Heading(2, "Sources and method");
        foreach ((string title, PolicyDocument document) in sources)
            Table([title, ""], ReportFacts.Source(document).Select(fact => (IReadOnlyList<string>)[fact.Name, fact.Value]));
        Table(["Made with", ""], ReportFacts.Versions(versions, asOf).Select(fact => (IReadOnlyList<string>)[fact.Name, fact.Value]));
        Raw($"How every statement comes about: [the method]({PolicyDisclaimer.MethodAddress}).");
        return Paragraph(disclaimer);
    }

    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

    /// <summary>The text with every character that could mean something set off by a backslash.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        bool isLineStart = true;
        for (int index = 0; index < text.Length; index++)
        {
            char unit = text[index];
            bool isMeant = unit is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '&' or '$'
                || (isLineStart && unit is '+' or '-' or '=' or ':')
                || (unit is '.' or ')' && index > 0 && char.IsAsciiDigit(text[index - 1]) && IsListNumber(text, index));
            if (isMeant)
                escaped.Append('\\');
            escaped.Append(unit is (< ' ' and not '\n' and not '\t') or '\u007f' ? '\ufffd' : unit);
            isLineStart = unit == '\n' || (isLineStart && unit is ' ' or '\t');
        }

        return escaped.ToString();
    }

    private static bool IsListNumber(string text, int end)
    {
        int start = end;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
            start--;
        return start == 0 || text[start - 1] == '\n';
    }

    private void Row(IReadOnlyList<string> cells, bool escape = true)
    {
        _text.Append('|');
        foreach (string cell in cells)
            _text.Append(' ').Append(escape ? Escape(cell.ReplaceLineEndings(" ")) : cell).Append(" |");
        _text.Append('\n');
    }
}
