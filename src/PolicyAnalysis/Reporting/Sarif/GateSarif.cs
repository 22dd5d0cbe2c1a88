namespace PolicyAnalysis.Reporting.Sarif;

/// <summary>What a gate found as SARIF: a result for each finding, its rule the gate's own.</summary>
internal static class GateSarif
{
    public static string Write(GateResult result) => SarifLog.Write(new SarifRun
    {
        Kind = "policy-gate",
        Artifacts = [new SarifArtifact(result.Policy.Document, "The policy")],
        Results = [.. result.Findings.Select(finding => Result(finding, result.Policy))],
        Versions = result.Versions,
        Disclaimer = result.Disclaimer,
        AsOf = result.AsOf,
        Warnings = [.. result.Remarks.Select(remark => ("gate-remark", remark))],
    });

    private static SarifResult Result(GateFinding finding, AnalyzedPolicy policy) => new()
    {
        Rule = new SarifRule("gate/" + finding.Rule, finding.Rule, $"The rule '{finding.Rule}' of the gate, on {finding.Kind}."),
        Kind = finding.Outcome is GateOutcome.Fails or GateOutcome.Warns ? "fail" : "informational",
        Level = finding.Outcome switch { GateOutcome.Fails => "error", GateOutcome.Warns => "warning", _ => "none" },
        Message = finding.Message + (finding.Citation is null ? string.Empty : $" ({finding.Citation})") + (finding.Suppression is null ? string.Empty : $" Suppressed by {finding.Suppression}"),
        Location = finding.Evidence is { } quote ? SarifLocation.Of(0, policy.Document, quote.Range, policy.Document.GetSourcePosition(quote.Range.Start), [], null) : new SarifLocation(0, default, null, []),
        Fingerprint = finding.Fingerprint,
        Suppression = finding.Suppression,
        IsKnown = finding.Outcome == GateOutcome.Known,
        Properties = [("outcome", WireNames.Of(finding.Outcome)), ("target", finding.Target), .. (finding.Evidence is { } shown ? new[] { ("quote", shown.Text) } : [])],
        Tags = [finding.Kind],
    };
}
