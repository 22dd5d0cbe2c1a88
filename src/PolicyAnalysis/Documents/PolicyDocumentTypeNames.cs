namespace PolicyAnalysis.Documents;

/// <summary>The names of the kinds of policy: fixed ones for pipelines, and what people and archives call them.</summary>
/// <remarks>Static and thread-safe.</remarks>
public static class PolicyDocumentTypeNames
{
    private static readonly (PolicyDocumentType Type, string Name)[] Names =
    [
        (PolicyDocumentType.Unknown, "unknown"),
        (PolicyDocumentType.PrivacyNotice, "privacy-notice"),
        (PolicyDocumentType.TermsOfService, "terms-of-service"),
        (PolicyDocumentType.CookieNotice, "cookie-notice"),
        (PolicyDocumentType.AcceptableUse, "acceptable-use"),
        (PolicyDocumentType.DataProcessingAgreement, "data-processing-agreement"),
        (PolicyDocumentType.AiPolicy, "ai-policy"),
        (PolicyDocumentType.Imprint, "imprint"),
        (PolicyDocumentType.CopyrightPolicy, "copyright-policy"),
        (PolicyDocumentType.DeveloperTerms, "developer-terms"),
        (PolicyDocumentType.CommercialTerms, "commercial-terms"),
        (PolicyDocumentType.Other, "other"),
    ];

    /// <summary>All fixed names, in the order of <see cref="PolicyDocumentType"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names.Select(pair => pair.Name)];

    /// <summary>The fixed name of a kind, for example <c>privacy-notice</c>.</summary>
    /// <param name="type">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a kind.</exception>
    public static string Of(PolicyDocumentType type)
    {
        foreach ((PolicyDocumentType candidate, string name) in Names)
        {
            if (candidate == type)
                return name;
        }

        throw new ArgumentOutOfRangeException(nameof(type), type, "Not a kind of policy.");
    }

    /// <summary>The kind that a name means: a fixed name, or a title such as <c>Privacy Policy</c>.</summary>
    /// <param name="name">The name; letter case does not matter.</param>
    /// <returns>The kind, or <see cref="PolicyDocumentType.Unknown"/> where the name means none.</returns>
    public static PolicyDocumentType Parse(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return PolicyDocumentType.Unknown;
        foreach ((PolicyDocumentType type, string candidate) in Names)
        {
            if (string.Equals(candidate, name.Trim(), StringComparison.OrdinalIgnoreCase))
                return type;
        }

        return DocumentTypeRecognizer.FromTitle(name.Replace('-', ' '));
    }
}
