using System.Collections.Concurrent;
using PolicyAnalysis.Classification;
using PolicyAnalysis.Comparison;
using PolicyAnalysis.Provisions;

namespace PolicyAnalysis.Tests.Comparison;

/// <summary>Reads and compares texts without a classifier, so that a test sees the comparison alone.</summary>
internal static class Compared
{
    // Mutations of one policy share nearly all provisions.
    private static readonly ConcurrentDictionary<string, IReadOnlyList<ProvisionLabel>> Labels = new(StringComparer.Ordinal);

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

    /// <summary>The same policy with the labels of the shipped classifier.</summary>
    public static AnalyzedPolicy Classify(AnalyzedPolicy policy) => policy with
    {
        Provisions = [.. policy.Provisions.Select(known => known with
        {
            Labels = Labels.GetOrAdd($"{policy.Document.DocumentType}\n{known.Provision.Kind}\n{string.Join('\t', known.Provision.Headings)}\n{known.Provision.LeadIn}\n{known.Provision.Text}", _ => CompactClassifier.Shipped.Classify(new ProvisionInput
            {
                Text = known.Provision.Text,
                Headings = known.Provision.Headings,
                LeadIn = known.Provision.LeadIn,
                DocumentType = policy.Document.DocumentType,
                Kind = known.Provision.Kind,
            })),
        })],
    };
}
