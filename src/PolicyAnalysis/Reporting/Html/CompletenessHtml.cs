namespace PolicyAnalysis.Reporting.Html;

/// <summary>A completeness check as a page for people: every element a law asks for, with the passage that states it.</summary>
internal static class CompletenessHtml
{
    public static string Write(CompletenessResult result)
    {
        var view = new CompletenessView(result);
        List<HtmlContents> contents =
        [
            new("summary", "Summary"),
            new("elements", "Elements", DisplayNames.Number(result.Requirements.Count)),
            new("sources", "Sources and method"),
        ];
        return HtmlPage.Write("Completeness check", view.Title, $"{view.Sets} · law as of {DisplayNames.Date(result.AsOf)}", contents, html =>
        {
            Summary(html, view);
            Elements(html, view);
            HtmlPage.Proof(html, view.Documents, result.Versions, result.AsOf, result.Disclaimer);
        });
    }

    private static void Summary(HtmlText html, CompletenessView view)
    {
        html.Open("section", ("id", "summary"), ("aria-labelledby", "summary-title"));
        html.Element("h2", "Summary", ("id", "summary-title"));
        html.Element("p", view.Summary(), ("class", "lead"));
        HtmlPage.Notice(html);
        int maximum = Math.Max(1, CompletenessView.Statuses.Max(status => view.Of(status).Count));
        html.Open("div", ("class", "glance"));
        html.Open("table", ("class", "figures"));
        html.Element("caption", "Elements by outcome");
        html.Open("thead").Open("tr").Element("th", "Outcome", ("scope", "col")).Element("th", "Elements", ("scope", "col")).Close().Close();
        html.Open("tbody");
        foreach (RequirementStatus status in CompletenessView.Statuses.Reverse())
        {
            int count = view.Of(status).Count;
            html.Open("tr").Open("th", ("scope", "row")).Element("span", DisplayNames.Sign(status), ("class", "sign"), ("aria-hidden", "true")).Text(" " + DisplayNames.Of(status)).Close();
            BarHtml.Cell(html, maximum, "fill-" + WireNames.Of(status), count);
            html.Close();
        }

        html.Close();
        html.Close();
        html.Close();
        NotFound(html, view);
        html.Close();
    }

    private static void NotFound(HtmlText html, CompletenessView view)
    {
        IReadOnlyList<RequirementView> open = view.Of(RequirementStatus.NotFound);
        if (open.Count == 0)
            return;

        html.Element("h3", "No passage was recognised that states");
        html.Open("ol", ("class", "first"));
        foreach (RequirementView each in open)
            html.Open("li").Element("a", each.Finding.Element, ("href", "#" + each.Anchor), ("dir", "auto")).Text(" ").Element("span", each.Finding.Citation, ("class", "meta")).Close();
        html.Close();
    }

    private static void Elements(HtmlText html, CompletenessView view)
    {
        html.Open("section", ("id", "elements"), ("class", "group"), ("aria-labelledby", "elements-title"));
        html.Element("h2", "Elements", ("id", "elements-title"));
        if (view.Result.Requirements.Count > 1)
        {
            html.Open("div", ("class", "filters"), ("role", "group"), ("aria-label", "Show only some elements"));
            HtmlPage.Filter(html, "status", "Outcome", [.. CompletenessView.Statuses.Reverse().Where(status => view.Of(status).Count > 0).Select(status => (WireNames.Of(status), $"{DisplayNames.Sign(status)} {DisplayNames.Of(status)}"))]);
            html.Close();
        }

        foreach (RequirementView each in view.Elements)
            Element(html, each.Finding, each.Anchor, view);
        html.Close();
    }

    private static void Element(HtmlText html, RequirementFinding finding, string anchor, CompletenessView view)
    {
        string status = WireNames.Of(finding.Status);
        html.Open("article", ("class", "card element status-" + status), ("id", anchor), ("aria-labelledby", anchor + "-title"));
        html.Open("p", ("class", "badges")).Open("span", ("class", "badge status-" + status));
        html.Element("span", DisplayNames.Sign(finding.Status), ("class", "sign"), ("aria-hidden", "true")).Text(" " + DisplayNames.Of(finding.Status)).Close();
        html.Text(" ").Element("span", finding.Citation, ("class", "badge"));
        html.Text(" ").Element("span", $"score {DisplayNames.Percent(finding.Score)}", ("class", "score")).Close();
        html.Element("h3", finding.Element, ("id", anchor + "-title"), ("dir", "auto"));
        html.Element("p", finding.Reason, ("class", "reason"), ("dir", "auto"));
        Quotes(html, finding.Evidence, view);
        if (finding.Evidence.Count == 0 && finding.Candidates.Count > 0)
        {
            html.Open("details", ("class", "why")).Element("summary", "Nearest passages");
            Quotes(html, finding.Candidates, view);
            html.Close();
        }

        html.Close();
    }

    private static void Quotes(HtmlText html, IReadOnlyList<Quote> quotes, CompletenessView view)
    {
        foreach (Quote quote in quotes)
        {
            PolicyDocument document = view.Result.Documents[quote.Document];
            if (view.From(quote) is { } name)
                html.Element("p", $"In {name}:", ("class", "meta"), ("dir", "auto"));
            QuoteHtml.Write(html, quote, document);
            HtmlPage.LiveLink(html, document, quote.Range, "on the page");
        }
    }
}
