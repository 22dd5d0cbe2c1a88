using PolicyAnalysis.Comparison.Evidence;

namespace PolicyAnalysis.Comparison.Quantities;

/// <summary>What a quantity is about, and what its growth means: one row of the table <c>quantity-subjects.tsv</c>.</summary>
internal sealed record QuantitySubject
{
    private static readonly Lazy<IReadOnlyList<QuantitySubject>> Table = new(() => [.. RuleFile.Read("quantity-subjects").Select(Parse)]);

    public static IReadOnlyList<QuantitySubject> All => Table.Value;

    public required string Id { get; init; }

    public required IReadOnlyList<QuantityKind> Kinds { get; init; }

    public required CuePattern Cue { get; init; }

    public CuePattern? Guard { get; init; }

    public required string Increased { get; init; }

    public required string Decreased { get; init; }

    public required ChangeDirection Longer { get; init; }

    public required string Type { get; init; }

    public required string Example { get; init; }

    public required string NearMiss { get; init; }

    public bool Fits(QuantityKind kind, string sentence) => Kinds.Contains(kind) && Cue.IsMatch(sentence) && Guard?.IsMatch(sentence) != true;

    public static QuantitySubject? Of(QuantityKind kind, string sentence) => All.FirstOrDefault(subject => subject.Fits(kind, sentence));

    private static QuantitySubject Parse(string[] cells) => new()
    {
        Id = cells[0],
        Kinds = [.. cells[1].Split(',').Select(Enum.Parse<QuantityKind>)],
        Cue = new CuePattern(cells[2]),
        Guard = CuePattern.Optional(cells[3]),
        Increased = cells[4],
        Decreased = cells[5],
        Longer = RuleFile.Direction(cells[6]),
        Type = cells[7],
        Example = cells[8],
        NearMiss = cells[9],
    };
}
