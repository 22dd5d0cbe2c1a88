using System.Globalization;

namespace PolicyAnalysis.Comparison.Quantities;

/// <summary>Says quantities in plain words.</summary>
internal static class QuantityWords
{
    private const int MonthsOfYear = 12;

    /// <summary>What a quantity of a kind is called.</summary>
    public static string Kind(QuantityKind kind) => kind switch
    {
        QuantityKind.Age => "age",
        QuantityKind.Period => "period",
        QuantityKind.Money => "amount",
        QuantityKind.Percentage => "share",
        _ => "size",
    };

    /// <summary>The value in words: "90 days", "2 years", "EUR 50".</summary>
    public static string Of(Quantity quantity) => quantity.Kind is QuantityKind.Period or QuantityKind.Age
        ? string.Create(CultureInfo.InvariantCulture, $"{Amount(quantity):0.##} {Unit(quantity)}")
        : quantity.Value;

    /// <summary>The plain name of the unit, in the number that the amount asks for.</summary>
    public static string Unit(Quantity quantity)
    {
        string one = quantity.Kind == QuantityKind.Age ? "year" : quantity.Unit switch
        {
            "PT1M" => "minute",
            "PT1H" => "hour",
            "P1D" => "day",
            "P1D/business" => "business day",
            "P1M" => IsYears(quantity) ? "year" : "month",
            _ => quantity.Unit,
        };
        return Amount(quantity) == 1 ? one : one + "s";
    }

    private static decimal Amount(Quantity quantity) => IsYears(quantity) ? quantity.Amount / MonthsOfYear : quantity.Amount;

    private static bool IsYears(Quantity quantity) => quantity is { Kind: QuantityKind.Period, Unit: "P1M" } && quantity.Amount >= MonthsOfYear && quantity.Amount % MonthsOfYear == 0;
}
