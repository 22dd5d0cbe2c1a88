namespace PolicyAnalysis.Reporting.Sarif;

/// <summary>A completeness check as SARIF: a result for each element that a law asks for, its rule the element.</summary>
internal static class CompletenessSarif
{
    public static string Write(CompletenessResult result) => SarifLog.Write(new SarifRun
    {
        Kind = "policy-completeness",
        Artifacts = [.. result.Documents.Select(document => new SarifArtifact(document, "The policy"))],
        Results = [.. new CompletenessView(result).Elements.Select(element => Result(element, [result.Policy, .. result.Others]))],
        Versions = result.Versions,
        Disclaimer = result.Disclaimer,
        AsOf = result.AsOf,
    });

    private static SarifResult Result(RequirementView element, IReadOnlyList<AnalyzedPolicy> policies)
    {
        RequirementFinding finding = element.Finding;
        (string kind, string level) = Standing(finding.Status);
        IReadOnlyList<SarifLocation> places = [.. finding.Evidence.Select(quote => Place(quote, policies[quote.Document])).OfType<SarifLocation>()];
        return new SarifResult
        {
            Rule = new SarifRule(finding.Id, finding.Citation, $"{finding.Citation} asks a notice, where the rule applies, to state: {finding.Element.TrimEnd('.')}."),
            Kind = kind,
            Level = level,
            Message = $"{DisplayNames.Of(finding.Status)}: {finding.Element} ({finding.Citation}). {finding.Reason}",
            Location = places.Count > 0 ? places[0] : new SarifLocation(0, default, null, []),
            Related = [.. places.Skip(1)],
            Fingerprint = element.Key,
            Properties = [("status", WireNames.Of(finding.Status)), .. finding.Evidence.Take(1).Select(quote => ("quote", quote.Text))],
            Tags = [WireNames.Of(finding.Status)],
        };
    }

    /// <summary>Where the quote itself begins, where the document knows; otherwise where its provision does.</summary>
    private static SourcePosition Start(Quote quote, Provision provision, PolicyDocument document)
    {
        SourcePosition start = document.GetSourcePosition(quote.Range.Start);
        return start.Offset >= provision.Position.Offset ? start : provision.Position;
    }

    private static (string Kind, string Level) Standing(RequirementStatus status) => status switch
    {
        RequirementStatus.Found => ("pass", "none"),
        RequirementStatus.Partial => ("fail", "note"),
        RequirementStatus.NotFound => ("fail", "warning"),
        RequirementStatus.ConditionNotMet => ("notApplicable", "none"),
        _ => ("open", "none"),
    };

    /// <summary>The provision that the quote stands in, or the last one that begins before it.</summary>
    private static SarifLocation? Place(Quote quote, AnalyzedPolicy policy)
    {
        Provision? found = null;
        foreach (AnalyzedProvision each in policy.Provisions)
        {
            if (each.Provision.Range.Start > quote.Range.Start)
                break;
            found = each.Provision;
        }

        return found is null ? null : SarifLocation.Of(quote.Document, policy.Document, quote.Range, Start(quote, found, policy.Document), found.Headings, quote.Text);
    }
}
