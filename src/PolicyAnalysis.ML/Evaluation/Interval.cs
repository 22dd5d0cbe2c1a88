namespace PolicyAnalysis.ML.Evaluation;

/// <summary>A figure with the interval that holds it in 95 of 100 resamples of the groups.</summary>
/// <param name="Value">The figure itself.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public readonly record struct Interval(double Value, double Low, double High);
