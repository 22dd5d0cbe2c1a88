namespace PolicyAnalysis.Reporting.Plain;

/// <summary>A completeness check as plain text: a line for each element, with the best passage.</summary>
internal static class CompletenessText
{
    public static string Write(CompletenessResult result)
    {
        var view = new CompletenessView(result);
        var text = new PlainText();
        text.Title(view.Title);
        text.Line(view.Summary());
        text.Line();
        foreach (RequirementFinding finding in result.Requirements)
        {
            text.Line($"{DisplayNames.Sign(finding.Status)} {DisplayNames.Of(finding.Status)}: {finding.Element} ({finding.Citation})");
            if (finding.Evidence.Count > 0)
            {
                if (view.From(finding.Evidence[0]) is { } name)
                    text.Line($"in {name}:", 4);
                text.Quote("| ", finding.Evidence[0].Text);
            }
            else
                text.Line(finding.Reason, 4);
        }

        return text.Proof(result.Documents, result.Versions, result.AsOf, result.Disclaimer).ToString();
    }
}
