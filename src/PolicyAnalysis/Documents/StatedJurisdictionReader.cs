using System.Text.RegularExpressions;

namespace PolicyAnalysis.Documents;

/// <summary>
/// Reads which region's version a document says it is: from its title, from a sentence near its top that says to whom it
/// applies, from its address and from the region of its language tag.
/// </summary>
internal static partial class StatedJurisdictionReader
{
    /// <summary>How far from the start a sentence speaks of the whole document.</summary>
    private const int Window = 3000;

    private const int LongestSentence = 500;

    public static IReadOnlyList<StatedJurisdiction> Read(string? title, string text, IReadOnlyList<DocumentBlock> blocks, Uri? address, string? language)
    {
        var found = new List<StatedJurisdiction>();
        if (title is not null)
            ReadTitle(title, text, blocks, found);
        foreach (DocumentBlock block in blocks)
        {
            if (block.Range.Start >= Window)
                break;
            ReadBlock(text, block.Range, found);
        }

        if (address is { IsAbsoluteUri: true })
            ReadAddress(address, found);
        if (language is not null && Region(language) is { } region)
            Add(found, region, StatedJurisdictionOrigin.Language, language, range: null);
        return found;
    }

    private static void ReadTitle(string title, string text, IReadOnlyList<DocumentBlock> blocks, List<StatedJurisdiction> found)
    {
        // In a title all of capitals a short name cannot be told from a word.
        bool isShouted = !title.Any(char.IsLower);
        TextRange? place = blocks.Count > 0 ? blocks.Take(20).FirstOrDefault(block => block.Range.Of(text.AsSpan()).SequenceEqual(title))?.Range : null;
        for (int index = 0; index < title.Length; index++)
        {
            if (JurisdictionNames.At(title, index) is not { } name)
                continue;
            if (!(isShouted && name.IsShort) && !IsOutside(title.AsSpan(0, index)))
                Add(found, name.Code, StatedJurisdictionOrigin.Title, title, place);
            index += name.Text.Length - 1;
        }
    }

    private static void ReadBlock(string text, TextRange block, List<StatedJurisdiction> found)
    {
        if (!block.Of(text.AsSpan()).ContainsAny(Applies))
            return;
        int start = block.Start;
        while (start < block.End)
        {
            int end = text.AsSpan(start, block.End - start).IndexOf(". ");
            end = end < 0 ? block.End : start + end + 1;
            if (end - start <= LongestSentence)
                ReadSentence(text, new TextRange(start, end), found);
            start = end;
            while (start < block.End && char.IsWhiteSpace(text[start]))
                start++;
        }
    }

    private static void ReadSentence(string text, TextRange sentence, List<StatedJurisdiction> found)
    {
        ReadOnlySpan<char> words = sentence.Of(text.AsSpan());
        if (!SpeaksOfDocument().IsMatch(words))
            return;
        foreach (ValueMatch people in PeopleOf().EnumerateMatches(words))
        {
            int at = people.Index + people.Length;
            if (IsOutside(words[..at]))
                continue;
            while (JurisdictionNames.At(words, at) is { } name)
            {
                Add(found, name.Code, StatedJurisdictionOrigin.Text, sentence.Of(text), sentence);
                at += name.Text.Length;
                at += Joint().EnumerateMatches(words[at..]) is var joints && joints.MoveNext() && joints.Current.Index == 0 ? joints.Current.Length : 0;
            }
        }
    }

    private static void ReadAddress(Uri address, List<StatedJurisdiction> found)
    {
        string path = Uri.UnescapeDataString(address.PathAndQuery);
        int start = 0;
        for (int index = 0; index <= path.Length; index++)
        {
            if (index < path.Length && path[index] is not ('/' or '?' or '&' or '=' or '.' or ','))
                continue;
            string segment = path[start..index];
            start = index + 1;
            if (Region(segment) is { } region)
            {
                Add(found, region, StatedJurisdictionOrigin.Address, segment, range: null);
                continue;
            }

            string spaced = segment.Replace('-', ' ').Replace('_', ' ');
            for (int word = 0; word < spaced.Length; word++)
            {
                if (word > 0 && spaced[word - 1] != ' ')
                    continue;

                // Two letters alone are a language more often than a country; these are not languages.
                int end = spaced.IndexOf(' ', word) is >= 0 and var space ? space : spaced.Length;
                if (spaced[word..end].ToLowerInvariant() is "eu" or "eea" or "uk" or "us" or "usa" || end - word > 3)
                {
                    string capital = end - word <= 3 ? spaced[word..end].ToUpperInvariant() : spaced[word..];
                    if (JurisdictionNames.At(capital, 0) is { } name)
                        Add(found, name.Code, StatedJurisdictionOrigin.Address, segment, range: null);
                }
            }
        }
    }

    /// <summary>The region of a language tag such as <c>en-GB</c>; nothing where it has none.</summary>
    private static string? Region(string tag)
    {
        if (tag.Length != 5 || tag[2] is not ('-' or '_') || !tag.All(character => char.IsAsciiLetter(character) || character is '-' or '_'))
            return null;
        string region = tag[3..].ToUpperInvariant();
        region = region == "UK" ? "GB" : region;
        return JurisdictionNames.IsCode(region) ? region : null;
    }

    private static bool IsOutside(ReadOnlySpan<char> before) => Outside().IsMatch(before);

    private static void Add(List<StatedJurisdiction> found, string code, StatedJurisdictionOrigin origin, string quote, TextRange? range)
    {
        if (!found.Exists(stated => stated.Code == code && stated.Origin == origin))
            found.Add(new StatedJurisdiction { Code = code, Origin = origin, Quote = quote, Range = range });
    }

    private static readonly System.Buffers.SearchValues<string> Applies = System.Buffers.SearchValues.Create(
        ["appl", " for ", "intended", "govern", "supplement", "cover", "s'adresse", "gilt", "gelten", "pour les"], StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b(?:this|these|the following|our|cette|ces|la présente|les présentes|diese|dieser)\b[^.]{0,80}\b(?:policy|policies|notice|statement|terms|agreement|version|addendum|supplement|politique|conditions|richtlinie|erklärung|datenschutzerklärung|datenschutzhinweise|bedingungen)\b[^.]{0,60}\b(?:appl(?:y|ies)|(?:is|are) (?:only |solely )?(?:for|intended|addressed|directed)|governs?|supplements?|covers?|s['’](?:applique|appliquent|adresse)|gilt|gelten)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpeaksOfDocument();

    [GeneratedRegex(@"\b(?:residents?|users?|consumers?|customers?|individuals|persons?|people|visitors|members|citizens?|those|anyone|you|résidents?|utilisateurs|personnes|nutzer|personen)\b(?: (?:who |that |qui |die )?(?:are |is |live |reside |sont )?(?:currently )?(?:located |residing |living |resident |based |situated |habitually resident |situés )?)? ?(?:in|of|from|within|en|de|au|aux|dans|à|aus)(?: the| der| den| l['’]| la)? ?(?:states? of )?", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PeopleOf();

    [GeneratedRegex(@"^ ?(?:,|/|and|or|et|ou|und|oder|\(|&)[ ,]{0,2}(?:and |or )?(?:in |of )?(?:the |der |den )?", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\b(?:outside|other than|except|excluding|hors|außerhalb|not)\b[^.]{0,40}$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Outside();
}
