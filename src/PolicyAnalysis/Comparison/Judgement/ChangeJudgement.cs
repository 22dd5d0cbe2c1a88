namespace PolicyAnalysis.Comparison.Judgement;

/// <summary>What is said of one change.</summary>
internal sealed record ChangeJudgement
{
    public required IReadOnlyList<ChangeEffect> Effects { get; init; }

    public required Materiality Materiality { get; init; }

    public required IReadOnlyList<string> MaterialityReasons { get; init; }

    public ChangeDirection Direction { get; init; }

    public IReadOnlyList<string> DirectionReasons { get; init; } = [];

    public NoEffectCertificate? Certificate { get; init; }

    public IReadOnlyList<QuantityChange> Quantities { get; init; } = [];

    /// <summary>The items that joined or left an enumeration, with ranges in the two quotes.</summary>
    public IReadOnlyList<ListItemChange> ListItems { get; init; } = [];

    /// <summary>The defined terms that gained or lost members.</summary>
    public IReadOnlyList<DefinitionChange> Definitions { get; init; } = [];

    /// <summary>The words that told the main effect; nothing where no rule was met.</summary>
    public string? KeyWords { get; init; }

    /// <summary>The type that the rule of the main effect is about; nothing where no rule was met.</summary>
    public string? TypeHint { get; init; }

    public static ChangeJudgement Certified(NoEffectCertificate certificate, string effect, string reason) => new()
    {
        Effects = [new ChangeEffect { Id = effect, Score = 1, Reason = reason }],
        Materiality = Materiality.Editorial,
        MaterialityReasons = [reason],
        Certificate = certificate,
    };
}
