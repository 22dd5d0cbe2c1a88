namespace PolicyAnalysis.Reporting.Csv;

/// <summary>What a gate found as a table: a record for each finding.</summary>
internal static class GateCsv
{
    public static string Write(GateResult result)
    {
        var table = new CsvText("record", "id", "text", "rule", "kind", "outcome", "citation", "quote", "start", "end", "suppression");
        foreach (GateFinding finding in result.Findings)
        {
            table.Record(
                "finding",
                finding.Fingerprint,
                finding.Message,
                finding.Rule,
                finding.Kind,
                WireNames.Of(finding.Outcome),
                finding.Citation,
                finding.Evidence?.Text,
                CsvText.Number(finding.Evidence?.Range.Start),
                CsvText.Number(finding.Evidence?.Range.End),
                finding.Suppression);
        }

        foreach (string remark in result.Remarks)
            table.Record("remark", "gate-remark", remark);
        return table.Proof([("Document", result.Policy.Document)], result.Versions, result.AsOf, result.Disclaimer).ToString();
    }
}
