using System.Globalization;

namespace PolicyAnalysis.Archive.Exporting;

/// <summary>The form of a folder of dated files: <c>PLATFORM/DOCUMENT/2025-03-01T123000Z.md</c>.</summary>
internal static class FolderLayout
{
    /// <summary>
    /// A line for each version: its file, a tab, its entry as JSON. It holds what names of files cannot, the exact names,
    /// addresses and origins.
    /// </summary>
    public const string Manifest = "versions.tsv";

    /// <summary>The ending of an empty file that says that the document was not there.</summary>
    public const string Absence = ".absent";

    private static readonly string[] Times = ["yyyy-MM-dd", "yyyy-MM-dd'T'HHmmss'Z'", "yyyy-MM-dd'T'HH-mm-ss'Z'", "yyyyMMdd", "yyyyMMddHHmmss"];

    public static string NameOf(DateTimeOffset seenAt) => seenAt.UtcDateTime.ToString(Times[1], CultureInfo.InvariantCulture);

    /// <summary>The time that a file's name tells, without its ending; a dash and a number after it tell copies of the same second apart.</summary>
    public static DateTimeOffset? TimeOf(string name)
    {
        if (Parse(name) is { } time)
            return time;
        int dash = name.LastIndexOf('-');
        return dash > 0 && dash < name.Length - 1 && name[dash - 1] == 'Z' && name.AsSpan(dash + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? Parse(name[..dash]) : null;
    }

    private static DateTimeOffset? Parse(string name) =>
        DateTimeOffset.TryParseExact(name, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time) ? time : null;
}
