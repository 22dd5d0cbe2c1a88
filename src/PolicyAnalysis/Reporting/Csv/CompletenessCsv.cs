namespace PolicyAnalysis.Reporting.Csv;

/// <summary>A completeness check as a table: a record for each element, with its best passage.</summary>
internal static class CompletenessCsv
{
    public static string Write(CompletenessResult result)
    {
        var table = new CsvText("record", "id", "text", "citation", "status", "score", "reason", "quote", "start", "end", "document");
        var view = new CompletenessView(result);
        foreach (RequirementFinding finding in result.Requirements)
        {
            Quote? quote = finding.Evidence.Count > 0 ? finding.Evidence[0] : null;
            table.Record(
                "element",
                finding.Id,
                finding.Element,
                finding.Citation,
                WireNames.Of(finding.Status),
                CsvText.Score(finding.Score),
                finding.Reason,
                quote?.Text,
                CsvText.Number(quote?.Range.Start),
                CsvText.Number(quote?.Range.End),
                quote is null ? null : result.Documents[quote.Document].Source.Name);
        }

        return table.Proof(view.Documents, result.Versions, result.AsOf, result.Disclaimer).ToString();
    }
}
