namespace PolicyAnalysis;

/// <summary>The normalisation under which both sides of a change without effect are equal.</summary>
public enum NoEffectLevel
{
    /// <summary>Equal words; spaces, quotation marks, dashes, bullets and other punctuation differ.</summary>
    Layout,

    /// <summary>Equal letters; capitals, hyphens and spaces between words differ as well, but in no negation and no modal verb.</summary>
    LetterCase,

    /// <summary>Equal once the number at the start and references to numbered sections are set aside.</summary>
    Numbering,

    /// <summary>Equal once the document's own dates and version numbers are set aside.</summary>
    DocumentDate,

    /// <summary>Equal once quantities are read as values: "thirty (30) days" and "30 days".</summary>
    NumberStyle,

    /// <summary>Equal once spelling variants and typing errors of single words are set aside.</summary>
    Spelling,

    /// <summary>Equal once an address that a mail-hiding proxy masked is set aside.</summary>
    MaskedAddress,

    /// <summary>Equal visible text; only the targets of links differ.</summary>
    LinkTarget,

    /// <summary>Equal text at another place of the document.</summary>
    Place,

    /// <summary>Equal once one name is read as another that replaced it everywhere in the document.</summary>
    Renaming,
}

/// <summary>
/// Says at which normalisation level both sides of a change are equal. Negations, modal verbs, numbers, units, names and defined
/// terms are kept by every level, so none of them can hide in a change that is certified.
/// </summary>
/// <remarks>Immutable and thread-safe. <c>NoEffectVerifier.Verify</c> re-checks a certificate from the quotes alone.</remarks>
public sealed record NoEffectCertificate
{
    /// <summary>The level.</summary>
    public required NoEffectLevel Level { get; init; }

    /// <summary>The name before, for <see cref="NoEffectLevel.Renaming"/>; otherwise <see langword="null"/>.</summary>
    public string? NameBefore { get; init; }

    /// <summary>The name after, for <see cref="NoEffectLevel.Renaming"/>; otherwise <see langword="null"/>.</summary>
    public string? NameAfter { get; init; }
}
