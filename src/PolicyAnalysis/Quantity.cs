namespace PolicyAnalysis;

/// <summary>What a quantity measures.</summary>
public enum QuantityKind
{
    /// <summary>A length of time; its unit is <c>PT1H</c>, <c>P1D</c>, <c>P1D/business</c>, <c>P1M</c>, or smaller.</summary>
    Period,

    /// <summary>An amount of money; its unit is an ISO 4217 code.</summary>
    Money,

    /// <summary>A share; its unit is <c>%</c>.</summary>
    Percentage,

    /// <summary>An age in years; its unit is <c>a</c>, the year of the Unified Code for Units of Measure.</summary>
    Age,

    /// <summary>An amount of data; its unit is <c>By</c>, the byte of the Unified Code for Units of Measure.</summary>
    DataSize,
}

/// <summary>A quantity that a policy states, as a value: "thirty (30) days" and "30 days" are the same.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Quantity
{
    /// <summary>What it measures.</summary>
    public required QuantityKind Kind { get; init; }

    /// <summary>The amount in <see cref="Unit"/>; weeks are days and years are months, so that equal values are equal.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The unit: see <see cref="QuantityKind"/>.</summary>
    public required string Unit { get; init; }

    /// <summary>The value in one word: an ISO 8601 duration (<c>P30D</c>), or the amount and its unit (<c>EUR 50</c>, <c>20 %</c>).</summary>
    public required string Value { get; init; }

    /// <summary>The range of the words that state it, in the canonical text of its document.</summary>
    public required TextRange Range { get; init; }
}

/// <summary>What became of a quantity.</summary>
public enum QuantityTrend
{
    /// <summary>It is longer, higher or larger than it was.</summary>
    Increased,

    /// <summary>It is shorter, lower or smaller than it was.</summary>
    Decreased,

    /// <summary>It is stated where nothing was, or a vague phrase stood.</summary>
    Stated,

    /// <summary>It is no longer stated.</summary>
    Dropped,
}

/// <summary>A quantity before, after, and for whom the change is better.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record QuantityChange
{
    /// <summary>The quantity before; <see langword="null"/> where it is newly stated.</summary>
    public Quantity? Before { get; init; }

    /// <summary>The quantity after; <see langword="null"/> where it is no longer stated.</summary>
    public Quantity? After { get; init; }

    /// <summary>What became of it.</summary>
    public required QuantityTrend Trend { get; init; }

    /// <summary>What the quantity is about, an id of the rule data, for example <c>retention</c>; <c>other</c> where the sentence does not say.</summary>
    public required string Subject { get; init; }

    /// <summary>For whom the change is better, as far as the subject says.</summary>
    public required ChangeDirection Direction { get; init; }
}
