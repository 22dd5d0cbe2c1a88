using System.Text.RegularExpressions;
using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Provisions;

/// <summary>The headings of a document by their words, for texts that point to a chapter by its name.</summary>
internal sealed partial class NamedProvisions
{
    private const int LongestName = 80;
    private const int MostWords = 9;

    /// <summary>How far from a name a word may stand that makes it a reference.</summary>
    private const int Near = 30;

    private readonly Dictionary<string, string> _ids = new(StringComparer.OrdinalIgnoreCase);

    public NamedProvisions(List<Provision> provisions)
    {
        foreach (Provision provision in provisions)
        {
            if (provision.Kind == ProvisionKind.Heading && provision.Text.Length <= LongestName && NameOf(provision.Text) is { Length: > 2 } name)
                _ids.TryAdd(name, provision.Id);
        }
    }

    /// <summary>The heading of a name; nothing where there is none.</summary>
    public string? Of(string name) => name.Length <= LongestName + 10 && _ids.Count > 0 ? _ids.GetValueOrDefault(NameOf(name)) : null;

    /// <summary>The names in a text that point: in quotes beside a word such as "see", or before "section".</summary>
    public IEnumerable<(TextRange Range, string Id)> In(string text)
    {
        if (_ids.Count == 0)
            yield break;
        foreach (TextRange range in QuotedNames(text))
        {
            if (Of(range.Of(text)) is { } id && IsPointed(text, range.Start - 1, range.End + 1))
                yield return (range, id);
        }

        for (int at = text.IndexOf(" section", StringComparison.OrdinalIgnoreCase); at > 0; at = text.IndexOf(" section", at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (NameBefore(text, at) is { } found)
                yield return found;
        }
    }

    private static List<TextRange> QuotedNames(string text)
    {
        var found = new List<TextRange>();
        if (text.AsSpan().ContainsAny("\"“„«"))
        {
            foreach (ValueMatch match in Quoted().EnumerateMatches(text))
                found.Add(new TextRange(match.Index + 1, match.Index + match.Length - 1));
        }

        return found;
    }

    /// <summary>The longest run of words before a place that is a heading's name: "the Your Rights section".</summary>
    private (TextRange Range, string Id)? NameBefore(string text, int end)
    {
        (TextRange, string)? best = null;
        int start = end;
        for (int words = 0; words < MostWords && start > 0; words++)
        {
            start = text.LastIndexOf(' ', start - 1);
            int from = start + 1;
            if (from < end && char.IsUpper(text[from]) && _ids.TryGetValue(NameOf(text[from..end]), out string? id))
                best = (new TextRange(from, end), id);
            if (start <= 0)
                break;
        }

        return best;
    }

    private static bool IsPointed(string text, int start, int end) =>
        Pointing().IsMatch(text.AsSpan(Math.Max(0, start - Near), Math.Min(start, Near))) || Place().IsMatch(text.AsSpan(end, Math.Min(Near, text.Length - end)));

    private static string NameOf(string heading) => heading[PrintedNumber.Length(heading)..].Trim(' ', '–', '—', '-', ':').TrimEnd('.', ':', ',', ';', '?').TrimEnd();

    [GeneratedRegex("[\"“„«][^\"“”„«»]{3,90}[\"”“»]", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?:sections?|see|under|heading|headed|titled|entitled|called|chapter|article|part|paragraph|described|explained|siehe|abschnitt|ziffer|unter|kapitel|voir|rubrique|section|article|véase|sección|apartado|vedi|sezione|zie|ver|seção)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pointing();

    [GeneratedRegex(@"^\W{0,3}(?:section|chapter|above|below|oben|unten|ci-dessus|ci-dessous|abschnitt|heading|part of this)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
