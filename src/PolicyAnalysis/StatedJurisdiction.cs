namespace PolicyAnalysis;

/// <summary>Where a document says which region's version it is.</summary>
public enum StatedJurisdictionOrigin
{
    /// <summary>In its title.</summary>
    Title,

    /// <summary>In a sentence near its top that says to whom it applies.</summary>
    Text,

    /// <summary>In the address of its page.</summary>
    Address,

    /// <summary>In the region of the language that its page is marked with, as in <c>en-GB</c>; the weakest statement.</summary>
    Language,
}

/// <summary>A region that a document says it is written for, with the words that say so. What is not stated is not guessed.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record StatedJurisdiction
{
    /// <summary>The region: an ISO 3166-1 country such as <c>GB</c>, an ISO 3166-2 part such as <c>US-CA</c>, or <c>EU</c> or <c>EEA</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Where the document says it.</summary>
    public required StatedJurisdictionOrigin Origin { get; init; }

    /// <summary>The words that say it, verbatim: of the title, the text, the address or the language tag.</summary>
    public required string Quote { get; init; }

    /// <summary>The range of <see cref="Quote"/> in the canonical text, where it stands there; otherwise <see langword="null"/>.</summary>
    public TextRange? Range { get; init; }
}
