namespace PolicyAnalysis.Reporting.Markdown;

/// <summary>A comparison as Markdown, for a pull request, an issue or a notebook.</summary>
internal static class ComparisonMarkdown
{
    public static string Write(PolicyComparison comparison)
    {
        var view = new ComparisonView(comparison);
        var text = new MarkdownText();
        text.Heading(1, $"{view.Title}: {view.BeforeName} → {view.AfterName}");
        text.Paragraph(view.Summary());
        text.List("Please note", [.. ReportFacts.Warnings(comparison).Select(warning => warning.Message)]);
        if (view.Changes.Count > 0)
        {
            text.Table(
                ["Weight", .. ComparisonView.Directions.Select(direction => $"{DisplayNames.Sign(direction)} {DisplayNames.Of(direction)}"), "All"],
                ComparisonView.Materialities.Select(materiality => (IReadOnlyList<string>)
                [
                    DisplayNames.Of(materiality),
                    .. ComparisonView.Directions.Select(direction => DisplayNames.Number(view.Count(materiality, direction))),
                    DisplayNames.Number(view.Of(materiality).Count),
                ]));
        }

        foreach (Materiality materiality in ComparisonView.Materialities)
        {
            if (view.Of(materiality).Count == 0)
                continue;

            text.Heading(2, $"{DisplayNames.Of(materiality)} changes");
            foreach (ChangeView change in view.Of(materiality))
                Change(text, change.Change, comparison);
        }

        return text.Proof([("Version before", comparison.Before.Document), ("Version after", comparison.After.Document)], comparison.After.Versions, asOf: null, PolicyDisclaimer.Text).ToString();
    }

    private static void Change(MarkdownText text, ChangeRecord change, PolicyComparison comparison)
    {
        text.Heading(3, $"{DisplayNames.Sign(change.Direction)} {change.Summary}");
        var facts = new List<string> { DisplayNames.Of(change.Direction), DisplayNames.Of(change.Operation) };
        facts.AddRange(change.Types.Select(DisplayNames.OfId));
        if (change.Repeats > 1)
            facts.Add($"in {DisplayNames.Number(change.Repeats)} provisions");
        text.Paragraph(string.Join(" · ", facts));
        Side(text, change.Before, change, "Before", "del");
        Side(text, change.After, change, "After", "ins");
        if (change.Occurrences.Count > 0)
            text.Raw($"**The same change in {DisplayNames.Count(change.Occurrences.Count, "other place", "other places")}**");
        foreach (ChangeOccurrence occurrence in change.Occurrences)
        {
            PolicyDocument document = (occurrence.After is null ? comparison.Before : comparison.After).Document;
            if ((occurrence.After ?? occurrence.Before) is { } range)
                text.Quote(document.QuoteOf(range).Text);
        }

        text.List(null, [.. change.Effects.Select(effect => $"{DisplayNames.OfId(effect.Id)}: {effect.Reason} ({DisplayNames.Percent(effect.Score)})")]);
        text.List("Why this rating", [.. change.MaterialityReasons, .. change.DirectionReasons]);
        text.List("Points to review", change.Review);
    }

    private static void Side(MarkdownText text, ChangeSide? side, ChangeRecord change, string name, string tag)
    {
        if (side is null)
            return;

        string path = side.Headings.Count > 0 ? ", " + string.Join(" › ", side.Headings) : "";
        text.Raw($"**{name}**{MarkdownText.Escape(path)}");
        text.Quote(side.Text, tag, EditMarks.Of(side, change.Edits, isBefore: tag == "del"));
    }
}
