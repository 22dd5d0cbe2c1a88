namespace PolicyAnalysis.Regulation.Mapping;

/// <summary>The rules of a catalogue as they stand on a day, by the types of provisions they concern and by the numbers that texts cite.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class RuleIndex
{
    public RuleIndex(IReadOnlyList<RegulatoryRule> rules, DateOnly asOf, DateOnly? horizon)
    {
        AsOf = asOf;
        Horizon = horizon;
        ByType = rules
            .Select(rule => (Rule: rule, Version: VersionOf(rule)))
            .Where(pair => pair.Version is not null)
            .SelectMany(pair => pair.Version!.ProvisionTypes.Select(type => (type, Pair: (pair.Rule, pair.Version!))))
            .ToLookup(pair => pair.type, pair => pair.Pair, StringComparer.Ordinal);
        Citations = new CitedRules(rules, asOf);
    }

    public DateOnly AsOf { get; }

    public DateOnly? Horizon { get; }

    /// <summary>The rules that bind, or will bind within the horizon, by type of provision.</summary>
    public ILookup<string, (RegulatoryRule Rule, RuleVersion Version)> ByType { get; }

    public CitedRules Citations { get; }

    /// <summary>The version of a rule to show: the one that binds, or the next within the horizon; none otherwise.</summary>
    public RuleVersion? VersionOf(RegulatoryRule rule) => rule.VersionOn(AsOf) ?? (Horizon is { } horizon ? rule.UpcomingVersion(AsOf, horizon) : null);
}
