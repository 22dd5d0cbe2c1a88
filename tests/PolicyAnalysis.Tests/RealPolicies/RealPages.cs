using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Tests.RealPolicies;

/// <summary>The real pages and version pairs that stand beside a developer's checkout.</summary>
internal static class RealPages
{
    /// <summary>Every saved page, as path.</summary>
    public static IReadOnlyList<string> Pages() =>
        [.. Directory.EnumerateFiles(Repository.SharedPathOf("data", "pages"), "s*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>Every recorded pair of versions, as paths.</summary>
    public static IReadOnlyList<(string Id, string Before, string After)> Pairs() =>
        [.. Directory.EnumerateDirectories(Repository.SharedPathOf("data", "versions")).Order(StringComparer.Ordinal).Select(folder => (Path.GetFileName(folder), Path.Combine(folder, "before.md"), Path.Combine(folder, "after.md")))];
}
