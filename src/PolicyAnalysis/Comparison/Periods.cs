using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyAnalysis.Comparison;

/// <summary>Periods of time in a text as values: "thirty (30) days", "30 days" and "30-day" are the same.</summary>
internal static class Periods
{
    private static readonly string[] Numbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly Regex Pattern = new(
        @"\b(?<count>[0-9]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\)?[ -]?(?:business |calendar |working )?(?<unit>hour|day|week|month|year)s?\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Regex.InfiniteMatchTimeout);

    /// <summary>The periods in reading order, in hours; a month counts 30 days and a year 365.</summary>
    public static List<long> InHours(string text)
    {
        var found = new List<long>();
        foreach (Match match in Pattern.Matches(text))
        {
            string number = match.Groups["count"].Value.ToLowerInvariant();
            int word = Array.IndexOf(Numbers, number);
            long count = word >= 0 ? word : long.Parse(number, CultureInfo.InvariantCulture);
            found.Add(count * HoursOf(match.Groups["unit"].Value.ToLowerInvariant()));
        }

        return found;
    }

    private static int HoursOf(string unit) => unit switch
    {
        "hour" => 1,
        "day" => 24,
        "week" => 7 * 24,
        "month" => 30 * 24,
        _ => 365 * 24,
    };
}
