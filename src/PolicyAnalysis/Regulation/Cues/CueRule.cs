namespace PolicyAnalysis.Regulation.Cues;

/// <summary>One way in which texts say a thing: a phrase, what must stand with it, what must not, and under which heading.</summary>
/// <remarks>Immutable and thread-safe. Patterns are numbers in the catalogue's <see cref="CueSet"/>.</remarks>
internal sealed class CueRule
{
    public required string Id { get; init; }

    /// <summary>The phrases, one of which must stand in the words of the provision itself.</summary>
    public required int[] Any { get; init; }

    /// <summary>Groups of phrases: of each group, one must stand within <see cref="Scope"/>.</summary>
    public int[][] Also { get; init; } = [];

    /// <summary>Phrases that must not stand in the same sentence.</summary>
    public int[] Unless { get; init; } = [];

    /// <summary>Phrases, one of which must stand in a heading above, the lead-in or the table's headers.</summary>
    public int[] Under { get; init; } = [];

    /// <summary>Phrases that must not stand in a heading above or the lead-in.</summary>
    public int[] NotUnder { get; init; } = [];

    /// <summary>Types, one of which the provision must have where it has any.</summary>
    public string[] Types { get; init; } = [];

    public CueScope Scope { get; init; }

    /// <summary>How often the thing is said where the rule holds, 0 to 1.</summary>
    public double Confidence { get; init; } = 0.9;

    /// <summary>Whether the rule shows only a part of the thing.</summary>
    public bool Partial { get; init; }
}
