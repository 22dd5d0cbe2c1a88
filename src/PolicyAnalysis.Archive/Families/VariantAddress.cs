using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Archive.Families;

/// <summary>The address of a page with the parts that name a language or region taken out.</summary>
/// <param name="Base">What is left: equal for variants of one page.</param>
/// <param name="Mentions">What was taken out, in order: the part, and the code of the region or language.</param>
internal sealed record VariantAddress(string Base, IReadOnlyList<(string Words, string Code, bool IsRegion)> Mentions)
{
    private static readonly HashSet<string> Keys = new(["lang", "language", "locale", "hl", "l", "region", "country", "lc", "gl", "cc"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a path, with or without a host before it.</summary>
    public static VariantAddress? Of(Uri? address, string documentName)
    {
        if (address is { IsAbsoluteUri: true } && address.Host.Length > 0)
            return Parse(address.Host.ToLowerInvariant(), address.AbsolutePath, address.Query);
        // A document that was named by the path of its page.
        if (documentName.Length < 2 || documentName[0] != '/')
            return null;
        int query = documentName.IndexOf('?', StringComparison.Ordinal);
        return Parse(string.Empty, query < 0 ? documentName : documentName[..query], query < 0 ? string.Empty : documentName[query..]);
    }

    private static VariantAddress Parse(string host, string path, string query)
    {
        var mentions = new List<(string, string, bool)>();
        string[] labels = host.Split('.');
        if (labels is ["www", ..])
            labels = labels[1..];
        if (labels.Length > 2 && IsMention(labels[0], mentions))
            labels = labels[1..];
        var kept = new List<string> { string.Join('.', labels) };
        kept.AddRange(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(segment => !IsMention(Uri.UnescapeDataString(segment), mentions)));
        var pairs = new List<string>();
        foreach (string pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            if (parts.Length != 2 || !Keys.Contains(parts[0]) || !IsMention(Uri.UnescapeDataString(parts[1]), mentions))
                pairs.Add(pair);
        }

        return new VariantAddress(string.Join('/', kept).ToLowerInvariant() + (pairs.Count > 0 ? "?" + string.Join('&', pairs) : string.Empty), mentions);
    }

    /// <summary>Whether a part of an address is a language, a language with a region, or a region that is no language.</summary>
    private static bool IsMention(string part, List<(string, string, bool)> mentions)
    {
        string[] codes = part.Split('-', '_');
        string first = codes[0].ToLowerInvariant();
        if (codes.Length == 1 && first is "eu" or "eea" or "uk" or "us" or "usa")
        {
            mentions.Add((part, first switch { "uk" => "GB", "usa" => "US", _ => first.ToUpperInvariant() }, true));
            return true;
        }

        if (codes.Length is not (1 or 2) || first.Length != 2 || !LanguageNames.IsCode(first))
            return false;
        if (codes.Length == 2)
        {
            string region = codes[1].ToUpperInvariant();
            region = region == "UK" ? "GB" : region;
            if (region.Length != 2 || !region.All(char.IsAsciiLetterUpper))
                return false;
            if (JurisdictionNames.IsCode(region))
                mentions.Add((part, region, true));
        }

        mentions.Add((part, first, false));
        return true;
    }
}
