namespace PolicyAnalysis.Archive.Questions;

/// <summary>Puts periods of any unit on one scale; other quantities keep their own unit.</summary>
internal static class QuantityScale
{
    public static (double Amount, string Unit) Measure(QuantityKind kind, double amount, string unit)
    {
        if (kind != QuantityKind.Period)
            return (amount, unit);
        double days = unit switch
        {
            "P1D" => amount,
            "P1D/business" => amount * 1.4,
            // Twelve months are a year of 365 days, whatever the months.
            "P1M" => (Math.Floor(amount / 12) * 365) + (amount % 12 * 30),
            "PT1H" => amount / 24,
            "PT1M" => amount / (24 * 60),
            _ => double.NaN,
        };
        return double.IsNaN(days) ? (amount, unit) : (days, "days");
    }

    /// <summary>Whether a figure is larger than another; equal amounts are told apart by how they are written, so that the order they come in does not matter.</summary>
    public static bool IsLarger(double amount, string value, double other, string otherValue) =>
        amount > other || (amount.Equals(other) && string.CompareOrdinal(value, otherValue) > 0);
}
