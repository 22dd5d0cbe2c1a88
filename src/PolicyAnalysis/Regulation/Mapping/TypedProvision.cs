using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation.Mapping;

/// <summary>A provision with its regulatory types, best first, and every rule of words that held in it.</summary>
internal sealed class TypedProvision
{
    public required int Index { get; init; }

    public required ProvisionCues Cues { get; init; }

    /// <summary>The types with their weights, best first; empty where it says nothing that the catalogue knows.</summary>
    public required IReadOnlyList<(RegulatoryType Type, double Weight)> Types { get; init; }

    /// <summary>The matches by the rule that held.</summary>
    public required ILookup<CueRule, CueMatch> Matches { get; init; }

    public RegulatoryType? MainType => Types.Count > 0 ? Types[0].Type : null;
}
