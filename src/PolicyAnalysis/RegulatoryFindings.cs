namespace PolicyAnalysis;

/// <summary>How exposed an organisation that relies on the text may be. An editorial scale, not a legal conclusion.</summary>
public enum ExposureLevel
{
    /// <summary>Low.</summary>
    Low,

    /// <summary>Low to medium.</summary>
    LowMedium,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>Medium to high.</summary>
    MediumHigh,

    /// <summary>High.</summary>
    High,
}

/// <summary>A verbatim quote with its range in the canonical text.</summary>
/// <param name="Text">The slice of the canonical text that <paramref name="Range"/> names.</param>
/// <param name="Range">The range in the canonical text.</param>
public sealed record Quote(string Text, TextRange Range)
{
    /// <summary>The index of the document that it is from, where a result has several (see <see cref="CompletenessResult.Documents"/>); otherwise 0.</summary>
    public int Document { get; init; }
}

/// <summary>Something that raised or lowered an exposure.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ExposureFactor
{
    /// <summary>The factor's id in the catalogue, for example <c>no-measures-described</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What the factor is, in plain words.</summary>
    public required string Description { get; init; }

    /// <summary>How far it moves the level: positive raises, negative lowers.</summary>
    public required int Weight { get; init; }

    /// <summary>The words that show it; <see langword="null"/> where the factor is that no such words were recognised.</summary>
    public Quote? Evidence { get; init; }
}

