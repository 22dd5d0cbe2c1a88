using PolicyAnalysis.Classification;
using PolicyAnalysis.Regulation;

namespace PolicyAnalysis;

/// <summary>What an analyzer works with.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PolicyAnalyzerOptions
{
    /// <summary>What gives provisions their types.</summary>
    /// <value>The default, <see langword="null"/>, is the shipped model.</value>
    public IProvisionClassifier? Classifier { get; init; }

    /// <summary>The regulatory catalogue.</summary>
    /// <value>The default, <see langword="null"/>, is the shipped catalogue.</value>
    public RegulatoryCatalog? Catalog { get; init; }
}
