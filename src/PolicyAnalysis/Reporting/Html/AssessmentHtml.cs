namespace PolicyAnalysis.Reporting.Html;

/// <summary>An assessment as a page for people: the exposure at a glance, what to do and ask, and every provision with its proof.</summary>
internal static class AssessmentHtml
{
    private const int MostExposedShown = 12;
    private const int JurisdictionsShown = 8;
    private const int PointsShown = 15;
    private const int LinksShown = 4;

    public static string Write(PolicyAssessment assessment)
    {
        var view = new AssessmentView(assessment);
        List<HtmlContents> contents = [new("summary", "Summary")];
        if (view.Actions.Count > 0)
            contents.Add(new("actions", "Actions to consider", DisplayNames.Number(view.Actions.Count)));
        if (view.Questions.Count > 0)
            contents.Add(new("questions", "Open questions", DisplayNames.Number(view.Questions.Count)));
        contents.AddRange(view.Sections.Select(section => new HtmlContents(section.Anchor, section.Title, DisplayNames.Number(section.Provisions.Count))));
        contents.Add(new("sources", "Sources and method"));
        return HtmlPage.Write("Policy assessment", view.Title, $"{DisplayNames.Of(assessment.Policy.Document.DocumentType)} · law as of {DisplayNames.Date(assessment.AsOf)}", contents, html =>
        {
            Summary(html, view);
            Points(html, "actions", "Actions to consider", view.Actions);
            Points(html, "questions", "Open questions", view.Questions);
            Filters(html, view);
            foreach (AssessmentSection section in view.Sections)
                Section(html, section, view);
            HtmlPage.Proof(html, [("Document", assessment.Policy.Document)], assessment.Versions, assessment.AsOf, assessment.Disclaimer);
        });
    }

    private static void Summary(HtmlText html, AssessmentView view)
    {
        html.Open("section", ("id", "summary"), ("aria-labelledby", "summary-title"));
        html.Element("h2", "Summary", ("id", "summary-title"));
        html.Element("p", view.Summary(), ("class", "lead"));
        HtmlPage.Notice(html);
        Scale(html, view.Assessment.Exposure.Level);
        ProvisionHtml.Factors(html, view.Assessment.Exposure, view.Assessment.Policy.Document);
        html.Open("div", ("class", "glance"));
        Levels(html, view);
        Jurisdictions(html, view);
        html.Close();
        Named(html, view);
        MostExposed(html, view);
        html.Close();
    }

    private static void Named(HtmlText html, AssessmentView view)
    {
        if (view.Named.Count == 0)
            return;

        html.Open("details", ("class", "more")).Element("summary", $"{DisplayNames.Count(view.Named.Count, "jurisdiction", "jurisdictions")} named by the text");
        html.Open("ul", ("class", "points"));
        foreach (NamedJurisdiction named in view.Named)
        {
            html.Open("li").Element("b", named.Code).Text(" " + named.Name + ": ");
            html.Element("q", named.Evidence!.Text, ("dir", "auto"));
            html.Close();
        }

        html.Close();
        html.Close();
    }

    /// <summary>The five levels in a row with the document's own marked by frame, weight and words.</summary>
    private static void Scale(HtmlText html, ExposureLevel level)
    {
        html.Open("ol", ("class", "scale"), ("aria-label", "Governance exposure of the document as a whole"));
        foreach (ExposureLevel each in AssessmentView.Levels.Reverse())
        {
            bool isHere = each == level;
            html.Open("li", ("class", $"level-{WireNames.Of(each)}{(isHere ? " here" : "")}"), ("aria-current", isHere ? "true" : null));
            html.Text(DisplayNames.Of(each)).Close();
        }

        html.Close();
    }

    private static void Levels(HtmlText html, AssessmentView view)
    {
        int maximum = Math.Max(1, AssessmentView.Levels.Max(view.Count));
        html.Open("table", ("class", "figures"));
        html.Element("caption", "Exposure at a glance: provisions by level");
        html.Open("thead").Open("tr").Element("th", "Level", ("scope", "col")).Element("th", "Provisions", ("scope", "col")).Close().Close();
        html.Open("tbody");
        foreach (ExposureLevel level in AssessmentView.Levels)
        {
            html.Open("tr").Element("th", DisplayNames.Of(level), ("scope", "row"));
            BarHtml.Cell(html, maximum, "fill-" + WireNames.Of(level), view.Count(level));
            html.Close();
        }

        html.Close();
        html.Close();
    }

