using System.Globalization;

namespace PolicyAnalysis.Reporting.Html;

/// <summary>Quotes in HTML: the text of the element is the slice of the canonical text, unit by unit.</summary>
internal static class QuoteHtml
{
    public static void Write(HtmlText html, Quote quote)
    {
        Open(html, quote.Range, "quote");
        html.Text(quote.Text);
        html.Close();
    }

    /// <summary>One side of a change with the edited words marked.</summary>
    public static void WriteSide(HtmlText html, ChangeSide side, IReadOnlyList<TextEdit> edits, bool isBefore)
    {
        Open(html, side.Range, "quote");
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

    private static void Open(HtmlText html, TextRange range, string name) => html.Open(
        "blockquote",
        ("class", name),
        ("dir", "auto"),
        ("data-start", range.Start.ToString(CultureInfo.InvariantCulture)),
        ("data-end", range.End.ToString(CultureInfo.InvariantCulture)));
}
