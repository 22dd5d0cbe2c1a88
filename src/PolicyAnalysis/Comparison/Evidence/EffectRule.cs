using System.Globalization;

namespace PolicyAnalysis.Comparison.Evidence;

/// <summary>Which words that came or went speak for which effect: one row of the table <c>effects.tsv</c>.</summary>
internal sealed record EffectRule
{
    private static readonly Lazy<IReadOnlyList<EffectRule>> Table = new(() => [.. RuleFile.Read("effects").Select(Parse)]);

    public static IReadOnlyList<EffectRule> All => Table.Value;

    public required string Id { get; init; }

    public required IReadOnlyList<(char Sign, int Cue)> When { get; init; }

    public required string Effect { get; init; }

    public required ChangeDirection Direction { get; init; }

    public required bool IsMaterial { get; init; }

    /// <summary>How strongly it speaks, 0 to 1.</summary>
    public required double Weight { get; init; }

    public required string Type { get; init; }

    public required string Example { get; init; }

    public required string NearMiss { get; init; }

    /// <summary>The words that met the rule, or <see langword="null"/> where it is not met.</summary>
    /// <param name="evidence">What is known of the change.</param>
    /// <param name="share">How much of the change met it, from a little over 0 to 1.</param>
    public string? Meets(ChangeEvidence evidence, out double share)
    {
        const double leastShare = 0.35;
        string? words = null;
        share = 1;
        foreach ((char sign, int cue) in When)
        {
            CueEvidence found = evidence.Cues[cue];
            bool isMet = sign switch
            {
                '+' => found.Gained is not null,
                '-' => found.Lost is not null,
                '~' => found.Stands || evidence.Context[cue],
                '@' => evidence.LeadIn[cue],
                '*' => found.Gained is not null && evidence.IsWholeCome,
                '!' => !found.IsTouched,
                _ => !found.Stands,
            };
            if (!isMet)
                return null;
            if (sign == '+')
                share = Math.Min(share, leastShare + ((1 - leastShare) * (found.GainedShare > 0 ? found.GainedShare : 1)));
            words ??= sign is '+' or '*' ? found.Gained : sign == '-' ? found.Lost : null;
        }

        return words;
    }

    private static EffectRule Parse(string[] cells) => new()
    {
        Id = cells[0],
        When = [.. cells[1].Split(',').Select(static term => (term[0], Cue.IndexOf(term[1..])))],
        Effect = cells[2],
        Direction = RuleFile.Direction(cells[3]),
        IsMaterial = string.Equals(cells[4], "yes", StringComparison.Ordinal),
        Weight = double.Parse(cells[5], CultureInfo.InvariantCulture),
        Type = cells[6],
        Example = cells[7],
        NearMiss = cells[8],
    };
}
