using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Tests;

/// <summary>The sample policies of the invented service Lumenleaf: three versions of a privacy notice and of terms.</summary>
internal static class SamplePolicies
{
    /// <summary>The names of the documents.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["privacy", "terms"];

    /// <summary>The years of the versions.</summary>
    public static IReadOnlyList<int> Years { get; } = [2024, 2025, 2026];

    /// <summary>Reads one version.</summary>
    public static PolicyDocument Load(string kind, int year) =>
        PolicyDocument.Load(Repository.PathOf("docs", "samples", "policies", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind}-{year}.html")));
}
