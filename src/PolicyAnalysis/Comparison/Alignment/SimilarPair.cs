namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>Two provisions that may be the same one, edited.</summary>
/// <param name="Before">The place before.</param>
/// <param name="After">The place after.</param>
/// <param name="Score">How alike they are, 0 to 1.</param>
/// <param name="Distance">How far apart they stand among the provisions that look for a partner.</param>
internal readonly record struct SimilarPair(int Before, int After, double Score, int Distance);
