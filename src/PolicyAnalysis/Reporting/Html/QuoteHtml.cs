using System.Globalization;

namespace PolicyAnalysis.Reporting.Html;

/// <summary>Quotes in HTML: the text of the element is the slice of the canonical text, unit by unit.</summary>
internal static class QuoteHtml
{
    public static void Write(HtmlText html, Quote quote, PolicyDocument document)
    {
        Open(html, quote.Range, document);
        html.Text(quote.Text);
        html.Close();
    }

    /// <summary>One side of a change with the edited words marked.</summary>
    public static void WriteSide(HtmlText html, ChangeSide side, IReadOnlyList<TextEdit> edits, PolicyDocument document, bool isBefore)
    {
        Open(html, side.Range, document);
        int done = 0;
        foreach (TextRange mark in EditMarks.Of(side, edits, isBefore))
        {
            html.Text(side.Text[done..mark.Start]);
            html.Element(isBefore ? "del" : "ins", mark.Of(side.Text));
            done = mark.End;
        }

        html.Text(side.Text[done..]);
        html.Close();
    }

    private static void Open(HtmlText html, TextRange range, PolicyDocument document) => html.Open(
        "blockquote",
        ("class", "quote"),
        ("lang", ReportFacts.ForeignLanguage(document)),
        ("dir", "auto"),
        ("data-start", range.Start.ToString(CultureInfo.InvariantCulture)),
        ("data-end", range.End.ToString(CultureInfo.InvariantCulture)));
}
