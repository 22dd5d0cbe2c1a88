namespace PolicyAnalysis.Reporting.Markdown;

/// <summary>An assessment as Markdown, for a pull request, an issue or a notebook.</summary>
internal static class AssessmentMarkdown
{
    public static string Write(PolicyAssessment assessment)
    {
        var view = new AssessmentView(assessment);
        var text = new MarkdownText();
        text.Heading(1, view.Title);
        text.Paragraph(view.Summary());
        Exposure(text, assessment.Exposure);
        text.Table(["Exposure", "Provisions"], AssessmentView.Levels.Select(level => (IReadOnlyList<string>)[DisplayNames.Of(level), DisplayNames.Number(view.Count(level))]));
        if (view.Jurisdictions.Count > 0)
            text.Table(["Jurisdiction", "Provisions"], view.Jurisdictions.Select(pair => (IReadOnlyList<string>)[pair.Key, DisplayNames.Number(pair.Value)]));
        if (view.Named.Count > 0)
            text.Table(["Named by the text", "", "First words"], view.Named.Select(named => (IReadOnlyList<string>)[named.Code, named.Name, $"“{named.Evidence!.Text}”"]));

        var explained = new HashSet<string>(StringComparer.Ordinal);
        foreach (AssessmentSection section in view.Sections)
        {
            text.Heading(2, section.Title);
            foreach (ProvisionAssessment each in section.Provisions)
                Provision(text, each, view, explained);
        }

        return text.Proof([("Document", assessment.Policy.Document)], assessment.Versions, assessment.AsOf, assessment.Disclaimer).ToString();
    }

    private static void Provision(MarkdownText text, ProvisionAssessment assessed, AssessmentView view, HashSet<string> explained)
    {
        Provision provision = assessed.Provision.Provision;
        text.Heading(3, $"{AssessmentView.Name(assessed)}: {DisplayNames.Of(assessed.Exposure.Level).ToLowerInvariant()} exposure");
        if (provision.Headings.Count > 0)
            text.Paragraph(string.Join(" › ", provision.Headings));
        if (provision.LeadIn is { } leadIn)
            text.Paragraph(leadIn);
        text.Quote(provision.Text);
        Exposure(text, assessed.Exposure);
        Rules(text, assessed.Citations, explained);
        text.List("Usual elements that were not recognised here", assessed.Absent);
        if (view.SamePointsAs(assessed) is { } first)
        {
            text.Paragraph($"The contract points, actions and questions on {first.Subject} stand above.");
            return;
        }

        text.List("Contract and vendor points", assessed.Contract);
        text.List("Actions to consider", assessed.Actions);
        text.List("Open questions", AssessmentView.OpenQuestions(assessed));
    }

    /// <summary>A rule is explained where it first comes up; further down it is only named.</summary>
    private static void Rules(MarkdownText text, IReadOnlyList<RegulatoryLink> citations, HashSet<string> explained)
    {
        List<RegulatoryLink> fresh = [];
        List<RegulatoryLink> known = [];
        foreach (RegulatoryLink citation in citations)
            (explained.Add(citation.Id) ? fresh : known).Add(citation);
        if (fresh.Count > 0)
            text.Table(["Rule", "Jurisdiction", "Why", "Standing"], fresh.Select(citation => (IReadOnlyList<string>)[citation.Display, citation.Jurisdiction, citation.Why, DisplayNames.Standing(citation)]));
        if (known.Count > 0)
            text.Paragraph($"{(fresh.Count > 0 ? "Also" : "Rules")}, as explained above: {string.Join("; ", known.Select(citation => citation.Display))}.");
    }

    private static void Exposure(MarkdownText text, ExposureAssessment exposure) => text.List(
        null,
        [
            .. exposure.Raised.Select(factor => "▲ Raises: " + Factor(factor)),
            .. exposure.Lowered.Select(factor => "▼ Lowers: " + Factor(factor)),
        ]);

    private static string Factor(ExposureFactor factor) => factor.Evidence is { } evidence ? $"{factor.Description} “{evidence.Text}”" : factor.Description;
}
