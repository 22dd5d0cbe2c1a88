namespace PolicyAnalysis.Documents;

/// <summary>Recognises the kind of policy from its title, or else from the words it uses.</summary>
internal static class DocumentTypeRecognizer
{
    /// <summary>How much of the text is read where the title does not tell.</summary>
    private const int Window = 6000;

    /// <summary>Words of titles in English, French and German; the first row that matches decides, so the special stand before the general.</summary>
    private static readonly (PolicyDocumentType Type, string[] Words)[] Titles =
    [
        (PolicyDocumentType.DataProcessingAgreement, ["data processing", "data processor", "data protection agreement", "data protection addendum", "processing addendum", "sub-processor", "subprocessor", "auftragsverarbeitung", "sous-traitance"]),
        (PolicyDocumentType.CookieNotice, ["cookie", "cookies", "tracker", "traceurs"]),
        (PolicyDocumentType.CopyrightPolicy, ["copyright", "dmca", "intellectual property", "trademark"]),
        (PolicyDocumentType.DeveloperTerms, ["developer", "api terms", "api license", "api licence", "sdk"]),
        (PolicyDocumentType.AcceptableUse, ["acceptable use", "community guideline", "community standard", "community rules", "usage polic", "content polic", "code of conduct", "user guidelines", "prohibited"]),
        (PolicyDocumentType.AiPolicy, ["ai polic", "ai terms", "artificial intelligence", "generative ai", "ai principles"]),
        (PolicyDocumentType.Imprint, ["imprint", "impressum", "mentions légales", "mentions legales", "legal notice", "legal information", "informations légales"]),
        (PolicyDocumentType.PrivacyNotice, ["privacy", "data protection", "data policy", "personal data", "confidentialité", "vie privée", "données personnelles", "données à caractère personnel", "datenschutz", "personal information"]),
        (PolicyDocumentType.CommercialTerms, ["terms of sale", "conditions of sale", "conditions générales de vente", "refund", "returns", "subscription terms", "purchase terms", "shipping", "commercial terms", "billing"]),
        (PolicyDocumentType.TermsOfService, ["terms", "user agreement", "conditions d'utilisation", "conditions générales", "conditions d’utilisation", "nutzungsbedingungen", "allgemeine geschäftsbedingungen", "agb", "cgu", "service agreement", "licence agreement", "license agreement", "eula", "conditions of use"]),
    ];

    public static PolicyDocumentType Recognize(string? title, string text)
    {
        PolicyDocumentType byTitle = FromTitle(title);
        if (byTitle != PolicyDocumentType.Unknown)
            return byTitle;
        string start = text[..Math.Min(text.Length, Window)].ToLowerInvariant();
        int best = 0;
        PolicyDocumentType type = PolicyDocumentType.Unknown;
        foreach ((PolicyDocumentType candidate, string[] words) in Titles)
        {
            int count = words.Sum(word => start.AsSpan().Count(word));
            if (count > best)
            {
                best = count;
                type = candidate;
            }
        }

        return best >= 2 ? type : PolicyDocumentType.Unknown;
    }

    /// <summary>The kind that a title names, or <see cref="PolicyDocumentType.Unknown"/>.</summary>
    public static PolicyDocumentType FromTitle(string? title)
    {
        if (string.IsNullOrWhiteSpace(title))
            return PolicyDocumentType.Unknown;
        string lower = title.ToLowerInvariant();
        foreach ((PolicyDocumentType type, string[] words) in Titles)
        {
            foreach (string word in words)
            {
                if (lower.Contains(word, StringComparison.Ordinal))
                    return type;
            }
        }

        return PolicyDocumentType.Unknown;
    }
}
