using PolicyAnalysis.Comparison.NoEffect;

namespace PolicyAnalysis.Comparison;

/// <summary>Re-checks the no-effect certificate of a change from its quotes alone.</summary>
/// <remarks>Thread-safe; holds no state. Time is linear in the quotes.</remarks>
public static class NoEffectVerifier
{
    /// <summary>Whether both sides of the change are equal at the level its certificate names.</summary>
    /// <param name="change">A change that carries a certificate.</param>
    /// <returns><see langword="false"/> where the change carries none, has only one side, or the sides differ at that level.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is <see langword="null"/>.</exception>
    public static bool Verify(ChangeRecord change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change is { Certificate: { } certificate, Before: { } before, After: { } after } && AreEqual(before.Text, after.Text, certificate);
    }

    /// <summary>Whether two texts are equal at the level a certificate names.</summary>
    /// <param name="before">The text before.</param>
    /// <param name="after">The text after.</param>
    /// <param name="certificate">The certificate.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static bool AreEqual(string before, string after, NoEffectCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(certificate);
        return certificate.Level switch
        {
            NoEffectLevel.Place or NoEffectLevel.LinkTarget => string.Equals(before, after, StringComparison.Ordinal),
            NoEffectLevel.Renaming => certificate is { NameBefore.Length: > 0, NameAfter.Length: > 0 } && Renamings.AreEqual(before, after, certificate.NameBefore, certificate.NameAfter),
            NoEffectLevel.Spelling => SpellingVariants.AreEqual(NormalText.LowerWords(before), NormalText.LowerWords(after)),
            _ => string.Equals(NormalText.Of(before, certificate.Level), NormalText.Of(after, certificate.Level), StringComparison.Ordinal),
        };
    }

    /// <summary>The certificate of the lowest level at which two texts are equal, or <see langword="null"/> where there is none.</summary>
    internal static NoEffectCertificate? Certify(string before, string after)
    {
        if (AreEqual(before, after, Layout))
            return Layout;
        if (AreEqual(before, after, LetterCase))
            return LetterCases.ArePlain(before, after) ? LetterCase : null;
        if (AreEqual(before, after, Numbering))
            return Numbering;
        if (AreEqual(before, after, DocumentDate) && NormalText.StatesOwnDate(before) && NormalText.StatesOwnDate(after))
            return DocumentDate;
        if (AreEqual(before, after, NumberStyle))
            return NumberStyle;
        if (NormalText.HasMaskedAddress(before) != NormalText.HasMaskedAddress(after) && AreEqual(before, after, MaskedAddress))
            return MaskedAddress;
        return AreEqual(before, after, Spelling) ? Spelling : null;
    }

    private static readonly NoEffectCertificate Layout = new() { Level = NoEffectLevel.Layout };
    private static readonly NoEffectCertificate LetterCase = new() { Level = NoEffectLevel.LetterCase };
    private static readonly NoEffectCertificate Numbering = new() { Level = NoEffectLevel.Numbering };
    private static readonly NoEffectCertificate DocumentDate = new() { Level = NoEffectLevel.DocumentDate };
    private static readonly NoEffectCertificate NumberStyle = new() { Level = NoEffectLevel.NumberStyle };
    private static readonly NoEffectCertificate MaskedAddress = new() { Level = NoEffectLevel.MaskedAddress };
    private static readonly NoEffectCertificate Spelling = new() { Level = NoEffectLevel.Spelling };
}
