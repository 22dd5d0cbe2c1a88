namespace PolicyAnalysis.Reporting.Html;

/// <summary>One assessed provision as a card: quote, exposure with its factors, citations, what to do and ask.</summary>
internal static class ProvisionHtml
{
    public static void Write(HtmlText html, ProvisionAssessment assessed, AssessmentView view)
    {
        PolicyDocument document = view.Assessment.Policy.Document;
        Provision provision = assessed.Provision.Provision;
        string level = WireNames.Of(assessed.Exposure.Level);
        string anchor = AssessmentView.Anchor(assessed);
        html.Open("article", ("class", $"card provision level-{level}"), ("id", anchor), ("aria-labelledby", anchor + "-title"));
        html.Open("p", ("class", "badges")).Element("span", DisplayNames.Of(assessed.Exposure.Level), ("class", "badge level-" + level));
        foreach (string jurisdiction in assessed.Jurisdictions)
            html.Text(" ").Element("span", jurisdiction, ("class", "badge"));
        foreach (ProvisionLabel label in assessed.Provision.Labels)
            html.Text(" ").Element("span", DisplayNames.OfId(label.Type), ("class", "type"), ("title", $"Score {DisplayNames.Percent(label.Score)}"));
        html.Close();
        html.Element("h3", AssessmentView.Name(assessed), ("id", anchor + "-title"), ("dir", "auto"));
        if (provision.Headings.Count > 0)
            html.Element("p", string.Join(" › ", provision.Headings), ("class", "path"), ("lang", ReportFacts.ForeignLanguage(document)), ("dir", "auto"));
        if (provision.LeadIn is { } leadIn)
            html.Element("p", leadIn, ("class", "lead-in"), ("lang", ReportFacts.ForeignLanguage(document)), ("dir", "auto"));
        QuoteHtml.Write(html, new Quote(provision.Text, provision.Range), document);
        Place(html, provision, document);
        Factors(html, assessed.Exposure, document);
        Citations(html, assessed.Citations);
        HtmlPage.List(html, "Usual elements that were not recognised here", assessed.Absent);
        Points(html, assessed, view);
        html.Close();
    }

    /// <summary>Provisions of one kind share their points: they stand with the first, and the others lead there.</summary>
    private static void Points(HtmlText html, ProvisionAssessment assessed, AssessmentView view)
    {
        if (view.SamePointsAs(assessed) is { } first)
        {
            html.Open("p", ("class", "meta")).Text("Contract points, actions and questions on ");
            html.Element("a", first.Subject, ("href", "#" + AssessmentView.Anchor(first)), ("dir", "auto")).Text(" stand above.").Close();
            return;
        }

        HtmlPage.List(html, "Contract and vendor points", assessed.Contract);
        HtmlPage.List(html, "Actions to consider", assessed.Actions);
        HtmlPage.List(html, "Open questions", AssessmentView.OpenQuestions(assessed));
    }

    /// <summary>What raised and lowered an exposure, each with the words that show it; what is not known stands with the open questions.</summary>
    public static void Factors(HtmlText html, ExposureAssessment exposure, PolicyDocument document)
    {
        if (exposure.Raised.Count + exposure.Lowered.Count == 0)
            return;

        html.Open("ul", ("class", "factors"));
        foreach (ExposureFactor factor in exposure.Raised)
            Factor(html, factor, "raised", "▲", "Raises: ", document);
        foreach (ExposureFactor factor in exposure.Lowered)
            Factor(html, factor, "lowered", "▼", "Lowers: ", document);
        html.Close();
    }

    private static void Factor(HtmlText html, ExposureFactor factor, string style, string sign, string word, PolicyDocument document)
    {
        html.Open("li", ("class", style)).Element("span", sign, ("class", "sign"), ("aria-hidden", "true")).Text(" ").Element("b", word).Element("span", factor.Description, ("dir", "auto"));
        if (factor.Evidence is { } evidence)
        {
            QuoteHtml.Write(html, evidence, document);
            HtmlPage.LiveLink(html, document, evidence.Range, "on the page");
        }

        html.Close();
    }

    private static void Place(HtmlText html, Provision provision, PolicyDocument document)
    {
        html.Open("p", ("class", "place"));
        if (provision.Position.Line > 0)
            html.Text($"Line {provision.Position.Line.ToString(System.Globalization.CultureInfo.InvariantCulture)} of the source ");
        HtmlPage.LiveLink(html, document, provision.Range, "on the page");
        html.Close();
    }

    private static void Citations(HtmlText html, IReadOnlyList<RegulatoryLink> citations)
    {
        if (citations.Count == 0)
            return;

        html.Open("details", ("class", "citations"));
        html.Open("summary").Element("b", DisplayNames.Count(citations.Count, "rule it may concern", "rules it may concern")).Text(": " + string.Join(" · ", citations.Select(citation => citation.Display))).Close();
        html.Open("dl");
        foreach (RegulatoryLink citation in citations)
        {
            html.Open("dt").Element("b", citation.Display).Text(" ");
            html.Element("span", $"{citation.Jurisdiction} · {DisplayNames.OfId(citation.Relation).ToLowerInvariant()} · {DisplayNames.Standing(citation)} · {DisplayNames.OfId(citation.Status).ToLowerInvariant()}", ("class", "meta")).Close();
            html.Element("dd", citation.Why, ("dir", "auto"));
        }

        html.Close();
        html.Close();
    }
}
