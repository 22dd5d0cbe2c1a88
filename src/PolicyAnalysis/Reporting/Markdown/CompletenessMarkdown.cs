namespace PolicyAnalysis.Reporting.Markdown;

/// <summary>A completeness check as Markdown, for a pull request, an issue or a notebook.</summary>
internal static class CompletenessMarkdown
{
    public static string Write(CompletenessResult result)
    {
        var view = new CompletenessView(result);
        var text = new MarkdownText();
        text.Heading(1, view.Title);
        text.Paragraph(view.Summary());
        text.Table(
            ["", "Element", "Citation", "Outcome"],
            result.Requirements.Select(finding => (IReadOnlyList<string>)[DisplayNames.Sign(finding.Status), finding.Element, finding.Citation, DisplayNames.Of(finding.Status)]));
        text.Heading(2, "Evidence");
        foreach (RequirementFinding finding in result.Requirements)
        {
            text.Heading(3, $"{DisplayNames.Sign(finding.Status)} {finding.Citation}: {finding.Element}");
            text.Paragraph(finding.Reason);
            IReadOnlyList<Quote> quotes = finding.Evidence;
            if (quotes.Count == 0 && finding.Candidates.Count > 0)
            {
                text.Raw("**Nearest passages**");
                quotes = finding.Candidates;
            }

            foreach (Quote quote in quotes)
            {
                if (view.From(quote) is { } name)
                    text.Paragraph($"In {name}:");
                text.Quote(quote.Text);
            }
        }

        return text.Proof(view.Documents, result.Versions, result.AsOf, result.Disclaimer).ToString();
    }
}
