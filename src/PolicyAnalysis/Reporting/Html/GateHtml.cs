namespace PolicyAnalysis.Reporting.Html;

/// <summary>What a gate found as a page for people: whether it is open, and each finding with its quote, its rule and its law.</summary>
internal static class GateHtml
{
    public static string Write(GateResult result)
    {
        var view = new GateView(result);
        List<HtmlContents> contents = [new("summary", "Summary")];
        if (result.Findings.Count > 0)
            contents.Add(new("findings", "Findings", DisplayNames.Number(result.Findings.Count)));
        contents.Add(new("sources", "Sources and method"));
        return HtmlPage.Write("Policy gate", view.Title, $"{(result.IsOpen ? "Open" : "Closed")} · law as of {DisplayNames.Date(result.AsOf)}", contents, html =>
        {
            Summary(html, view);
            Findings(html, view);
            HtmlPage.Proof(html, [("Document", result.Policy.Document)], result.Versions, result.AsOf, result.Disclaimer);
        });
    }

    private static void Summary(HtmlText html, GateView view)
    {
        html.Open("section", ("id", "summary"), ("aria-labelledby", "summary-title"));
        html.Element("h2", "Summary", ("id", "summary-title"));
        html.Element("p", view.Summary(), ("class", "lead"));
        HtmlPage.Notice(html);
        HtmlPage.List(html, "Remarks on the rules", view.Result.Remarks);
        html.Close();
    }

    private static void Findings(HtmlText html, GateView view)
    {
        if (view.Result.Findings.Count == 0)
            return;

        html.Open("section", ("id", "findings"), ("class", "group"), ("aria-labelledby", "findings-title"));
        html.Element("h2", "Findings", ("id", "findings-title"));
        int number = 0;
        foreach (GateOutcome outcome in GateView.Outcomes)
        {
            foreach (GateFinding finding in view.Of(outcome))
                Finding(html, finding, ++number, view.Result.Policy.Document);
        }

        html.Close();
    }

    private static void Finding(HtmlText html, GateFinding finding, int number, PolicyDocument document)
    {
        string anchor = "f-" + DisplayNames.Number(number);
        html.Open("article", ("class", "card element status-" + Style(finding.Outcome)), ("id", anchor), ("aria-labelledby", anchor + "-title"));
        html.Open("p", ("class", "badges")).Open("span", ("class", "badge status-" + Style(finding.Outcome)));
        html.Element("span", GateView.Sign(finding.Outcome), ("class", "sign"), ("aria-hidden", "true")).Text(" " + GateView.NameOf(finding.Outcome)).Close();
        html.Text(" ").Element("span", finding.Rule, ("class", "badge"));
        if (finding.Citation is { } citation)
            html.Text(" ").Element("span", citation, ("class", "badge"));
        html.Close();
        html.Element("h3", finding.Message, ("id", anchor + "-title"), ("dir", "auto"));
        if (finding.Evidence is { } quote)
        {
            QuoteHtml.Write(html, quote, document);
            HtmlPage.LiveLink(html, document, quote.Range, "on the page");
        }

        if (finding.Suppression is { } suppression)
            html.Element("p", "Suppressed by " + suppression, ("class", "reason"), ("dir", "auto"));
        html.Element("p", "Fingerprint: " + finding.Fingerprint, ("class", "meta"));
        html.Close();
    }

    /// <summary>The style sheet knows the outcomes of a completeness check; a gate borrows their colours.</summary>
    private static string Style(GateOutcome outcome) => WireNames.Of(outcome switch
    {
        GateOutcome.Fails => RequirementStatus.NotFound,
        GateOutcome.Warns => RequirementStatus.Partial,
        GateOutcome.Known => RequirementStatus.NotChecked,
        _ => RequirementStatus.ConditionNotMet,
    });
}
