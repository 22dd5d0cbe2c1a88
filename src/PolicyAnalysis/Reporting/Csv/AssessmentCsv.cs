namespace PolicyAnalysis.Reporting.Csv;

/// <summary>An assessment as a table: a record for each provision, after one for the document as a whole.</summary>
internal static class AssessmentCsv
{
    public static string Write(PolicyAssessment assessment)
    {
        var table = new CsvText(
            "record", "id", "text", "exposure", "raised", "lowered", "unknown", "types", "headings", "jurisdictions", "citations",
            "absent", "contract", "actions", "questions", "start", "end", "line");
        table.Record(["document", null, new AssessmentView(assessment).Summary(), .. Exposure(assessment.Exposure)]);
        foreach (ProvisionAssessment each in assessment.Provisions)
        {
            Provision provision = each.Provision.Provision;
            table.Record(
            [
                "provision", provision.Id, provision.Text, .. Exposure(each.Exposure),
                CsvText.Values(each.Provision.Labels.Select(label => label.Type)),
                string.Join(" › ", provision.Headings),
                CsvText.Values(each.Jurisdictions),
                CsvText.Values(each.Citations.Select(citation => citation.Display)),
                CsvText.Values(each.Absent),
                CsvText.Values(each.Contract),
                CsvText.Values(each.Actions),
                CsvText.Values(each.Questions),
                CsvText.Number(provision.Range.Start),
                CsvText.Number(provision.Range.End),
                provision.Position.Line > 0 ? CsvText.Number(provision.Position.Line) : null,
            ]);
        }

        return table.Proof([("Document", assessment.Policy.Document)], assessment.Versions, assessment.AsOf, assessment.Disclaimer).ToString();
    }

    private static IEnumerable<string> Exposure(ExposureAssessment exposure) =>
    [
        WireNames.Of(exposure.Level),
        CsvText.Values(exposure.Raised.Select(factor => factor.Description)),
        CsvText.Values(exposure.Lowered.Select(factor => factor.Description)),
        CsvText.Values(exposure.Unknown),
    ];
}
