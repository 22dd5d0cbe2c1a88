namespace PolicyAnalysis.Archive;

/// <summary>Where it shows that two documents are variants of one.</summary>
public enum FamilyEvidence
{
    /// <summary>The document's name: <c>Privacy Policy (EU)</c> beside <c>Privacy Policy</c>.</summary>
    Name,

    /// <summary>The title that the latest version has.</summary>
    Title,

    /// <summary>The address of the page: <c>/de-de/privacy</c> beside <c>/en-us/privacy</c>.</summary>
    Address,

    /// <summary>The language: documents of one kind, recognised by their titles, one in each language.</summary>
    Language,

    /// <summary>A sentence near the top that says to whom the document applies.</summary>
    Text,
}

/// <summary>Why a document is taken for a variant, or whose variant it is.</summary>
/// <param name="Evidence">Where it shows.</param>
/// <param name="Quote">The words that show it, verbatim.</param>
/// <param name="Code">The region (<c>GB</c>, <c>US-CA</c>, <c>EU</c>) or the language (<c>de</c>) that they name; <see langword="null"/> where they name none.</param>
public sealed record FamilyReason(FamilyEvidence Evidence, string Quote, string? Code);

/// <summary>A document as one of a family.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record FamilyVariant
{
    /// <summary>The document's name.</summary>
    public required string Document { get; init; }

    /// <summary>The language of its latest version, without a region; <see langword="null"/> where it is not known.</summary>
    public string? Language { get; init; }

    /// <summary>The regions it is for, the plainest statement first; empty where none is named.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>What names its region or language, and what makes it one of the family; empty where it is alone.</summary>
    public required IReadOnlyList<FamilyReason> Reasons { get; init; }
}

/// <summary>A document of a platform with its variants for regions and in languages; most documents are alone.</summary>
/// <remarks>Immutable and thread-safe. That documents are variants is read from names, addresses and titles; it is not said that they say the same.</remarks>
public sealed record DocumentFamily
{
    /// <summary>The platform.</summary>
    public required string Platform { get; init; }

    /// <summary>The name of the document that no region is named for, or the variants' common name.</summary>
    public required string Name { get; init; }

    /// <summary>The variants, the one without a region first, then by name.</summary>
    public required IReadOnlyList<FamilyVariant> Variants { get; init; }
}

/// <summary>A provision that stands in one variant's latest version and, word for word, in no other of its language.</summary>
/// <param name="Document">The variant's document.</param>
/// <param name="Types">Its types, main one first; may be empty.</param>
/// <param name="Text">The provision's text, verbatim.</param>
public sealed record VariantProvision(string Document, IReadOnlyList<string> Types, string Text);

/// <summary>How many provisions of one type the latest versions of a family's variants have.</summary>
/// <param name="Type">The type.</param>
/// <param name="Counts">The counts in the order of the variants; a provision counts for its main type.</param>
public sealed record VariantTypeCounts(string Type, IReadOnlyList<int> Counts);

/// <summary>The courses of a family's variants, and their latest versions side by side.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record FamilyTimeline
{
    /// <summary>The family.</summary>
    public required DocumentFamily Family { get; init; }

    /// <summary>The course of each variant, in their order.</summary>
    public required IReadOnlyList<DocumentTimeline> Timelines { get; init; }

    /// <summary>The types that any latest version has, ordered by their ids.</summary>
    public required IReadOnlyList<VariantTypeCounts> Types { get; init; }

    /// <summary>What stands in one variant alone, in the order of the variants and of their texts. Only variants of one language are compared; a variant that is alone in its language has none.</summary>
    public required IReadOnlyList<VariantProvision> OnlyInOne { get; init; }
}
