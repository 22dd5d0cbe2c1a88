namespace PolicyAnalysis;

/// <summary>How a gate's finding counts.</summary>
public enum GateOutcome
{
    /// <summary>It closes the gate.</summary>
    Fails,

    /// <summary>It is shown and closes nothing.</summary>
    Warns,

    /// <summary>It was known before: the baseline names it.</summary>
    Known,

    /// <summary>Somebody answers for it until a day that has not passed.</summary>
    Suppressed,
}

/// <summary>Something that a rule of a gate found, with the quote, the rule and the law.</summary>
/// <remarks>Immutable and thread-safe. Nothing in it is a legal conclusion.</remarks>
public sealed record GateFinding
{
    /// <summary>The id of the gate's rule.</summary>
    public required string Rule { get; init; }

    /// <summary><c>requirement</c>, <c>change</c> or <c>exposure</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The element, the provision or the effect that it is about.</summary>
    public required string Target { get; init; }

    /// <summary>A text that stays the same from run to run, for baselines and suppressions: rule and target.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>How it counts.</summary>
    public required GateOutcome Outcome { get; init; }

    /// <summary>What was found and why the rule names it, in plain sentences.</summary>
    public required string Message { get; init; }

    /// <summary>The words that show it; <see langword="null"/> where the finding is that none were recognised.</summary>
    public Quote? Evidence { get; init; }

    /// <summary>The law that it rests on, as people write it; <see langword="null"/> where it rests on the rule alone.</summary>
    public string? Citation { get; init; }

    /// <summary>Who answers for a suppression, why and until when; otherwise <see langword="null"/>.</summary>
    public string? Suppression { get; init; }
}

/// <summary>What a gate found in a policy, and whether it is open.</summary>
/// <remarks>Immutable and thread-safe. Nothing in it is a legal conclusion.</remarks>
public sealed record GateResult
{
    /// <summary>The policy that stood before the gate.</summary>
    public required AnalyzedPolicy Policy { get; init; }

    /// <summary>The day as of which law and suppressions were read.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The findings in the order of the rules.</summary>
    public required IReadOnlyList<GateFinding> Findings { get; init; }

    /// <summary>What a reader should know of the rules, for example a suppression that has run out.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The versions of everything that had a part in the result.</summary>
    public required AnalysisVersions Versions { get; init; }

    /// <summary>The disclaimer that goes with every form of the result.</summary>
    public required string Disclaimer { get; init; }

    /// <summary>Whether no finding closes the gate.</summary>
    public bool IsOpen => Findings.All(finding => finding.Outcome != GateOutcome.Fails);
}
