namespace PolicyAnalysis.Reporting.Markdown;

/// <summary>What a gate found as Markdown, for a pull request or an issue.</summary>
internal static class GateMarkdown
{
    public static string Write(GateResult result)
    {
        var view = new GateView(result);
        var text = new MarkdownText();
        text.Heading(1, view.Title);
        text.Paragraph(view.Summary());
        foreach (GateOutcome outcome in GateView.Outcomes)
        {
            IReadOnlyList<GateFinding> findings = view.Of(outcome);
            if (findings.Count == 0)
                continue;
            text.Heading(2, $"{GateView.Sign(outcome)} {GateView.NameOf(outcome)}");
            foreach (GateFinding finding in findings)
                Finding(text, finding);
        }

        text.List("Remarks on the rules", result.Remarks);
        return text.Proof([("Document", result.Policy.Document)], result.Versions, result.AsOf, result.Disclaimer).ToString();
    }

    private static void Finding(MarkdownText text, GateFinding finding)
    {
        text.Heading(3, finding.Citation is { } citation ? $"{finding.Rule}: {citation}" : finding.Rule);
        text.Paragraph(finding.Message);
        if (finding.Evidence is { } quote)
            text.Quote(quote.Text);
        if (finding.Suppression is { } suppression)
            text.Paragraph("Suppressed by " + suppression);
        text.Paragraph("Fingerprint: " + finding.Fingerprint);
    }
}
