using System.Globalization;
using System.Text.Json;

namespace PolicyAnalysis.Archive.Reports;

/// <summary>Dates, figures and names as the reports write them.</summary>
internal static class ArchiveText
{
    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    public static string Percent(double share) => (100 * share).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>The wire name of an enumeration's value, <c>first-seen</c>.</summary>
    public static string Wire<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static string Of(TimelineVersionKind kind) => kind switch
    {
        TimelineVersionKind.First => "first on record",
        TimelineVersionKind.Changed => "changed",
        TimelineVersionKind.Unchanged => "same text",
        TimelineVersionKind.Flap => "flap: came back to an earlier text",
        TimelineVersionKind.Absent => "not there",
        _ => "not analysed",
    };

    public static string Of(ProvisionEventKind kind) => kind switch
    {
        ProvisionEventKind.FirstSeen => "first seen",
        ProvisionEventKind.Edited => "edited",
        ProvisionEventKind.Moved => "moved",
        ProvisionEventKind.Gone => "gone",
        _ => "back",
    };
}
