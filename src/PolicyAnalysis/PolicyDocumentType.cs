namespace PolicyAnalysis;

/// <summary>The kind of policy a document is.</summary>
public enum PolicyDocumentType
{
    /// <summary>Not recognised.</summary>
    Unknown,

    /// <summary>A privacy notice or policy.</summary>
    PrivacyNotice,

    /// <summary>Terms of service, of use, of sale, or a user agreement.</summary>
    TermsOfService,

    /// <summary>A cookie or tracking notice.</summary>
    CookieNotice,

    /// <summary>An acceptable-use policy or community rules.</summary>
    AcceptableUse,

    /// <summary>A data processing agreement.</summary>
    DataProcessingAgreement,

    /// <summary>Terms or a policy on AI features.</summary>
    AiPolicy,

    /// <summary>An imprint or legal notice that says who is responsible.</summary>
    Imprint,

    /// <summary>A copyright or intellectual-property policy.</summary>
    CopyrightPolicy,

    /// <summary>Terms for developers or for an API.</summary>
    DeveloperTerms,

    /// <summary>A refund, returns, delivery or subscription policy.</summary>
    CommercialTerms,

    /// <summary>Another kind of policy.</summary>
    Other,
}
