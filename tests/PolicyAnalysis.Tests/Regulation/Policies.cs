using PolicyAnalysis.Provisions;

namespace PolicyAnalysis.Tests.Regulation;

/// <summary>Policies for the tests of this folder: read and split as the product does, without a classifier.</summary>
internal static class Policies
{
    public static readonly AnalysisVersions Versions = new() { Library = "test", Model = "none", Taxonomy = "1" };

    /// <summary>A policy from Markdown, without labels.</summary>
    public static AnalyzedPolicy Of(string markdown)
    {
        PolicyDocument document = PolicyDocument.Parse(markdown, new PolicyReadOptions { MediaType = PolicyMediaType.Markdown });
        return new AnalyzedPolicy
        {
            Document = document,
            Provisions = [.. ProvisionSegmenter.Segment(document).Select(provision => new AnalyzedProvision { Provision = provision, Labels = [] })],
            Versions = Versions,
        };
    }
}
