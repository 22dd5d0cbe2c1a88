namespace PolicyAnalysis.Reporting.Sarif;

/// <summary>An assessment as SARIF: a result for each provision, its rule the main type.</summary>
internal static class AssessmentSarif
{
    public static string Write(PolicyAssessment assessment) => SarifLog.Write(new SarifRun
    {
        Kind = "policy-assessment",
        Artifacts = [new SarifArtifact(assessment.Policy.Document, "The policy")],
        Results = [.. assessment.Provisions.Select(each => Result(each, assessment.Policy.Document))],
        Versions = assessment.Versions,
        Disclaimer = assessment.Disclaimer,
        AsOf = assessment.AsOf,
    });

    private static SarifResult Result(ProvisionAssessment assessed, PolicyDocument document)
    {
        Provision provision = assessed.Provision.Provision;
        string type = assessed.Provision.MainType ?? "unclassified";
        string level = Level(assessed.Exposure.Level);
        return new SarifResult
        {
            Rule = new SarifRule("provision/" + type, DisplayNames.OfId(type), $"A provision whose main type reads: {DisplayNames.OfId(type)}. The level follows its governance exposure, an editorial scale and not a legal conclusion."),
            Kind = level == "none" ? "informational" : "fail",
            Level = level,
            Message = Message(assessed),
            Location = SarifLocation.Of(0, document, provision.Range, provision.Position, provision.Headings),
            Fingerprint = provision.Id,
            Properties = [("exposure", WireNames.Of(assessed.Exposure.Level)), ("quote", provision.Text)],
            Tags = [.. assessed.Provision.Labels.Select(label => label.Type), .. assessed.Citations.Select(citation => citation.Id), .. assessed.Jurisdictions],
        };
    }

    private static string Level(ExposureLevel level) => level switch
    {
        ExposureLevel.Low => "none",
        ExposureLevel.LowMedium or ExposureLevel.Medium => "note",
        _ => "warning",
    };

    private static string Message(ProvisionAssessment assessed)
    {
        string message = $"Governance exposure: {DisplayNames.Of(assessed.Exposure.Level).ToLowerInvariant()}.";
        if (assessed.Exposure.Raised.Count > 0)
            message += " Raised by: " + string.Join("; ", assessed.Exposure.Raised.Select(factor => factor.Description)) + ".";
        if (assessed.Citations.Count > 0)
            message += " Rules it may concern: " + string.Join(", ", assessed.Citations.Select(citation => citation.Display)) + ".";
        return message;
    }
}
