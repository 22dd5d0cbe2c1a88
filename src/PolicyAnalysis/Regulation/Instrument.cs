namespace PolicyAnalysis.Regulation;

/// <summary>A day in the life of an instrument.</summary>
/// <param name="Date">The day.</param>
/// <param name="Event">What happened.</param>
public sealed record InstrumentPhase(DateOnly Date, string Event);

/// <summary>What the instrument provides for as its upper sanction.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record InstrumentPenalty
{
    /// <summary>The sanction in words.</summary>
    public required string Text { get; init; }

    /// <summary>The highest fixed amount, where there is one.</summary>
    public double? Amount { get; init; }

    /// <summary>The currency of <see cref="Amount"/>, ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>The highest share of worldwide turnover in percent, where there is one.</summary>
    public double? TurnoverPercent { get; init; }
}

/// <summary>The reach of an instrument in a span of time.</summary>
internal sealed record InstrumentScope(DateOnly ValidFrom, DateOnly? ValidTo, ApplicabilityCondition Condition, IReadOnlyList<NumberFact> Numbers);

/// <summary>A law, a regulation or a standard.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Instrument
{
    /// <summary>The id, for example <c>eu-gdpr</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name that people use.</summary>
    public required string ShortName { get; init; }

    /// <summary>The full name.</summary>
    public required string FullName { get; init; }

    /// <summary>ISO 3166 code, <c>EU</c> or <c>INT</c>.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary><c>regulation</c>, <c>directive</c>, <c>statute</c>, <c>standard</c> or <c>guideline</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>From when it applies; <see langword="null"/> for standards.</summary>
    public DateOnly? InForce { get; init; }

    /// <summary>The days that matter, in order.</summary>
    public IReadOnlyList<InstrumentPhase> Phases { get; init; } = [];

    /// <summary>Who watches over it.</summary>
    public string? Regulator { get; init; }

    /// <summary>The upper sanction.</summary>
    public InstrumentPenalty? Penalty { get; init; }

    /// <summary>Names and numbers by which texts cite it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The sector or activity that it is about, where it is about one.</summary>
    public string? Sector { get; init; }

    /// <summary>What else is to be known, for example that it is contested.</summary>
    public string? Note { get; init; }

    /// <summary>Where the record comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>What stands before the pinpoint in a citation.</summary>
    internal string CitationPrefix { get; init; } = string.Empty;

    /// <summary>What stands before the pinpoint in a formal citation.</summary>
    internal string FormalPrefix { get; init; } = string.Empty;

    /// <summary>The kind of document that alone it concerns, <c>privacy</c> or <c>terms</c>; <see langword="null"/> where it concerns both.</summary>
    internal string? Documents { get; init; }

    /// <summary>Whether it protects consumers alone, and says nothing of contracts between businesses.</summary>
    internal bool IsForConsumers { get; init; }

    internal IReadOnlyList<InstrumentScope> Scope { get; init; } = [];
}
