using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyAnalysis.Comparison.Quantities;

/// <summary>Finds the periods, amounts of money, shares, ages and data sizes of a text.</summary>
internal static class QuantityReader
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Digits = @"[0-9]{1,3}(?:[,.][0-9]{3})+(?:\.[0-9]{1,2})?|[0-9]{1,9}(?:[.,][0-9]{1,2})?";

    private const string Words =
        @"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)(?:[ -](?:and )?)?)+";

    private static readonly Regex Period = new(
        @"\b(?:(?<word>" + Words + @") ?(?:\((?<digits>" + Digits + @")\))?|(?<digits>" + Digits + @"))(?: ?\([a-z -]{3,30}\))?[ -]?(?<business>business |working |calendar |consecutive )?(?<unit>minute|hour|day|week|month|quarter|year)(?:s|\(s\))?\b(?<age>[ -](?:of age|olds?)\b)?",
        Options,
        Regex.InfiniteMatchTimeout);

    private static readonly Regex Age = new(
        @"\b(?:(?:minimum age (?:is|of)|(?:the )?age(?: of)?|aged|younger than|older than|at least|under|over) )+(?<digits>1[0-9]|2[01])\b(?<tail> [a-z%]+)?",
        Options,
        Regex.InfiniteMatchTimeout);

    private static readonly string[] AfterAge = ["and", "or", "to", "in", "who", "may", "must", "are", "is", "you", "cannot", "can", "without", "for", "if", "as", "when", "at"];

    private static readonly Regex Money = new(
        @"(?:(?<sign>US\$|C\$|A\$|\$|€|£|¥|₹)\s?(?<digits>" + Digits + @")(?<scale>\s?(?:k|million|m|billion))?\b(?:\s?(?<code>USD|CAD|AUD))?|\b(?<code>USD|EUR|GBP|CHF|CAD|AUD|JPY|INR)\s?(?<digits>" + Digits + @")|\b(?<digits>" + Digits + @")\s?(?<name>USD|EUR|GBP|CHF|CAD|AUD|JPY|INR|US dollars|dollars|euros?|pounds(?: sterling)?)\b)",
        Options,
        Regex.InfiniteMatchTimeout);

    private static readonly Regex Percentage = new(@"\b(?<digits>" + Digits + @")\s?(?:%|per ?cent\b)", Options, Regex.InfiniteMatchTimeout);

    private static readonly Regex DataSize = new(@"\b(?<digits>" + Digits + @")\s?(?<unit>KB|MB|GB|TB|kilobyte|megabyte|gigabyte|terabyte)s?\b", Options, Regex.InfiniteMatchTimeout);

    /// <summary>The quantities in reading order, not overlapping; ranges are shifted by <paramref name="shift"/>.</summary>
    public static List<Quantity> Read(string text, int shift = 0)
    {
        var found = new List<Quantity>();
        foreach (Match match in Period.Matches(text))
            Add(found, ReadPeriod(match), match, shift);
        foreach (Match match in Money.Matches(text))
            Add(found, ReadMoney(match), match, shift);
        foreach (Match match in Percentage.Matches(text))
            Add(found, Number(match) is { } amount ? Of(QuantityKind.Percentage, amount, "%", Plain(amount) + " %") : null, match, shift);
        foreach (Match match in DataSize.Matches(text))
            Add(found, ReadDataSize(match), match, shift);
        foreach (Match match in Age.Matches(text))
        {
            if (!match.Groups["tail"].Success || AfterAge.Contains(match.Groups["tail"].Value.Trim(), StringComparer.OrdinalIgnoreCase))
                Add(found, Number(match) is { } amount ? Years(amount) : null, match, shift);
        }

        found.Sort(static (x, y) => x.Range.CompareTo(y.Range));
        return found;
    }

    private static void Add(List<Quantity> found, Quantity? quantity, Match match, int shift)
    {
        if (quantity is null)
            return;
        // The word after an age is looked at, but is none of its words.
        int length = match.Length - match.Groups["tail"].Length;
        var range = new TextRange(match.Index + shift, match.Index + length + shift);
        if (!found.Exists(known => known.Range.Overlaps(range)))
            found.Add(quantity with { Range = range });
    }

    private static decimal? Number(Match match)
    {
        ReadOnlySpan<char> digits = match.Groups["digits"].ValueSpan;
        return NumberWords.TryParse(digits.IsEmpty ? match.Groups["word"].ValueSpan : digits, out decimal value) ? value : null;
    }

    private static Quantity? ReadPeriod(Match match)
    {
        if (Number(match) is not { } amount)
            return null;
        if (match.Groups["age"].Success)
            return Years(amount);
        bool isBusiness = match.Groups["business"].ValueSpan.StartsWith("business", StringComparison.OrdinalIgnoreCase) || match.Groups["business"].ValueSpan.StartsWith("working", StringComparison.OrdinalIgnoreCase);
        switch (match.Groups["unit"].Value.ToLowerInvariant())
        {
            case "minute":
                return Of(QuantityKind.Period, amount, "PT1M", $"PT{Plain(amount)}M");
            case "hour":
                return Of(QuantityKind.Period, amount, "PT1H", $"PT{Plain(amount)}H");
            case "day" when isBusiness:
                return Of(QuantityKind.Period, amount, "P1D/business", $"P{Plain(amount)}D/business");
            case "day":
                return Of(QuantityKind.Period, amount, "P1D", $"P{Plain(amount)}D");
            case "week":
                return Of(QuantityKind.Period, amount * 7, "P1D", $"P{Plain(amount * 7)}D");
            case "quarter":
                return Of(QuantityKind.Period, amount * 3, "P1M", $"P{Plain(amount * 3)}M");
            case "month":
                return Of(QuantityKind.Period, amount, "P1M", $"P{Plain(amount)}M");
            default:
                return Of(QuantityKind.Period, amount * 12, "P1M", $"P{Plain(amount * 12)}M");
        }
    }

    private static Quantity? ReadMoney(Match match)
    {
        if (Number(match) is not { } amount)
            return null;
        amount *= match.Groups["scale"].Value.Trim().ToLowerInvariant() switch
        {
            "k" => 1_000,
            "m" or "million" => 1_000_000,
            "billion" => 1_000_000_000,
            _ => 1,
        };
        string currency = match.Groups["code"].Success ? match.Groups["code"].Value.ToUpperInvariant() : (match.Groups["sign"].Value + match.Groups["name"].Value).ToUpperInvariant() switch
        {
            "$" or "US$" or "US DOLLARS" or "DOLLARS" => "USD",
            "C$" => "CAD",
            "A$" => "AUD",
            "€" or "EURO" or "EUROS" => "EUR",
            "£" or "POUNDS" or "POUNDS STERLING" => "GBP",
            "¥" => "JPY",
            "₹" => "INR",
            string code => code,
        };
        return Of(QuantityKind.Money, amount, currency, $"{currency} {Plain(amount)}");
    }

    private static Quantity? ReadDataSize(Match match)
    {
        if (Number(match) is not { } amount)
            return null;
        amount *= char.ToUpperInvariant(match.Groups["unit"].ValueSpan[0]) switch
        {
            'K' => 1_000m,
            'M' => 1_000_000m,
            'G' => 1_000_000_000m,
            _ => 1_000_000_000_000m,
        };
        return Of(QuantityKind.DataSize, amount, "By", Plain(amount) + " By");
    }

    private static Quantity Years(decimal amount) => Of(QuantityKind.Age, amount, "a", Plain(amount) + " a");

    private static Quantity Of(QuantityKind kind, decimal amount, string unit, string value) =>
        new() { Kind = kind, Amount = amount, Unit = unit, Value = value, Range = default };

    private static string Plain(decimal amount) => amount.ToString("0.####", CultureInfo.InvariantCulture);
}
