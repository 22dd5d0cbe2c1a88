namespace PolicyAnalysis.Reporting.Csv;

/// <summary>A comparison as a table: a record for each change.</summary>
internal static class ComparisonCsv
{
    public static string Write(PolicyComparison comparison)
    {
        var table = new CsvText(
            "record", "id", "text", "materiality", "direction", "operation", "effects", "types", "headings",
            "before", "after", "beforeStart", "beforeEnd", "afterStart", "afterEnd", "repeats", "confidence");
        foreach (ChangeView view in new ComparisonView(comparison).Changes)
        {
            ChangeRecord change = view.Change;
            table.Record(
                "change",
                view.Id,
                change.Summary,
                WireNames.Of(change.Materiality),
                WireNames.Of(change.Direction),
                WireNames.Of(change.Operation),
                CsvText.Values(change.Effects.Select(effect => effect.Id)),
                CsvText.Values(change.Types),
                string.Join(" › ", (change.After ?? change.Before)?.Headings ?? []),
                change.Before?.Text,
                change.After?.Text,
                CsvText.Number(change.Before?.Range.Start),
                CsvText.Number(change.Before?.Range.End),
                CsvText.Number(change.After?.Range.Start),
                CsvText.Number(change.After?.Range.End),
                CsvText.Number(change.Repeats),
                CsvText.Score(change.Confidence));
        }

        foreach ((string code, string message) in ReportFacts.Warnings(comparison))
            table.Record("warning", code, message);
        return table.Proof([("Version before", comparison.Before.Document), ("Version after", comparison.After.Document)], comparison.After.Versions, asOf: null, PolicyDisclaimer.Text).ToString();
    }
}
