namespace PolicyAnalysis.Reporting.Plain;

/// <summary>An assessment as plain text: the provisions with quote, exposure, citations and actions.</summary>
internal static class AssessmentText
{
    public static string Write(PolicyAssessment assessment)
    {
        var view = new AssessmentView(assessment);
        var text = new PlainText();
        text.Title(view.Title);
        text.Line(view.Summary());
        text.Line("Levels: " + string.Join(", ", AssessmentView.Levels.Select(level => $"{DisplayNames.Of(level).ToLowerInvariant()} {DisplayNames.Number(view.Count(level))}")) + ".");
        foreach (AssessmentSection section in view.Sections)
        {
            text.Section(section.Title);
            foreach (ProvisionAssessment each in section.Provisions)
                Provision(text, each);
        }

        return text.Proof([assessment.Policy.Document], assessment.Versions, assessment.AsOf, assessment.Disclaimer).ToString();
    }

    private static void Provision(PlainText text, ProvisionAssessment assessed)
    {
        text.Line($"[{DisplayNames.Of(assessed.Exposure.Level)}] {AssessmentView.Name(assessed)}");
        text.Quote("| ", assessed.Provision.Provision.Text);
        foreach (ExposureFactor factor in assessed.Exposure.Raised)
            Factor(text, "▲ ", factor);
        foreach (ExposureFactor factor in assessed.Exposure.Lowered)
            Factor(text, "▼ ", factor);
        if (assessed.Citations.Count > 0)
            text.Line("Rules: " + string.Join(", ", assessed.Citations.Select(citation => citation.Display)), 2);
        foreach (string action in assessed.Actions)
            text.Line("> " + action, 2);
        text.Line();
    }

    private static void Factor(PlainText text, string sign, ExposureFactor factor) =>
        text.Line(sign + (factor.Evidence is { } evidence ? $"{factor.Description} “{evidence.Text}”" : factor.Description), 2);
}