/// <summary>A governance exposure with everything that led to it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ExposureAssessment
{
    /// <summary>The level.</summary>
    public required ExposureLevel Level { get; init; }

    /// <summary>What raised it.</summary>
    public required IReadOnlyList<ExposureFactor> Raised { get; init; }

    /// <summary>What lowered it.</summary>
    public required IReadOnlyList<ExposureFactor> Lowered { get; init; }

    /// <summary>The questions whose answers could move it, one plain question each; a provision's are among its <see cref="ProvisionAssessment.Questions"/>.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}

/// <summary>A rule of law or a standard that a provision touches.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RegulatoryLink
{
    /// <summary>The rule's id in the catalogue, for example <c>eu-gdpr.art-33-1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The citation as people write it, for example <c>GDPR Art. 33(1)</c>.</summary>
    public required string Display { get; init; }

    /// <summary>How the provision and the rule relate: <c>engages</c>, <c>cites</c>, <c>informs</c>.</summary>
    public required string Relation { get; init; }

    /// <summary>What the rule asks in general and why it is linked, in one or two plain sentences.</summary>
    public required string Why { get; init; }

    /// <summary>The jurisdiction of the rule, for example <c>EU</c> or <c>US-CA</c>.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Whether the rule applies on the facts known: <c>applies-if-facts-hold</c>, <c>likely-engaged</c>, <c>engaged-unknown</c> or <c>out-of-scope</c>.</summary>
    public required string Applicability { get; init; }

    /// <summary>The fact that decides and is not known, or that rules it out; <see langword="null"/> where none is open.</summary>
    public string? DecidingFact { get; init; }

    /// <summary><see cref="DecidingFact"/> in plain words, for example <c>whether data goes to countries outside the European Economic Area</c>.</summary>
    public string? DecidingFactPhrase { get; init; }

    /// <summary>Rules that go with it, for example a time limit that a security duty brings along.</summary>
    public IReadOnlyList<RelatedRule> Related { get; init; } = [];

    /// <summary>The standing of the catalogue's own fact: <c>verified</c>, <c>from-knowledge</c>, <c>disputed</c>.</summary>
    public required string Status { get; init; }
}

/// <summary>A rule that goes with a linked one.</summary>
/// <param name="Id">The rule's id in the catalogue.</param>
/// <param name="Display">The citation as people write it.</param>
public sealed record RelatedRule(string Id, string Display);

/// <summary>A jurisdiction that a policy names: by its name, its people, an address, or a law. Evidence that it may matter, not proof.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record NamedJurisdiction
{
    /// <summary>The ISO 3166 code, or <c>EU</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The name, for example <c>California</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The provision that names it.</summary>
    public required AnalyzedProvision Provision { get; init; }

    /// <summary>The words that name it; <see langword="null"/> where a heading above the provision does.</summary>
    public Quote? Evidence { get; init; }
}

/// <summary>What the catalogue has to say of one provision.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ProvisionAssessment
{
    /// <summary>The provision with its labels.</summary>
    public required AnalyzedProvision Provision { get; init; }

    /// <summary>The regulatory type, finer than the labels, for example <c>payment-data</c>.</summary>
    public required string RegulatoryType { get; init; }

    /// <summary>What the provision is about as it reads after "it concerns", for example <c>payment data</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The governance exposure.</summary>
    public required ExposureAssessment Exposure { get; init; }

    /// <summary>The rules it touches, most specific first.</summary>
    public required IReadOnlyList<RegulatoryLink> Citations { get; init; }

    /// <summary>The jurisdictions flagged, ISO 3166 codes or <c>EU</c>, <c>EEA</c>, <c>INT</c>; sorted.</summary>
    public required IReadOnlyList<string> Jurisdictions { get; init; }

    /// <summary>Elements that provisions of this type usually have and that were not recognised here.</summary>
    public required IReadOnlyList<string> Absent { get; init; }

    /// <summary>Contract and vendor implications.</summary>
    public required IReadOnlyList<string> Contract { get; init; }

    /// <summary>Compliance actions to consider.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Questions whose answers would change the assessment, those that could move the exposure included.</summary>
    public required IReadOnlyList<string> Questions { get; init; }
}

/// <summary>One policy set against the regulatory catalogue.</summary>
/// <remarks>Immutable and thread-safe. Nothing in it is a legal conclusion.</remarks>
public sealed record PolicyAssessment
{
    /// <summary>The policy.</summary>
    public required AnalyzedPolicy Policy { get; init; }

    /// <summary>The date as of which the law was read.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The governance exposure of the document as a whole.</summary>
    public required ExposureAssessment Exposure { get; init; }

    /// <summary>The provisions that have something to say, in reading order.</summary>
    public required IReadOnlyList<ProvisionAssessment> Provisions { get; init; }

    /// <summary>The jurisdictions that the text itself names, provision by provision in reading order.</summary>
    public IReadOnlyList<NamedJurisdiction> NamedJurisdictions { get; init; } = [];

    /// <summary>The versions of everything that had a part in the result.</summary>
    public required AnalysisVersions Versions { get; init; }

    /// <summary>The disclaimer that goes with every form of the result.</summary>
    public required string Disclaimer { get; init; }
}

/// <summary>The outcome of looking for one element that a law asks a notice to state.</summary>
public enum RequirementStatus
{
    /// <summary>A passage states it.</summary>
    Found,

    /// <summary>Something close is said, but not the whole element.</summary>
    Partial,

    /// <summary>No passage was recognised that states it.</summary>
    NotFound,

    /// <summary>The element is asked for only under a condition, which the text or the profile says is not met.</summary>
    ConditionNotMet,

    /// <summary>The element is asked for only under a condition that is not known.</summary>
    ConditionUnknown,

    /// <summary>The check could not be made, for example because the language is not supported.</summary>
    NotChecked,
}

/// <summary>Whether one element that a law asks for was found in a notice.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RequirementFinding
{
    /// <summary>The element's id in the catalogue, for example <c>nr.eu-gdpr.art-13-1-a</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The citation as people write it.</summary>
    public required string Citation { get; init; }

    /// <summary>What the law asks the notice to state, in our words.</summary>
    public required string Element { get; init; }

    /// <summary>The outcome.</summary>
    public required RequirementStatus Status { get; init; }

    /// <summary>The passages that state it, best first; empty where none was found.</summary>
    public required IReadOnlyList<Quote> Evidence { get; init; }

    /// <summary>The calibrated probability that the element is stated, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>Why the outcome is what it is, in one plain sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The nearest passages where the element was not found; may be empty.</summary>
    public IReadOnlyList<Quote> Candidates { get; init; } = [];
}

/// <summary>A notice, or several documents taken together, set against what one or more laws ask a notice to state.</summary>
/// <remarks>Immutable and thread-safe. Nothing in it is a legal conclusion.</remarks>
public sealed record CompletenessResult
{
    /// <summary>The policy that was checked; of a set, the first.</summary>
    public required AnalyzedPolicy Policy { get; init; }

    /// <summary>The further documents of a set that was checked together; empty where one alone was.</summary>
    public IReadOnlyList<AnalyzedPolicy> Others { get; init; } = [];

    /// <summary>Every document that was checked, in the order given; <see cref="Quote.Document"/> is an index into it.</summary>
    public IReadOnlyList<PolicyDocument> Documents => [Policy.Document, .. Others.Select(other => other.Document)];

    /// <summary>The names of the requirement sets, for example <c>gdpr-13</c>.</summary>
    public required IReadOnlyList<string> RequirementSets { get; init; }

    /// <summary>The date as of which the law was read.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Every element of the sets, in the order of the law.</summary>
    public required IReadOnlyList<RequirementFinding> Requirements { get; init; }

    /// <summary>The versions of everything that had a part in the result.</summary>
    public required AnalysisVersions Versions { get; init; }

    /// <summary>The disclaimer that goes with every form of the result.</summary>
    public required string Disclaimer { get; init; }
}
