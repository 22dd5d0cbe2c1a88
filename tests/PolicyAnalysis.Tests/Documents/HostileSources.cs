using System.Globalization;
using System.Text;

namespace PolicyAnalysis.Tests.Documents;

/// <summary>A source made to break a reader, of any size.</summary>
/// <param name="Name">What it is.</param>
/// <param name="MediaType">How it is read.</param>
/// <param name="Make">Makes it, of about so many characters.</param>
internal sealed record HostileSource(string Name, PolicyMediaType MediaType, Func<int, string> Make)
{
    public override string ToString() => Name;
}

/// <summary>
/// The shapes of hostile sources: what nests, repeats, never ends, points everywhere or cannot be drawn. Tests read them small,
/// the benchmark at the size of its limit.
/// </summary>
internal static class HostileSources
{
    private const string Sentence = "We keep the plan of your garden for as long as your account is open, and not a day more. ";

    public static IReadOnlyList<HostileSource> All { get; } =
    [
        // Nesting.
        Repeated("nested blocks", "<div>"),
        Repeated("nested blocks with words", "<div>plan "),
        Balanced("nested blocks that close", "<div>", "</div>"),
        Balanced("nested inline elements that close", "<span>", "</span>"),
        Repeated("nested inline elements", "<span>plan "),
        Repeated("nested formatting", "<b><i><u>"),
        Balanced("nested formatting that closes", "<b><i>", "</i></b>"),
        Numbered("formatting that every block reopens", "<b id={0}><p>plan"),
        Repeated("formatting closed out of order", "<b><i>plan</b></i>"),
        Repeated("links within links", "<a href=/x>plan<p>"),
        Repeated("unclosed paragraphs, items, cells and headings", "<p><li><td><h2>plan"),
        Repeated("lists within lists", "<ul><li>plan"),
        Balanced("lists within lists that close", "<ol><li>plan", "</ol>"),
        Repeated("definition lists within each other", "<dl><dt>plan<dd>"),
        Repeated("tables within tables", "<table><tr><td>plan"),
        Repeated("forms within forms", "<form><fieldset>plan"),
        Repeated("headings within headings", "<h1><h2>plan"),
        Repeated("disclosures within disclosures", "<details><summary>plan</summary>"),
        Repeated("selects and options", "<select><option>plan<optgroup>"),
        Repeated("templates", "<template><p>plan"),
        Repeated("drawings", "<svg><g><foreignObject><p>plan"),
        Repeated("formulas", "<math><mi>plan<mtext><p>"),
        Repeated("objects", "<object><p>plan"),
        Repeated("ruby", "<ruby>plan<rt>"),
        Repeated("frames", "<frameset><frame>"),
        Repeated("quotations", "<blockquote>plan<q>"),
        Repeated("buttons", "<button>plan"),
        Repeated("elements of unknown names", "<x-y>plan"),
        Numbered("elements of ever new names", "<x{0}>plan</x{0}>"),

        // Numbers.
        Repeated("tiny elements", "<i></i>"),
        Repeated("tiny paragraphs", "<p>a"),
        Repeated("tiny blocks that close", "<div>a</div>"),
        Repeated("line breaks", "a<br>"),
        Repeated("rules", "<hr>a"),
        Repeated("items", "<li>plan"),
        Repeated("headings", "<h2>Plan</h2>"),
        Repeated("titles of policies", "<h2>Privacy Policy</h2><h2>Terms of Service</h2>"),
        Repeated("images", "<img alt='We keep your plan. '>"),
        Repeated("controls", "<input><button>plan</button>"),
        Repeated("end tags", "</p></div></b>"),
        Repeated("end tags that open something", "</p></br>"),
        Wrapped("cells of one row", "<table><tr>", "<td>a"),
        Wrapped("rows of one cell", "<table>", "<tr><td>a"),
        Wrapped("rows of two cells", "<table><tr><th>Data<th>Kept", "<tr><td>plan<td>year"),
        Wrapped("cells over many rows and columns", "<table>", "<tr><td colspan=1000 rowspan=65534>a"),
        Wrapped("text in a table", "<table>", "plan<tr>"),
        Wrapped("items of a reversed list", "<ol reversed type=i start=3999>", "<li>plan"),
        Wrapped("options of a select", "<select>", "<option>plan"),
        Repeated("the same sentence", "<p>" + Sentence),
        Repeated("the same long block", "<div><h3>Plan</h3><p>" + Sentence + Sentence + Sentence + Sentence + Sentence + Sentence + Sentence + "</div>"),
        Numbered("different sentences", "<p>{0} " + Sentence),
        Repeated("dates", "<p>Last updated: 4 May 2026. "),
        Repeated("half a date", "<p>Last updated 4 May "),
        Repeated("regions", "<p>This notice is for users in California. "),

        // What points elsewhere.
        Numbered("links to every place", "<a href=#s{0}>plan {0}</a><div id=s{0}>plan {0}</div>"),
        Repeated("links to one place", "<a href=#top>plan</a>"),
        Repeated("ids that are all one", "<p id=top>plan"),
        Numbered("footnotes", "<sup><a href=#n{0}>1</a></sup><p id=n{0}>plan"),
        Repeated("footnotes of one id", "<sup><a href=#n>1</a></sup><p id=n>plan"),
        Numbered("controls of hidden panels", "<a aria-controls='p{0} q{0}'>plan</a><div id=p{0} hidden>" + Sentence + "</div>"),
        Repeated("hidden panels", "<div hidden class=panel><h1>plan</h1>" + Sentence + "</div>"),
        Repeated("names of furniture", "<div class='nav menu cookie share modal'><a href=/>plan</a></div>"),
        Repeated("dialogs", "<div role=dialog><button>plan</button>" + Sentence + "</div>"),

        // Attributes.
        Wrapped("an attribute that fills the page", "<p title='", "plan "),
        Wrapped("an alternative that fills the page", "<h1><img alt='", "plan. "),
        Wrapped("a class of many words", "<p class='", "plan-nav "),
        Wrapped("a style that fills the page", "<p style='", "display:block;"),
        Wrapped("a label that points to many", "<p aria-controls='", "plan "),
        Wrapped("a link that fills the page", "<a href='", "plan/../"),
        Numbered("ever new attributes of one element", "a{0} ", "<p "),
        Wrapped("the same attribute again", "<p ", "class=nav "),
        Wrapped("signs of attributes", "<p ", "= ' \" / "),
        Numbered("ever new classes", "<p class='k{0} nav'>plan"),

        // What never ends, and what is no text.
        Wrapped("one text", "<p>", Sentence),
        Wrapped("one word", "<p>", "plan"),
        Wrapped("one line of filler", "<div><p>plan</p></div><div>", "word word plan "),
        Repeated("white space", " \t\n\u00A0"),
        Wrapped("preformatted lines", "<pre>", "plan\n"),
        Wrapped("plain text to the end", "<p>plan<plaintext>", "<p>plan"),
        Wrapped("a script that never ends", "<p>plan<script>", "<!-- plan "),
        Wrapped("a style that never ends", "<p>plan<style>", "plan{} "),
        Wrapped("a title that never ends", "<title>", "plan "),
        Wrapped("a comment that never ends", "<p>plan<!--", "-- plan "),
        Repeated("comments", "a<!---->"),
        Repeated("comments that end oddly", "<!-->a<!--->"),
        Repeated("declarations", "<!doctype html>a<?plan?>"),
        Repeated("signs that open nothing", "<"),
        Repeated("signs that open an end", "</"),
        Wrapped("a tag that never ends", "<p>plan<p ", "x"),
        Repeated("references", "&amp;&lt;&copy;"),
        Repeated("references without an end", "&copy&amp&#x26&#38"),
        Repeated("references to nothing", "&plan;&#xD800;&#99999999;"),
        Wrapped("one reference that never ends", "<p>&#", "9"),
        Repeated("lone surrogates", "\uD800plan\uDC00 "),
        Repeated("pictures joined to pictures", "\uD83D\uDC68\u200D"),
        Repeated("marks upon marks", "\u0301\u0302"),
        Repeated("invisible signs", "\u200B\u00AD\uFEFFa"),
        Repeated("signs that turn the text", "\u202E plan \u202C"),
        Repeated("the end of the parser's input", "plan\uFFFF"),
        Repeated("null signs", "\0"),
        Repeated("null signs between words", "<p>" + Sentence + Sentence + Sentence + "\0"),

        // Markdown.
        Text("Markdown: quotations within quotations", PolicyMediaType.Markdown, "> "),
        Text("Markdown: items within items", PolicyMediaType.Markdown, "- "),
        Text("Markdown: opening brackets", PolicyMediaType.Markdown, "["),
        Text("Markdown: links that do not close", PolicyMediaType.Markdown, "[plan]("),
        Text("Markdown: emphasis that does not close", PolicyMediaType.Markdown, "*a _b "),
        Text("Markdown: code that does not close", PolicyMediaType.Markdown, "`a ``b "),
        Text("Markdown: cells", PolicyMediaType.Markdown, "|a"),
        Text("Markdown: rows", PolicyMediaType.Markdown, "|a|b|\n|-|-|\n|plan|year|\n"),
        Text("Markdown: headings", PolicyMediaType.Markdown, "# Plan\n"),
        Text("Markdown: underlined headings", PolicyMediaType.Markdown, "Plan\n====\n"),
        Text("Markdown: definitions of links", PolicyMediaType.Markdown, "[plan]: /plan\n"),
        Text("Markdown: items", PolicyMediaType.Markdown, "- plan\n"),
        Text("Markdown: numbered items", PolicyMediaType.Markdown, "1. plan\n"),
        Text("Markdown: HTML", PolicyMediaType.Markdown, "<div><p>plan\n\n"),
        Text("Markdown: references", PolicyMediaType.Markdown, "&amp; "),
        Text("Markdown: front matter that does not end", PolicyMediaType.Markdown, "---\nplan: a\n"),
        Text("Markdown: fences", PolicyMediaType.Markdown, "```\nplan\n"),
        Text("Markdown: paragraphs", PolicyMediaType.Markdown, Sentence + "\n\n"),

        // Plain text.
        Text("text: one line", PolicyMediaType.PlainText, Sentence),
        Text("text: one word", PolicyMediaType.PlainText, "plan"),
        Text("text: empty lines", PolicyMediaType.PlainText, "\n"),
        Text("text: lines of one sign", PolicyMediaType.PlainText, "a\n"),
        Text("text: lines that are wrapped", PolicyMediaType.PlainText, Sentence + "\n"),
        Text("text: paragraphs", PolicyMediaType.PlainText, Sentence + "\n\n"),
        Text("text: numbers", PolicyMediaType.PlainText, "1.1.1.1."),
        Text("text: numbered lines", PolicyMediaType.PlainText, "1.2.3 PLAN\n"),
        Text("text: bullets", PolicyMediaType.PlainText, "- plan\n"),
        Text("text: capitals", PolicyMediaType.PlainText, "PLAN\n\n"),
        Text("text: underlined lines", PolicyMediaType.PlainText, "Plan\n====\n"),
        Text("text: tabs", PolicyMediaType.PlainText, "\t"),
        Text("text: null signs", PolicyMediaType.PlainText, "\0"),
        Text("text: definitions", PolicyMediaType.PlainText, "\"Plan\" means the plan of section 4.2(b).\n\n"),

        // What looks like what.
        new("unknown: signs of every format", PolicyMediaType.Unknown, size => Fill("<p># - | * [plan](", size)),
    ];

    private static HostileSource Repeated(string name, string piece) => new(name, PolicyMediaType.Html, size => Fill(piece, size));

    private static HostileSource Wrapped(string name, string before, string piece) => new(name, PolicyMediaType.Html, size => before + Fill(piece, size));

    private static HostileSource Balanced(string name, string open, string close) =>
        new(name, PolicyMediaType.Html, size => Fill(open, size / 2) + "plan" + Fill(close, size / 2));

    private static HostileSource Numbered(string name, string piece, string before = "") => new(name, PolicyMediaType.Html, size =>
    {
        var format = CompositeFormat.Parse(piece);
        var text = new StringBuilder(before, size + 256);
        for (int number = 1; text.Length < size; number++)
            text.AppendFormat(CultureInfo.InvariantCulture, format, number);
        return text.ToString();
    });

    private static HostileSource Text(string name, PolicyMediaType mediaType, string piece) => new(name, mediaType, size => Fill(piece, size));

    private static string Fill(string piece, int size) => new StringBuilder(size + piece.Length).Insert(0, piece, Math.Max(1, size / piece.Length)).ToString();
}
