namespace PolicyAnalysis.Comparison.NoEffect;

/// <summary>Words that carry who must, may or must not do what: no normalisation takes them away.</summary>
internal static class ProtectedWords
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "no", "not", "never", "none", "nor", "neither", "without", "except", "unless", "only", "cannot", "non",
        "may", "might", "can", "could", "must", "shall", "should", "will", "would", "ought", "need",
        "all", "any", "some", "each", "every", "and", "or", "if", "before", "after", "until", "least", "most", "more", "less",
        "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "percent",
    };

    public static bool Contains(string word) => Words.Contains(word) || word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase);
}
