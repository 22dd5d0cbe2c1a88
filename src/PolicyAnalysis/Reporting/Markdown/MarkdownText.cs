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
        foreach (TextRange mark in (marks ?? []).SelectMany(mark => Lines(text, mark)))
        {
            quote.Append(EscapePart(text, new TextRange(done, mark.Start))).Append('<').Append(tag).Append('>').Append(EscapePart(text, mark)).Append("</").Append(tag).Append('>');
            done = mark.End;
        }

        quote.Append(EscapePart(text, new TextRange(done, text.Length)));

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
        {
            Table([title, ""], ReportFacts.Source(document).Select(fact => (IReadOnlyList<string>)[fact.Name, fact.Value]));
            List("Remarks on reading it", [.. document.Diagnostics.Select(diagnostic => diagnostic.Message)]);
        }

        Table(["Made with", ""], ReportFacts.Versions(versions, asOf).Select(fact => (IReadOnlyList<string>)[fact.Name, fact.Value]));
        Raw($"How every statement comes about: [the method]({PolicyDisclaimer.MethodAddress}).");
        return Paragraph(disclaimer);
    }

    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

    /// <summary>The text with every character that could mean something set off by a backslash.</summary>
    internal static string Escape(string text) => EscapePart(text, new TextRange(0, text.Length));

    private static string EscapePart(string text, TextRange part)
    {
        var escaped = new StringBuilder(part.Length + 16);
        bool isLineStart = text.AsSpan(0, part.Start).TrimEnd(" \t") is [] or [.., '\n'];
        for (int index = part.Start; index < part.End; index++)
        {
            char unit = text[index];

            // Spaces at the start of a line would make code of it or vanish; written as references they stay.
            if (isLineStart && unit is ' ' or '\t')
            {
                escaped.Append(unit == ' ' ? "&#32;" : "&#9;");
                continue;
            }

            bool isMeant = unit is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '&' or '$'
                || (isLineStart && unit is '+' or '-' or '=' or ':')
                || (unit is '.' or ')' && index > 0 && char.IsAsciiDigit(text[index - 1]) && IsListNumber(text, index));
            if (isMeant)
                escaped.Append('\\');
            if (Surrogates.IsLone(text, index))
                unit = '\ufffd';
            escaped.Append(unit is (< ' ' and not '\n' and not '\t') or '\u007f' or '\ufffe' or '\uffff' ? '\ufffd' : unit);
            isLineStart = unit == '\n';
        }

        return escaped.ToString();
    }

    /// <summary>The lines of a marked part: a tag that spans lines would end with its paragraph.</summary>
    private static IEnumerable<TextRange> Lines(string text, TextRange mark)
    {
        int start = mark.Start;
        while (start < mark.End)
        {
            int end = text.IndexOf('\n', start, mark.End - start);
            if (end < 0)
                end = mark.End;
            if (end > start)
                yield return new TextRange(start, end);
            start = end + 1;
        }
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
