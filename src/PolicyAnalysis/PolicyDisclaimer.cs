namespace PolicyAnalysis;

/// <summary>The disclaimer and the address of the method: what goes with every form of every result.</summary>
/// <remarks>Static and thread-safe.</remarks>
public static class PolicyDisclaimer
{
    /// <summary>The id of the disclaimer's wording, <c>disclaimer.v1</c>; another wording gets another id.</summary>
    public const string Id = "disclaimer.v1";

    /// <summary>The disclaimer. A consumer may replace its wording, not remove it.</summary>
    public const string Text =
        "This report describes what a document says and which rules may concern it. It is made by software from a general catalog "
        + "that can be incomplete or out of date. It is not legal advice, gives no view on whether anyone meets the law or whether "
        + "a term can be enforced, and creates no lawyer-client relation. Check sources and ask a qualified lawyer before acting.";

    /// <summary>Where it is written how every statement of a report comes about.</summary>
    public const string MethodAddress = "https://github.com/PolicyAnalysis/PolicyAnalysis/blob/main/docs/method.md";
}
