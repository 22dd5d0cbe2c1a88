using PolicyAnalysis.Provisions;
using PolicyAnalysis.Regulation;

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

    /// <summary>A policy set against the catalogue that the library carries.</summary>
    public static PolicyAssessment Assess(string markdown, AssessmentOptions? options = null) =>
        new RegulatoryMapper(RegulatoryCatalog.Default).Assess(Of(markdown), options, TestContext.Current.CancellationToken);

    /// <summary>A policy checked for the elements of sets.</summary>
    public static CompletenessResult Check(string markdown, params string[] sets) =>
        new CompletenessChecker(RegulatoryCatalog.Default).Check(Of(markdown), sets, null, TestContext.Current.CancellationToken);
}