    private static void Jurisdictions(HtmlText html, AssessmentView view)
    {
        if (view.Jurisdictions.Count == 0)
            return;

        html.Open("table", ("class", "figures"));
        html.Element("caption", view.Jurisdictions.Count > JurisdictionsShown ? $"Jurisdictions flagged: the first {DisplayNames.Number(JurisdictionsShown)} of {DisplayNames.Number(view.Jurisdictions.Count)}" : "Jurisdictions flagged");
        html.Open("thead").Open("tr").Element("th", "Jurisdiction", ("scope", "col")).Element("th", "Provisions", ("scope", "col")).Close().Close();
        html.Open("tbody");
        foreach ((string jurisdiction, int count) in view.Jurisdictions.Take(JurisdictionsShown))
        {
            html.Open("tr").Element("th", jurisdiction, ("scope", "row"));
            BarHtml.Cell(html, view.Jurisdictions[0].Value, "fill-accent", count);
            html.Close();
        }

        html.Close();
        html.Close();
    }

    private static void MostExposed(HtmlText html, AssessmentView view)
    {
        if (view.MostExposed.Count == 0)
            return;

        html.Element("h3", "Read these first");
        html.Open("ol", ("class", "first"));
        foreach (ProvisionAssessment each in view.MostExposed.Take(MostExposedShown))
        {
            html.Open("li");
            Link(html, each);
            html.Text(" ").Element("span", DisplayNames.Of(each.Exposure.Level), ("class", "badge level-" + WireNames.Of(each.Exposure.Level)));
            html.Close();
        }

        html.Close();
    }

    private static void Points(HtmlText html, string anchor, string title, IReadOnlyList<SharedPoint> points)
    {
        if (points.Count == 0)
            return;

        html.Open("section", ("id", anchor), ("aria-labelledby", anchor + "-title"));
        html.Open("h2", ("id", anchor + "-title")).Text(title + " ").Element("span", DisplayNames.Number(points.Count), ("class", "count")).Close();
        PointList(html, points.Take(PointsShown));
        if (points.Count > PointsShown)
        {
            html.Open("details", ("class", "more")).Element("summary", $"{DisplayNames.Number(points.Count - PointsShown)} more");
            PointList(html, points.Skip(PointsShown));
            html.Close();
        }

        html.Close();
    }

    private static void PointList(HtmlText html, IEnumerable<SharedPoint> points)
    {
        html.Open("ul", ("class", "points"));
        foreach (SharedPoint point in points)
        {
            html.Open("li").Element("span", point.Text, ("dir", "auto")).Open("small").Text(" see ");
            for (int index = 0; index < Math.Min(LinksShown, point.Provisions.Count); index++)
            {
                if (index > 0)
                    html.Text(", ");
                Link(html, point.Provisions[index]);
            }

            if (point.Provisions.Count > LinksShown)
                html.Text($" and {DisplayNames.Number(point.Provisions.Count - LinksShown)} more");
            html.Close().Close();
        }

        html.Close();
    }

    private static void Link(HtmlText html, ProvisionAssessment assessed)
    {
        IReadOnlyList<string> headings = assessed.Provision.Provision.Headings;
        string place = headings.Count > 0 ? $" ({headings[^1]})" : "";
        html.Element("a", AssessmentView.Name(assessed) + place, ("href", "#" + AssessmentView.Anchor(assessed)), ("dir", "auto"));
    }

    private static void Filters(HtmlText html, AssessmentView view)
    {
        if (view.Assessment.Provisions.Count < 2)
            return;

        html.Open("div", ("class", "filters"), ("role", "group"), ("aria-label", "Show only some provisions"));
        HtmlPage.Filter(html, "level", "Exposure", [.. AssessmentView.Levels.Where(level => view.Count(level) > 0).Select(level => (WireNames.Of(level), DisplayNames.Of(level)))]);
        html.Close();
    }

    private static void Section(HtmlText html, AssessmentSection section, AssessmentView view)
    {
        PolicyDocument document = view.Assessment.Policy.Document;
        html.Open("section", ("id", section.Anchor), ("class", "group"), ("aria-labelledby", section.Anchor + "-title"));
        html.Element("h2", section.Title, ("id", section.Anchor + "-title"), ("lang", section.Provisions[0].Provision.Provision.Headings.Count > 0 ? ReportFacts.ForeignLanguage(document) : null), ("dir", "auto"));
        foreach (ProvisionAssessment each in section.Provisions)
            ProvisionHtml.Write(html, each, view);
        html.Close();
    }
}
