namespace PolicyAnalysis.Reporting.Html;

/// <summary>A comparison as a page for people: what changed, for whom, and the two texts side by side.</summary>
internal static class ComparisonHtml
{
    private const int FirstLooks = 8;
    private const int EffectsShown = 8;

    public static string Write(PolicyComparison comparison)
    {
        var view = new ComparisonView(comparison);
        var contents = new List<HtmlContents> { new("summary", "Summary") };
        foreach (Materiality materiality in ComparisonView.Materialities)
        {
            if (view.Of(materiality).Count > 0)
                contents.Add(new(WireNames.Of(materiality), GroupTitle(materiality), DisplayNames.Number(view.Of(materiality).Count)));
        }

        contents.Add(new("sources", "Sources and method"));
        return HtmlPage.Write("Policy comparison", view.Title, $"{view.BeforeName} → {view.AfterName}", contents, html =>
        {
            Summary(html, view);
            Filters(html, view);
            foreach (Materiality materiality in ComparisonView.Materialities)
                Group(html, view, materiality);
            HtmlPage.Proof(html, [("Version before", comparison.Before.Document), ("Version after", comparison.After.Document)], comparison.After.Versions, asOf: null, PolicyDisclaimer.Text);
        });
    }

    private static void Summary(HtmlText html, ComparisonView view)
    {
        html.Open("section", ("id", "summary"), ("aria-labelledby", "summary-title"));
        html.Element("h2", "Summary", ("id", "summary-title"));
        html.Element("p", view.Summary(), ("class", "lead"));
        HtmlPage.Notice(html);
        foreach ((_, string message) in ReportFacts.Warnings(view.Comparison))
            html.Open("p", ("class", "warning"), ("role", "note")).Element("strong", "Please note: ").Element("span", message, ("dir", "auto")).Close();

        if (view.Changes.Count > 0)
        {
            html.Open("div", ("class", "glance"));
            Table(html, view);
            Effects(html, view);
            html.Close();
            FirstToRead(html, view);
        }

        html.Close();
    }

    private static void Table(HtmlText html, ComparisonView view)
    {
        int maximum = ComparisonView.Materialities.Max(materiality => view.Of(materiality).Count);
        html.Open("table", ("class", "figures"));
        html.Element("caption", "Changes by weight and direction");
        html.Open("thead").Open("tr");
        html.Element("th", "Weight", ("scope", "col"));
        foreach (ChangeDirection direction in ComparisonView.Directions)
            html.Open("th", ("scope", "col"), ("class", "num is-" + WireNames.Of(direction))).Element("span", DisplayNames.Sign(direction), ("class", "sign"), ("aria-hidden", "true")).Text(" " + DisplayNames.Of(direction)).Close();
        html.Element("th", "All", ("scope", "col"), ("class", "num"));
        html.Close().Close();
        html.Open("tbody");
        foreach (Materiality materiality in ComparisonView.Materialities)
        {
            html.Open("tr");
            html.Open("th", ("scope", "row")).Text(DisplayNames.Of(materiality));
            BarHtml.Write(
                html,
                maximum,
                ("fill-against-user", view.Count(materiality, ChangeDirection.AgainstUser)),
                ("fill-mixed", view.Count(materiality, ChangeDirection.Mixed)),
                ("fill-neutral", view.Count(materiality, ChangeDirection.Neutral)),
                ("fill-for-user", view.Count(materiality, ChangeDirection.ForUser)));
            html.Close();
            foreach (ChangeDirection direction in ComparisonView.Directions)
                html.Element("td", Figure(view.Count(materiality, direction)), ("class", "num"));
            html.Element("td", DisplayNames.Number(view.Of(materiality).Count), ("class", "num total"));
            html.Close();
        }

        html.Close();
        html.Close();
    }

    private static string Figure(int count) => count == 0 ? "–" : DisplayNames.Number(count);

    private static void Effects(HtmlText html, ComparisonView view)
    {
        if (view.Effects.Count == 0)
            return;

        html.Open("table", ("class", "figures"));
        html.Element("caption", "What the material and minor changes do");
        html.Open("thead").Open("tr");
        html.Element("th", "Effect", ("scope", "col"));
        html.Element("th", "Changes", ("scope", "col"));
        html.Close().Close();
        html.Open("tbody");
        int maximum = view.Effects[0].Value;
        foreach ((string effect, int count) in view.Effects.Take(EffectsShown))
        {
            html.Open("tr");
            html.Element("th", DisplayNames.OfId(effect), ("scope", "row"));
            BarHtml.Cell(html, maximum, "fill-accent", count);
            html.Close();
        }

        html.Close();
        html.Close();
    }

    private static void FirstToRead(HtmlText html, ComparisonView view)
    {
        List<ChangeView> first = [.. view.Of(Materiality.Material).Where(each => each.Change.Direction is ChangeDirection.AgainstUser or ChangeDirection.Mixed).Take(FirstLooks)];
        if (first.Count == 0)
            return;

        html.Element("h3", "Read these first");
        html.Open("ol", ("class", "first"));
        foreach (ChangeView each in first)
        {
            html.Open("li").Element("strong", DisplayNames.OfId(each.Change.Effects[0].Id)).Text(" ");
            html.Element("a", each.Change.Summary, ("href", "#" + each.Id), ("dir", "auto")).Close();
        }

        html.Close();
    }

    private static void Filters(HtmlText html, ComparisonView view)
    {
        if (view.Changes.Count < 2)
            return;

        html.Open("div", ("class", "filters"), ("role", "group"), ("aria-label", "Show only some changes"));
        HtmlPage.Filter(html, "materiality", "Weight", [.. ComparisonView.Materialities.Where(each => view.Of(each).Count > 0).Select(each => (WireNames.Of(each), DisplayNames.Of(each)))]);
        HtmlPage.Filter(html, "direction", "Direction", [.. ComparisonView.Directions.Where(each => view.Changes.Any(change => change.Change.Direction == each)).Select(each => (WireNames.Of(each), $"{DisplayNames.Sign(each)} {DisplayNames.Of(each)}"))]);
        html.Close();
    }

    private static void Group(HtmlText html, ComparisonView view, Materiality materiality)
    {
        IReadOnlyList<ChangeView> changes = view.Of(materiality);
        if (changes.Count == 0)
            return;

        string name = WireNames.Of(materiality);
        html.Open("section", ("id", name), ("class", "group of-" + name), ("aria-labelledby", name + "-title"));
        html.Open("h2", ("id", name + "-title")).Text(GroupTitle(materiality) + " ").Element("span", DisplayNames.Number(changes.Count), ("class", "count")).Close();
        foreach (ChangeView change in changes)
            ChangeHtml.Write(html, change, view);
        html.Close();
    }

    private static string GroupTitle(Materiality materiality) => DisplayNames.Of(materiality) + " changes";
}
