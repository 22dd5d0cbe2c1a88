using System.Globalization;

namespace PolicyAnalysis.Reporting;

/// <summary>The words that people read for ids and enumerations.</summary>
internal static class DisplayNames
{
    /// <summary>The words of an id: <c>ai-use-added</c> becomes <c>AI use added</c>.</summary>
    public static string OfId(string id)
    {
        string[] words = id.Split('-', StringSplitOptions.RemoveEmptyEntries);
        for (int index = 0; index < words.Length; index++)
            words[index] = Word(words[index], first: index == 0);

        return words.Length == 0 ? id : string.Join(' ', words);
    }

    public static string Of(ChangeOperation operation) => operation switch
    {
        ChangeOperation.Added => "Added",
        ChangeOperation.Removed => "Removed",
        ChangeOperation.Modified => "Edited",
        ChangeOperation.Moved => "Moved",
        ChangeOperation.Split => "Split",
        ChangeOperation.Merged => "Merged",
        _ => WireNames.Of(operation),
    };

    public static string Of(Materiality materiality) => materiality switch
    {
        Materiality.Material => "Material",
        Materiality.Minor => "Minor",
        _ => "Editorial",
    };

    public static string Of(ChangeDirection direction) => direction switch
    {
        ChangeDirection.ForUser => "For the user",
        ChangeDirection.AgainstUser => "Against the user",
        ChangeDirection.Mixed => "Mixed",
        _ => "Neutral",
    };

    /// <summary>A sign that tells the direction without colour.</summary>
    public static string Sign(ChangeDirection direction) => direction switch
    {
        ChangeDirection.ForUser => "▲",
        ChangeDirection.AgainstUser => "▼",
        ChangeDirection.Mixed => "◆",
        _ => "●",
    };

    public static string Of(ExposureLevel level) => level switch
    {
        ExposureLevel.Low => "Low",
        ExposureLevel.LowMedium => "Low to medium",
        ExposureLevel.Medium => "Medium",
        ExposureLevel.MediumHigh => "Medium to high",
        _ => "High",
    };

    public static string Of(RequirementStatus status) => status switch
    {
        RequirementStatus.Found => "Found",
        RequirementStatus.Partial => "Found in part",
        RequirementStatus.NotFound => "Not recognised",
        RequirementStatus.ConditionNotMet => "Condition not met",
        RequirementStatus.ConditionUnknown => "Condition not known",
        _ => "Not checked",
    };

    /// <summary>A sign that tells the outcome without colour.</summary>
    public static string Sign(RequirementStatus status) => status switch
    {
        RequirementStatus.Found => "✓",
        RequirementStatus.Partial => "◐",
        RequirementStatus.NotFound => "✕",
        RequirementStatus.ConditionNotMet => "–",
        RequirementStatus.ConditionUnknown => "?",
        _ => "·",
    };

    public static string Of(PolicyDocumentType type) => type switch
    {
        PolicyDocumentType.PrivacyNotice => "Privacy notice",
        PolicyDocumentType.TermsOfService => "Terms of service",
        PolicyDocumentType.CookieNotice => "Cookie notice",
        PolicyDocumentType.AcceptableUse => "Acceptable-use policy",
        PolicyDocumentType.DataProcessingAgreement => "Data processing agreement",
        PolicyDocumentType.AiPolicy => "AI policy",
        PolicyDocumentType.Imprint => "Imprint",
        PolicyDocumentType.CopyrightPolicy => "Copyright policy",
        PolicyDocumentType.DeveloperTerms => "Developer terms",
        PolicyDocumentType.CommercialTerms => "Commercial terms",
        _ => "Policy",
    };

    /// <summary>Whether a rule applies on the facts known, in the words of the catalogue's method.</summary>
    public static string OfApplicability(string applicability) => applicability switch
    {
        "applies-if-facts-hold" => "where its conditions hold",
        "likely-engaged" => "likely engaged",
        "engaged-unknown" => "engaged if in scope",
        "out-of-scope" => "out of scope on the facts given",
        _ => OfId(applicability),
    };

    /// <summary>Whether a rule applies, and the fact that decides where it is not only the place.</summary>
    public static string Standing(RegulatoryLink link)
    {
        string applies = OfApplicability(link.Applicability);
        bool decides = link.Applicability != "likely-engaged" && link.DecidingFactPhrase is not null && link.DecidingFact?.StartsWith("jurisdiction ", StringComparison.Ordinal) != true;
        return decides ? $"{applies}; decided by {link.DecidingFactPhrase}" : applies;
    }

    public static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (Math.Clamp(share, 0, 1) * 100).ToString("F0", CultureInfo.InvariantCulture) + " %";

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A number with its noun: <c>1 change</c>, <c>2 changes</c>.</summary>
    public static string Count(int value, string one, string many) => $"{Number(value)} {(value == 1 ? one : many)}";

    private static string Word(string word, bool first) => word switch
    {
        "ai" => "AI",
        "api" => "API",
        "id" => "ID",
        _ when first => char.ToUpperInvariant(word[0]) + word[1..],
        _ => word,
    };
}
