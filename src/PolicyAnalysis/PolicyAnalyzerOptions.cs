using PolicyAnalysis.Classification;

namespace PolicyAnalysis;

/// <summary>What an analyzer works with.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PolicyAnalyzerOptions
{
    /// <summary>What gives provisions their types.</summary>
    /// <value>The default, <see langword="null"/>, is the shipped model.</value>
    public IProvisionClassifier? Classifier { get; init; }
}
