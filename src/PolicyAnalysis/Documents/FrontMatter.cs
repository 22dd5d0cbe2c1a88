using System.Globalization;

namespace PolicyAnalysis.Documents;

/// <summary>Reads what front matter says of a document: plain lines of a key and a value; anything nested is left alone.</summary>
internal static class FrontMatter
{
    private const int LongestValue = 300;

    public static SourceMetadata? Read(ReadOnlySpan<char> lines)
    {
        var metadata = new SourceMetadata();
        foreach (ReadOnlySpan<char> line in lines.EnumerateLines())
        {
            int colon = line.IndexOf(':');
            if (colon <= 0 || char.IsWhiteSpace(line[0]))
                continue;
            ReadOnlySpan<char> value = line[(colon + 1)..].Trim();
            if (value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0])
                value = value[1..^1];
            if (value.IsEmpty || value.Length > LongestValue)
                continue;
            metadata = line[..colon].Trim().ToString().ToLowerInvariant().Replace('-', '_') switch
            {
                "title" => metadata with { Title = value.ToString() },
                "date" or "created" or "published" => metadata with { Created = DateOf(value) ?? metadata.Created },
                "updated" or "last_updated" or "lastupdated" or "lastmod" or "modified" or "last_modified" or "revised" => metadata with { Updated = DateOf(value) ?? metadata.Updated },
                "effective" or "effective_date" or "effectivedate" or "effective_from" => metadata with { Effective = DateOf(value) ?? metadata.Effective },
                _ => metadata,
            };
        }

        return metadata is { Title: null, Created: null, Updated: null, Effective: null } ? null : metadata;
    }

    private static DateOnly? DateOf(ReadOnlySpan<char> value)
    {
        if (value.Length >= 10 && DateOnly.TryParseExact(value[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            return day;
        return StatedDateReader.TryParse(value, out DateOnly read) ? read : null;
    }
}
