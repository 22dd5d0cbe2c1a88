using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Archive.Families;

/// <summary>A name or title with the regions and languages that stand in it taken out.</summary>
/// <param name="Base">The other words, without capitals and small words: equal for variants of one document.</param>
/// <param name="Plain">The other words as they stand, for people.</param>
/// <param name="Mentions">What was taken out, in order: the words and the code of the region or language.</param>
internal sealed record VariantName(string Base, string Plain, IReadOnlyList<(string Words, string Code, bool IsRegion)> Mentions)
{
    /// <summary>Words that only join a region to a name: Terms for Canada, Notice for residents of Texas.</summary>
    private static readonly HashSet<string> Joining = new(
        ["for", "of", "in", "the", "and", "to", "a", "residents", "resident", "users", "user", "customers", "consumers", "version", "region", "only", "states", "countries", "pour", "les", "des", "de", "la", "für", "der", "die", "das", "aus"],
        StringComparer.OrdinalIgnoreCase);

    public static VariantName Of(string name)
    {
        // In a name all of capitals a short region cannot be told from a word.
        bool isShouted = !name.Any(char.IsLower);
        var mentions = new List<(string, string, bool)>();
        char[] rest = name.ToCharArray();
        for (int index = 0; index < name.Length; index++)
        {
            (string Words, string Code, bool IsRegion)? mention = null;
            if (JurisdictionNames.At(name, index) is { } region && !(isShouted && region.IsShort))
                mention = (name.Substring(index, region.Text.Length), region.Code, true);
            else if (char.IsLetter(name[index]) && LanguageNames.At(name, index) is { } language)
                mention = (language.Name, language.Code, false);
            if (mention is not { } found)
                continue;
            mentions.Add(found);
            Array.Fill(rest, '\u0001', index, found.Words.Length);
            index += found.Words.Length - 1;
        }

        string[] words = new string(rest).Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return new VariantName(
            string.Join(' ', words.Where(static word => !Joining.Contains(word)).Select(static word => word.ToLowerInvariant())),
            mentions.Count == 0 ? name : Tidy(new string(rest)),
            mentions);
    }

    private static readonly char[] Separators = [.. " \t\u00a0\u0001()[]{}<>-–—_,;:/|&+.·•'’\"".AsEnumerable()];

    /// <summary>The name without the brackets, dashes and joining words that are left over where something was taken out of its end or start.</summary>
    private static string Tidy(string rest)
    {
        string[] parts = rest.Split('\u0001', StringSplitOptions.RemoveEmptyEntries);
        string longest = parts.Length == 0 ? string.Empty : parts.MaxBy(static part => part.Length)!;
        string tidy = longest.Trim(Separators);
        while (tidy.LastIndexOf(' ') is > 0 and var space && Joining.Contains(tidy[(space + 1)..]))
            tidy = tidy[..space].TrimEnd(Separators);
        return tidy;
    }
}
