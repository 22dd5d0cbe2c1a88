using System.Text.RegularExpressions;

namespace PolicyAnalysis.Comparison;

/// <summary>One rule of the table: words whose coming or going speaks for an effect.</summary>
internal sealed record EffectRule
{
    public required string Id { get; init; }

    public required Regex Cue { get; init; }

    /// <summary>Words in the same provision that take the cue's meaning away; <see langword="null"/> where no trap is known.</summary>
    public Regex? Guard { get; init; }

    public required string Gained { get; init; }

    public required ChangeDirection GainedDirection { get; init; }

    public required string Lost { get; init; }

    public required ChangeDirection LostDirection { get; init; }

    public required bool IsMaterial { get; init; }

    public required double Weight { get; init; }

    public required string Type { get; init; }

    public required string Example { get; init; }

    public required string NearMiss { get; init; }

    /// <summary>How often the cue stands in a text, and its first words there; none where the guard is met.</summary>
    public (int Count, string First) Find(string text)
    {
        if (Guard?.IsMatch(text) == true)
            return (0, string.Empty);
        Match first = Cue.Match(text);
        return first.Success ? (Cue.Count(text), first.Value) : (0, string.Empty);
    }
}
