using PolicyAnalysis.Classification;

namespace PolicyAnalysis.Archive.Writing;

/// <summary>Reads, analyses and compares versions with one classifier, which is asked once for each provision.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class VersionAnalyzer(IProvisionClassifier classifier)
{
    private readonly PolicyAnalyzer _analyzer = PolicyAnalyzer.Create(new PolicyAnalyzerOptions { Classifier = new CachingClassifier(classifier) });

    /// <summary>What its analyses are made with.</summary>
    public AnalysisVersions Versions => _analyzer.Versions;

    /// <exception cref="PolicyReadException">The bytes are not a policy that can be read.</exception>
    public AnalyzedPolicy Analyze(CapturedVersion captured, CancellationToken cancellationToken)
    {
        var options = new PolicyReadOptions { Name = captured.Document, MediaType = captured.MediaType, Charset = captured.Charset, Address = captured.Address };
        return _analyzer.Analyze(PolicyDocument.Parse(captured.Content.ToArray(), options, cancellationToken), cancellationToken);
    }

    public PolicyComparison Compare(AnalyzedPolicy before, AnalyzedPolicy after, CancellationToken cancellationToken) =>
        _analyzer.Compare(before, after, cancellationToken);
}
