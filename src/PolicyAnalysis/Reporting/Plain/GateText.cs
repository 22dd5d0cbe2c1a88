namespace PolicyAnalysis.Reporting.Plain;

/// <summary>What a gate found as plain text: a line for each finding, with its quote.</summary>
internal static class GateText
{
    public static string Write(GateResult result)
    {
        var text = new PlainText();
        text.Title(ReportFacts.TitleOf(result.Policy.Document));
        text.Line(new GateView(result).Summary());
        text.Line();
        foreach (GateFinding finding in result.Findings)
        {
            text.Line($"{WireNames.Of(finding.Outcome)}: {finding.Message}" + (finding.Citation is null ? string.Empty : $" ({finding.Citation})"));
            if (finding.Evidence is { } quote)
                text.Quote("| ", quote.Text);
            if (finding.Suppression is { } suppression)
                text.Line("Suppressed by " + suppression, 4);
        }

        foreach (string remark in result.Remarks)
            text.Line(remark);
        return text.Proof([result.Policy.Document], result.Versions, result.AsOf, result.Disclaimer).ToString();
    }
}
