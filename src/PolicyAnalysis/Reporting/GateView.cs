namespace PolicyAnalysis.Reporting;

/// <summary>What a reader of a gate wants to see first: whether it is open, and what closes it.</summary>
internal sealed class GateView(GateResult result)
{
    public static readonly IReadOnlyList<GateOutcome> Outcomes = [GateOutcome.Fails, GateOutcome.Warns, GateOutcome.Suppressed, GateOutcome.Known];

    public GateResult Result { get; } = result;

    public string Title => ReportFacts.TitleOf(Result.Policy.Document);

    public IReadOnlyList<GateFinding> Of(GateOutcome outcome) => [.. Result.Findings.Where(finding => finding.Outcome == outcome)];

    public string Summary()
    {
        string state = Result.IsOpen ? "The gate is open." : "The gate is closed.";
        if (Result.Findings.Count == 0)
            return state + " No rule found anything.";
        IEnumerable<string> parts = Outcomes.Where(outcome => Of(outcome).Count > 0).Select(outcome => $"{DisplayNames.Number(Of(outcome).Count)} {Words(outcome)}");
        return $"{state} {DisplayNames.Count(Result.Findings.Count, "finding", "findings")}: {string.Join(", ", parts)}; read as of {DisplayNames.Date(Result.AsOf)}.";
    }

    public static string NameOf(GateOutcome outcome) => outcome switch
    {
        GateOutcome.Fails => "Closes the gate",
        GateOutcome.Warns => "Warning",
        GateOutcome.Known => "Known before",
        _ => "Suppressed",
    };

    /// <summary>A sign that tells the outcome without colour.</summary>
    public static string Sign(GateOutcome outcome) => outcome switch
    {
        GateOutcome.Fails => "✕",
        GateOutcome.Warns => "!",
        GateOutcome.Known => "·",
        _ => "–",
    };

    private static string Words(GateOutcome outcome) => outcome switch
    {
        GateOutcome.Fails => "close the gate",
        GateOutcome.Warns => "warn",
        GateOutcome.Known => "known before",
        _ => "suppressed",
    };
}
