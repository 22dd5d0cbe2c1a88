namespace PolicyAnalysis.Reporting.Sarif;

/// <summary>A comparison as SARIF: a result for each change, its rule the main effect.</summary>
internal static class ComparisonSarif
{
    private const int Before = 0;
    private const int After = 1;

    public static string Write(PolicyComparison comparison)
    {
        IReadOnlyList<string> keys = ChangeKeys.Of(comparison.Changes);
        IReadOnlyList<PolicyDocument> documents = [comparison.Before.Document, comparison.After.Document];
        return SarifLog.Write(new SarifRun
        {
            Kind = "policy-comparison",
            Artifacts = [new SarifArtifact(comparison.Before.Document, "The version before"), new SarifArtifact(comparison.After.Document, "The version after")],
            Results = [.. comparison.Changes.Select((change, index) => Result(change, keys[index], documents))],
            Versions = comparison.After.Versions,
            Disclaimer = PolicyDisclaimer.Text,
            Warnings = ReportFacts.Warnings(comparison),
        });
    }

    private static SarifResult Result(ChangeRecord change, string key, IReadOnlyList<PolicyDocument> documents)
    {
        string level = Level(change);
        SarifLocation? before = Location(change.Before, Before, "Before", documents);
        SarifLocation? after = Location(change.After, After, "After", documents);
        string effect = change.Effects.Count > 0 ? change.Effects[0].Id : WireNames.Of(change.Operation);
        return new SarifResult
        {
            Rule = new SarifRule("change/" + effect, DisplayNames.OfId(effect), $"A change between two versions of a policy whose main effect reads: {DisplayNames.OfId(effect)}."),
            Kind = level == "none" ? "informational" : "fail",
            Level = level,
            Message = change.Summary,
            Location = after ?? before,
            Related = after is not null && before is not null ? [before] : [],
            Fingerprint = key,
            Properties = Properties(change),
            Tags = [WireNames.Of(change.Materiality), WireNames.Of(change.Direction), .. change.Effects.Select(each => each.Id), .. change.Types],
        };
    }

    private static string Level(ChangeRecord change) => change.Materiality switch
    {
        Materiality.Material when change.Direction is ChangeDirection.AgainstUser or ChangeDirection.Mixed => "warning",
        Materiality.Material or Materiality.Minor => "note",
        _ => "none",
    };

    private static List<(string Name, string Value)> Properties(ChangeRecord change)
    {
        var properties = new List<(string Name, string Value)> { ("operation", WireNames.Of(change.Operation)) };
        if (change.Before is { } before)
            properties.Add(("before", before.Text));
        if (change.After is { } after)
            properties.Add(("after", after.Text));
        return properties;
    }

    private static SarifLocation? Location(ChangeSide? side, int artifact, string message, IReadOnlyList<PolicyDocument> documents)
    {
        if (side is null)
            return null;

        SourcePosition start = side.Provisions.Count > 0 ? side.Provisions[0].Provision.Position : default;
        return SarifLocation.Of(artifact, documents[artifact], side.Range, start, side.Headings, message);
    }
}
