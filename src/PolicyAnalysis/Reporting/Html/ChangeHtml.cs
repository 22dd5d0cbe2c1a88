namespace PolicyAnalysis.Reporting.Html;

/// <summary>One change as a card: what it does, both texts with the edited words marked, and why it was rated so.</summary>
internal static class ChangeHtml
{
    public static void Write(HtmlText html, ChangeView view, ComparisonView comparison)
    {
        ChangeRecord change = view.Change;
        bool isFolded = change.Materiality == Materiality.Editorial;
        string style = $"card change of-{WireNames.Of(change.Materiality)} is-{WireNames.Of(change.Direction)}";
        if (isFolded)
        {
            html.Open("details", ("class", style), ("id", view.Id));
            html.Open("summary").Element("span", DisplayNames.Of(change.Operation), ("class", "badge")).Text(" ").Element("h3", change.Summary, ("class", "card-title"), ("dir", "auto")).Close();
        }
        else
        {
            html.Open("article", ("class", style), ("id", view.Id), ("aria-labelledby", view.Id + "-title"));
            Badges(html, change);
            html.Element("h3", change.Summary, ("id", view.Id + "-title"), ("dir", "auto"));
        }

        Path(html, change, comparison.Comparison);
        Sides(html, change, comparison);
        Occurrences(html, change, comparison.Comparison);
        Effects(html, change);
        HtmlPage.List(html, "Points to review", change.Review);
        Reasons(html, change);
        html.Close();
    }

    private static void Badges(HtmlText html, ChangeRecord change)
    {
        html.Open("p", ("class", "badges"));
        html.Element("span", DisplayNames.Of(change.Materiality), ("class", "badge weight"));
        html.Text(" ").Open("span", ("class", "badge direction"));
        html.Element("span", DisplayNames.Sign(change.Direction), ("class", "sign"), ("aria-hidden", "true")).Text(" " + DisplayNames.Of(change.Direction)).Close();
        html.Text(" ").Element("span", DisplayNames.Of(change.Operation), ("class", "badge"));
        if (change.Repeats > 1)
            html.Text(" ").Element("span", $"in {DisplayNames.Number(change.Repeats)} provisions", ("class", "badge"));
        foreach (string type in change.Types.Take(3))
            html.Text(" ").Element("span", DisplayNames.OfId(type), ("class", "type"));
        html.Close();
    }

    private static void Path(HtmlText html, ChangeRecord change, PolicyComparison comparison)
    {
        IReadOnlyList<string> after = change.After?.Headings ?? [];
        IReadOnlyList<string> before = change.Before?.Headings ?? [];
        bool hasMoved = change.Before is not null && change.After is not null && !before.SequenceEqual(after, StringComparer.Ordinal);
        if (hasMoved && before.Count > 0)
            html.Open("p", ("class", "path")).Element("span", "Before: ", ("class", "label")).Element("span", string.Join(" › ", before), ("lang", ReportFacts.ForeignLanguage(comparison.Before.Document)), ("dir", "auto")).Close();
        IReadOnlyList<string> shown = after.Count > 0 || change.After is not null ? after : before;
        if (shown.Count == 0)
            return;

        html.Open("p", ("class", "path"));
        if (hasMoved)
            html.Element("span", "After: ", ("class", "label"));
        PolicyDocument document = (change.After is null ? comparison.Before : comparison.After).Document;
        html.Element("span", string.Join(" › ", shown), ("lang", ReportFacts.ForeignLanguage(document)), ("dir", "auto")).Close();
    }

    private static void Sides(HtmlText html, ChangeRecord change, ComparisonView comparison)
    {
        bool isOne = change.Before is null || change.After is null || change.Before.Text == change.After.Text;
        html.Open("div", ("class", isOne ? "sides one" : "sides"));
        if (change.Before is { } before && !(isOne && change.After is not null))
            Side(html, before, change, comparison.Comparison.Before.Document, comparison.BeforeName, isBefore: true);
        if (change.After is { } after)
            Side(html, after, change, comparison.Comparison.After.Document, comparison.AfterName, isBefore: false);
        html.Close();
    }

    private static void Side(HtmlText html, ChangeSide side, ChangeRecord change, PolicyDocument document, string version, bool isBefore)
    {
        html.Open("figure", ("class", isBefore ? "side before" : "side after"));
        html.Open("figcaption").Element("b", SideName(change, isBefore)).Text(" ").Element("span", version, ("class", "version"), ("dir", "auto"));
        HtmlPage.LiveLink(html, document, side.Range, "on the page");
        html.Close();
        if (side.Provisions.Count == 1 && side.Provisions[0].Provision.LeadIn is { } leadIn)
            html.Element("p", leadIn, ("class", "lead-in"), ("lang", ReportFacts.ForeignLanguage(document)), ("dir", "auto"));
        QuoteHtml.WriteSide(html, side, change.Edits, document, isBefore);
        html.Close();
    }

    private static string SideName(ChangeRecord change, bool isBefore) => (isBefore, change.Before, change.After) switch
    {
        (true, _, null) => "Removed",
        (false, null, _) => "Added",
        (true, _, _) => "Before",
        _ => "After",
    };

    /// <summary>The other places of a change that repeats, each with its quote, so that the number is not taken on trust.</summary>
    private static void Occurrences(HtmlText html, ChangeRecord change, PolicyComparison comparison)
    {
        if (change.Occurrences.Count == 0)
            return;

        html.Open("details", ("class", "why")).Element("summary", $"The same change in {DisplayNames.Count(change.Occurrences.Count, "other place", "other places")}");
        foreach (ChangeOccurrence occurrence in change.Occurrences)
        {
            PolicyDocument document = (occurrence.After is null ? comparison.Before : comparison.After).Document;
            if ((occurrence.After ?? occurrence.Before) is { } range)
                QuoteHtml.Write(html, document.QuoteOf(range), document);
        }

        html.Close();
    }

    private static void Effects(HtmlText html, ChangeRecord change)
    {
        html.Open("ul", ("class", "effects"));
        foreach (ChangeEffect effect in change.Effects)
        {
            html.Open("li").Element("strong", DisplayNames.OfId(effect.Id)).Text(" ");
            html.Element("span", effect.Reason, ("class", "reason"), ("dir", "auto"));
            html.Text(" ").Element("span", DisplayNames.Percent(effect.Score), ("class", "score"), ("title", "How sure the rules are")).Close();
        }

        html.Close();
    }

    private static void Reasons(HtmlText html, ChangeRecord change)
    {
        if (change.MaterialityReasons.Count + change.DirectionReasons.Count == 0)
            return;

        html.Open("details", ("class", "why"));
        html.Element("summary", "Why this rating");
        HtmlPage.List(html, "Weight: " + DisplayNames.Of(change.Materiality).ToLowerInvariant(), change.MaterialityReasons);
        HtmlPage.List(html, "Direction: " + DisplayNames.Of(change.Direction).ToLowerInvariant(), change.DirectionReasons);
        html.Element("p", $"Confidence in the record as a whole: {DisplayNames.Percent(change.Confidence)}.");
        html.Close();
    }
}
