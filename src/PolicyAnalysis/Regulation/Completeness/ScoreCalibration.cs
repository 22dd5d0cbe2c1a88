namespace PolicyAnalysis.Regulation.Completeness;

/// <summary>Turns the strength of the evidence into the probability that an element is stated: a logistic curve, fitted to labelled notices (Platt, 1999).</summary>
/// <param name="Slope">The slope.</param>
/// <param name="Intercept">The intercept.</param>
internal readonly record struct ScoreCalibration(double Slope, double Intercept)
{
    /// <summary>The probability, 0 to 1.</summary>
    public double Of(double evidence) => 1 / (1 + Math.Exp(-((Slope * evidence) + Intercept)));
}
