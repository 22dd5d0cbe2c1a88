using System.Security.Cryptography;
using System.Text;

namespace PolicyAnalysis.Reporting.Html;

/// <summary>An entry of a report's contents.</summary>
internal readonly record struct HtmlContents(string Anchor, string Title, string? Count = null);

/// <summary>The frame of an HTML report: one file, no script, nothing loaded from elsewhere.</summary>
internal static class HtmlPage
{
    private static readonly string Style = ReadStyle();

    // The policy allows the one style sheet by its hash and nothing else, so hostile text has no way to act.
    private static readonly string ContentSecurityPolicy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'";

    public static string Write(string kicker, string title, string subtitle, IReadOnlyList<HtmlContents> contents, Action<HtmlText> body)
    {
        var html = new HtmlText();
        html.Markup("<!DOCTYPE html>\n");
        html.Open("html", ("lang", "en"));
        html.Open("head");
        html.Void("meta", ("charset", "utf-8"));
        html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", ContentSecurityPolicy));
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Void("meta", ("name", "generator"), ("content", "PolicyAnalysis"));
        html.Void("meta", ("name", "robots"), ("content", "noindex"));
        html.Markup("\n");
        html.Element("title", $"{kicker}: {title}");
        html.Markup("\n<style>").Markup(Style).Markup("</style>\n");
        html.Close();
        html.Open("body");
        html.Element("a", "Skip to the report", ("class", "skip"), ("href", "#report"));
        html.Open("header", ("class", "top"));
        html.Open("div", ("class", "wrap"));
        html.Element("p", kicker, ("class", "kicker"));
        html.Element("h1", title, ("dir", "auto"));
        html.Element("p", subtitle, ("class", "subtitle"));
        html.Close();
        html.Close();
        html.Open("div", ("class", "wrap frame"));
        Contents(html, contents);
        html.Open("main", ("id", "report"), ("tabindex", "-1"));
        body(html);
        html.Close();
        html.Close();
        html.Close();
        html.Close();
        return html.ToString();
    }

    /// <summary>The last section of every report: sources, versions, method and disclaimer.</summary>
    public static void Proof(HtmlText html, IReadOnlyList<(string Title, PolicyDocument Document)> sources, AnalysisVersions versions, DateOnly? asOf, string disclaimer)
    {
        html.Open("section", ("id", "sources"), ("aria-labelledby", "sources-title"));
        html.Element("h2", "Sources and method", ("id", "sources-title"));
        html.Open("div", ("class", "facts"));
        foreach ((string title, PolicyDocument document) in sources)
        {
            html.Open("div", ("class", "fact-box"));
            html.Element("h3", title);
            Facts(html, ReportFacts.Source(document));
            Diagnostics(html, document);
            html.Close();
        }

        html.Open("div", ("class", "fact-box"));
        html.Element("h3", "Made with");
        Facts(html, ReportFacts.Versions(versions, asOf));
        html.Open("p").Text("How every statement comes about: ").Element("a", "the method", ("href", PolicyDisclaimer.MethodAddress)).Text(".").Close();
        html.Close();
        html.Close();
        html.Element("p", disclaimer, ("class", "disclaimer"), ("role", "note"));
        html.Close();
    }

    /// <summary>A short form of the disclaimer's place for the top of a report, so that no reader misses it.</summary>
    public static void Notice(HtmlText html) =>
        html.Open("p", ("class", "notice")).Text("Made by software. Not legal advice. ").Element("a", "Sources, method and disclaimer", ("href", "#sources")).Close();

    /// <summary>A group of options that filters without script: the style sheet hides what the checked option leaves out.</summary>
    public static void Filter(HtmlText html, string name, string legend, IReadOnlyList<(string Value, string Label)> options)
    {
        html.Open("fieldset", ("class", "filter"));
        html.Element("legend", legend);
        Option(html, name, "all", "All", isChecked: true);
        foreach ((string value, string label) in options)
            Option(html, name, value, label, isChecked: false);
        html.Close();
    }

    /// <summary>A list of texts under a small heading; nothing where the list is empty.</summary>
    public static void List(HtmlText html, string title, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
            return;

        html.Element("h4", title);
        html.Open("ul");
        foreach (string item in items)
            html.Element("li", item, ("dir", "auto"));
        html.Close();
    }

    /// <summary>The link from a quote to the live page; nothing where no address is known.</summary>
    public static void LiveLink(HtmlText html, PolicyDocument document, TextRange quote, string label)
    {
        if (document.GetQuoteAddress(quote) is { } address)
            html.Element("a", label, ("class", "live"), ("href", address.Address), ("title", Remark(address.Marks)), ("rel", "noopener noreferrer"));
    }

    /// <summary>What a reader should expect of a link; nothing where it marks the quote.</summary>
    private static string? Remark(QuoteMark marks) => marks switch
    {
        QuoteMark.Quote => null,
        QuoteMark.Part => "Only a part is marked: the other words are in an image or folded away.",
        QuoteMark.NothingHidden => "Nothing is marked: the words are folded away until their part of the page is opened.",
        QuoteMark.NothingOfImages => "Nothing is marked: the words are in an image.",
        _ => "Nothing is marked: the same words stand on the page before.",
    };

    private static void Option(HtmlText html, string name, string value, string label, bool isChecked)
    {
        string id = $"f-{name}-{value}";
        html.Open("span", ("class", "option"));
        html.Void("input", ("type", "radio"), ("name", name), ("id", id), ("checked", isChecked ? "" : null));
        html.Element("label", label, ("for", id));
        html.Close();
    }

    private static void Contents(HtmlText html, IReadOnlyList<HtmlContents> contents)
    {
        html.Open("nav", ("class", "contents"), ("aria-label", "Contents"));
        html.Open("ul");
        foreach (HtmlContents entry in contents)
        {
            html.Open("li").Open("a", ("href", "#" + entry.Anchor)).Element("span", entry.Title, ("dir", "auto"));
            if (entry.Count is not null)
                html.Text(" ").Element("span", entry.Count, ("class", "count"));
            html.Close().Close();
        }

        html.Close();
        html.Close();
    }

    private static void Facts(HtmlText html, IEnumerable<(string Name, string Value)> facts)
    {
        html.Open("dl");
        foreach ((string name, string value) in facts)
        {
            html.Element("dt", name);
            html.Element("dd", value, ("class", name == "SHA-256" ? "hash" : null));
        }

        html.Close();
    }

    private static void Diagnostics(HtmlText html, PolicyDocument document)
    {
        if (document.Diagnostics.Count == 0)
            return;

        html.Element("h4", "Remarks on reading it");
        html.Open("ul");
        foreach (PolicyDiagnostic diagnostic in document.Diagnostics)
            html.Element("li", diagnostic.Message, ("dir", "auto"));
        html.Close();
    }

    private static string ReadStyle()
    {
        using Stream stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("PolicyAnalysis.Reporting.Html.report.css")
            ?? throw new InvalidOperationException("The style sheet of the reports is not embedded in the assembly: build it again from a complete checkout.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
