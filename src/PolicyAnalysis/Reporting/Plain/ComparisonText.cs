namespace PolicyAnalysis.Reporting.Plain;

/// <summary>A comparison as plain text: the material changes in full, the others in a line each.</summary>
internal static class ComparisonText
{
    public static string Write(PolicyComparison comparison)
    {
        var view = new ComparisonView(comparison);
        var text = new PlainText();
        text.Title($"{view.Title}: {view.BeforeName} -> {view.AfterName}");
        text.Line(view.Summary());
        foreach ((_, string message) in ReportFacts.Warnings(comparison))
            text.Line($"! {message}");

        foreach (Materiality materiality in ComparisonView.Materialities)
        {
            IReadOnlyList<ChangeView> changes = view.Of(materiality);
            if (changes.Count == 0)
                continue;

            text.Section($"{DisplayNames.Of(materiality)} changes ({DisplayNames.Number(changes.Count)})");
            foreach (ChangeView change in changes)
                Change(text, change.Change);
        }

        return text.Proof([comparison.Before.Document, comparison.After.Document], comparison.After.Versions, asOf: null, PolicyDisclaimer.Text).ToString();
    }

    private static void Change(PlainText text, ChangeRecord change)
    {
        text.Line($"{DisplayNames.Sign(change.Direction)} {change.Summary}");
        if (change.Materiality == Materiality.Editorial)
            return;

        string repeats = change.Repeats > 1 ? $" · in {DisplayNames.Number(change.Repeats)} provisions" : "";
        text.Line($"{DisplayNames.Of(change.Direction)} · {DisplayNames.Of(change.Operation)} · {string.Join(", ", change.Effects.Select(effect => DisplayNames.OfId(effect.Id)))}{repeats}", 2);
        if ((change.After ?? change.Before) is { Headings.Count: > 0 } side)
            text.Line("in " + string.Join(" > ", side.Headings), 2);
        if (change.Before is { } before)
            text.Quote("- ", Excerpt.Of(before.Text, EditMarks.Of(before, change.Edits, isBefore: true)));
        if (change.After is { } after)
            text.Quote("+ ", Excerpt.Of(after.Text, EditMarks.Of(after, change.Edits, isBefore: false)));
        text.Line();
    }
}
