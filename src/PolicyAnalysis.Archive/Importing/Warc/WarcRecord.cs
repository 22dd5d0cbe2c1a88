using System.Globalization;

namespace PolicyAnalysis.Archive.Importing.Warc;

/// <summary>The head of a record of a web archive (ISO 28500): its named fields, and where its block lies.</summary>
/// <param name="Place">Where the record begins, in bytes of the unpacked file.</param>
/// <param name="Block">Where its block begins.</param>
/// <param name="Length">The length of the block.</param>
/// <param name="Fields">The named fields; the first of each name, whatever its capitals.</param>
internal sealed record WarcRecord(long Place, long Block, long Length, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>Dates as WARC/1.0 and 1.1 have them; 1.1 allows fewer parts and fractions of seconds.</summary>
    private static readonly string[] Dates =
    [
        "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd", "yyyy-MM", "yyyy",
    ];

    /// <summary>Digits that a date may have after the seconds and that no clock tells apart.</summary>
    private const int DigitsKept = 7;

    public string? Type => Field("WARC-Type")?.ToLowerInvariant();

    public string? Id => Field("WARC-Record-ID");

    /// <summary>The page that the record is of, where its address can be one.</summary>
    public Uri? Target => Uri.TryCreate(Field("WARC-Target-URI")?.Trim('<', '>'), UriKind.Absolute, out Uri? address) ? address : null;

    public DateTimeOffset? Date
    {
        get
        {
            string text = Field("WARC-Date") ?? string.Empty;
            int dot = text.IndexOf('.', StringComparison.Ordinal);
            if (dot > 0 && text.Length > dot + DigitsKept + 2)
                text = text[..(dot + 1 + DigitsKept)] + "Z";
            return DateTimeOffset.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset date) ? date : null;
        }
    }

    public string? Field(string name) => Fields.GetValueOrDefault(name);
}
