using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation;

/// <summary>Something that raises or lowers the exposure of a type of provision, and the cues that show it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PlaybookFactor
{
    /// <summary>The id within its type.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, in plain words.</summary>
    public required string Description { get; init; }

    /// <summary>How far it moves the level: positive raises, negative lowers.</summary>
    public required int Weight { get; init; }

    /// <summary>Rules, one of which shows it.</summary>
    internal CueRule[] Present { get; init; } = [];

    /// <summary>Rules, none of which may hold among the provisions of the type.</summary>
    internal CueRule[] Absent { get; init; } = [];

    /// <summary>Whether the words may stand anywhere in the document.</summary>
    internal bool WholeDocument { get; init; }

    /// <summary>What to ask where the words cannot show it.</summary>
    public string? Question { get; init; }
}

/// <summary>An element that provisions of a type usually have.</summary>
internal sealed record UsualElement(string Id, string Phrase, CueRule[] Present);

/// <summary>What a governance team wants to know of a type of provision.</summary>
/// <remarks>Immutable and thread-safe. Editorial, and meant to be replaced by a team's own.</remarks>
public sealed record PlaybookEntry
{
    /// <summary>The regulatory type of provision.</summary>
    public required string ProvisionType { get; init; }

    /// <summary>The level before any factor.</summary>
    public required ExposureLevel BaseExposure { get; init; }

    /// <summary>Why the type matters.</summary>
    public required string WhyItMatters { get; init; }

    /// <summary>What raises or lowers the level.</summary>
    public required IReadOnlyList<PlaybookFactor> Factors { get; init; }

    /// <summary>Contract and vendor implications.</summary>
    public required IReadOnlyList<string> Contract { get; init; }

    /// <summary>Actions to consider.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Questions whose answers would change the assessment.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>The rules and instruments that matter most for the type, most specific first.</summary>
    public required IReadOnlyList<string> Anchors { get; init; }

    /// <summary>The rules that go with an anchor.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> With { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    internal IReadOnlyList<UsualElement> Usual { get; init; } = [];
}

/// <summary>A regulatory type of provision: finer than the taxonomy, and tied to it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">What it is about as it reads after "the provision concerns".</param>
/// <param name="Group">The group it belongs to.</param>
/// <param name="Definition">What it is about.</param>
/// <param name="Taxonomy">The type of the taxonomy that it makes finer.</param>
/// <param name="Sectors">The sectors whose law it brings into play.</param>
/// <param name="Anchors">The rules that matter most, where no playbook entry names them.</param>
/// <param name="NeedsCue">Whether a label alone is not enough for it.</param>
/// <param name="FollowsDocument">Whether privacy law or contract law concerns it according to the document it stands in.</param>
/// <param name="NamesPlaces">Whether such provisions name places for another reason than to speak to the people there.</param>
/// <param name="AmongBusinesses">Whether law on contracts concerns it between businesses too.</param>
/// <param name="Rules">The cues that speak of it.</param>
internal sealed record RegulatoryType(string Id, string Name, string Group, string Definition, string? Taxonomy, IReadOnlyList<string> Sectors, IReadOnlyList<string> Anchors, bool NeedsCue, bool FollowsDocument, bool NamesPlaces, bool AmongBusinesses, CueRule[] Rules);

/// <summary>A statement that a notice can make, and the ways in which notices make it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Phrase">What is stated, as it reads after "searched for".</param>
/// <param name="StatedDates">Whether a date that the document states of itself shows it, wherever it stands.</param>
/// <param name="Rules">The ways.</param>
internal sealed record NoticeStatement(string Id, string Phrase, bool StatedDates, CueRule[] Rules);

/// <summary>A sector or activity and the words that speak of it.</summary>
internal sealed record SectorHint(string Id, CueRule[] Rules);

/// <summary>A jurisdiction and the words that speak of it.</summary>
internal sealed record JurisdictionHint(string Code, string Name, string? NoticeRule, CueRule[] Rules);
