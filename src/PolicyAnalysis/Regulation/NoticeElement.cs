namespace PolicyAnalysis.Regulation;

/// <summary>Something that a law asks a notice to state.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record NoticeElement
{
    /// <summary>The id, for example <c>nr.eu-gdpr.art-13-1-a</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The instrument.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Where the law asks for it.</summary>
    public required LegalCitation Citation { get; init; }

    /// <summary>The kind of document it belongs in: <c>privacy-notice</c>, <c>tos</c>, <c>cookie-notice</c> and others.</summary>
    public required string DocumentKind { get; init; }

    /// <summary>What is to be stated, in our words.</summary>
    public required string Element { get; init; }

    /// <summary><c>always</c> (for a body in scope), <c>conditional</c> or <c>good-practice</c>.</summary>
    public required string Requirement { get; init; }

    /// <summary>The condition in words.</summary>
    public string? Condition { get; init; }

    /// <summary>From when it is asked for.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The regulatory type of provision that usually states it.</summary>
    public required string ProvisionType { get; init; }

    /// <summary>Where the record comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>The statements that show it: of each group one, and every group.</summary>
    internal IReadOnlyList<IReadOnlyList<string>> Statements { get; init; } = [];

    /// <summary>How old the latest date that the document states of itself may be, in months; <see langword="null"/> where it does not matter.</summary>
    internal int? FreshMonths { get; init; }

    /// <summary>The statements that show the condition to be met.</summary>
    internal IReadOnlyList<string> MetBy { get; init; } = [];

    /// <summary>The statements that show the condition not to be met.</summary>
    internal IReadOnlyList<string> RuledOutBy { get; init; } = [];
}

/// <summary>A named set of elements that a notice can be checked for.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RequirementSet
{
    /// <summary>The name, for example <c>gdpr-13</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the set is, in words.</summary>
    public required string Title { get; init; }

    /// <summary>The elements in the order of the law.</summary>
    public required IReadOnlyList<NoticeElement> Elements { get; init; }
}
