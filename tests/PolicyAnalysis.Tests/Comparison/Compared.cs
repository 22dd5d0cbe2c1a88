using PolicyAnalysis.Comparison;
using PolicyAnalysis.Provisions;

namespace PolicyAnalysis.Tests.Comparison;

/// <summary>Reads and compares texts without a classifier, so that a test sees the comparison alone.</summary>
internal static class Compared
{
    public static PolicyComparison Compare(string before, string after) => Compare(Read(before), Read(after));

    public static PolicyComparison Compare(AnalyzedPolicy before, AnalyzedPolicy after) =>
        new PolicyComparer().Compare(before, after, TestContext.Current.CancellationToken);

    public static AnalyzedPolicy Read(string markdown) => Read(PolicyDocument.Parse(markdown, cancellationToken: TestContext.Current.CancellationToken));

    public static AnalyzedPolicy Read(PolicyDocument document) => new()
    {
        Document = document,
        Provisions = [.. ProvisionSegmenter.Segment(document, TestContext.Current.CancellationToken).Select(provision => new AnalyzedProvision { Provision = provision, Labels = [] })],
        Versions = new AnalysisVersions { Library = "test", Model = "none", Taxonomy = "none" },
    };
}
