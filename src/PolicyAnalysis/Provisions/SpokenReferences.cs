using System.Buffers;
using System.Text.RegularExpressions;
using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Provisions;

/// <summary>A number that a text points to.</summary>
/// <param name="Range">The number in the text.</param>
/// <param name="Number">The number as it is written.</param>
/// <param name="Word">The word before it, <c>section</c>; nothing for a paragraph sign.</param>
/// <param name="Base">The number of the clause that it is a part of: 2 in "paragraph (a) of Section 2".</param>
internal sealed record SpokenReference(TextRange Range, string Number, string? Word, string? Base);

/// <summary>Finds numbers of clauses in running text.</summary>
internal static partial class SpokenReferences
{
    private const int LawWindow = 90;
    private const int LawBefore = 40;

    private const string Number = @"\d{1,3}(?:\.\d{1,3}){0,4}(?: ?\([a-zA-Z0-9]{1,4}\)){0,3}";

    private const string Any = Number + @"|[IVXLC]{1,6}\b(?:\([a-z0-9]{1,4}\)){0,3}|[A-Z]\b|(?:\([a-z0-9]{1,4}\)){1,3}";

    private static readonly SearchValues<char> NumberLetters = SearchValues.Create("(ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly SearchValues<string> Words = SearchValues.Create([.. ClauseWords.Forms, "§"], StringComparison.OrdinalIgnoreCase);

    private static readonly Regex Reference = new(
        $@"(?:\b(?i:{ClauseWords.Alternation})[ \u00A0]|§{{1,2}}[ \u00A0]?)(?:{Any})(?:(?:, | and | or | to |–|-|, and |, or | et | und | ou | oder | bis | y | o | e | en | of ){Number}|(?: and | or | to |, and |, or | et | und | ou )(?:\([a-z0-9]{{1,4}}\)){{1,3}}){{0,8}}",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static List<SpokenReference> In(string text)
    {
        var found = new List<SpokenReference>();
        if (!MayPoint(text))
            return found;
        List<(int Start, int End)> matches = [];
        foreach (ValueMatch match in Reference.EnumerateMatches(text))
            matches.Add((match.Index, match.Index + match.Length));
        for (int index = 0; index < matches.Count; index++)
        {
            (int start, int end) = matches[index];
            if ((end < text.Length && char.IsAsciiDigit(text[end])) || IsLetteredArticle(text, end) || IsOfLaw(text, start, end))
                continue;
            string? inside = index + 1 < matches.Count && Between().IsMatch(text.AsSpan(end, matches[index + 1].Start - end)) && !IsOfLaw(text, matches[index + 1].Start, matches[index + 1].End)
                ? FirstNumber(text, matches[index + 1])
                : null;
            if (inside is null && index > 0 && text.AsSpan(matches[index - 1].End, start - matches[index - 1].End) is " " or ", " && IsPart(text.AsSpan(start, end - start)))
                inside = FirstNumber(text, matches[index - 1]);
            Add(text, start, end, inside, found);
        }

        return found;
    }

    /// <summary>Nearly every sentence names no clause or no number, so most are told apart without the expression.</summary>
    private static bool MayPoint(string text) => (text.AsSpan().ContainsAnyInRange('0', '9') || text.AsSpan().ContainsAny(NumberLetters)) && text.AsSpan().ContainsAny(Words);

    private static void Add(string text, int start, int end, string? inside, List<SpokenReference> found)
    {
        ReadOnlySpan<char> words = text.AsSpan(start, end - start);
        int wordEnd = words[0] == '§' ? 0 : words.IndexOfAny(' ', '\u00A0', '(');
        string? word = wordEnd <= 0 ? null : ClauseWords.Of(words[..wordEnd].TrimEnd('.')) ?? ClauseWords.Of(words[..wordEnd]);
        string? before = null;
        int from = wordEnd <= 0 ? words.LastIndexOf('§') + 1 : wordEnd;
        foreach (ValueMatch number in Numbers().EnumerateMatches(words[from..]))
        {
            int at = start + from + number.Index;
            string stated = text.Substring(at, number.Length);

            // "Part I" points, "the part I like" does not.
            if (stated.Length == 1 && char.IsAsciiLetterUpper(stated[0]) && !char.IsUpper(text[start]))
                continue;
            string? whole = stated[0] == '(' || inside is not null ? inside ?? (before is null ? null : NumberedProvisions.Above(before)) : null;
            before = whole + stated;
            found.Add(new SpokenReference(new TextRange(at, at + number.Length), stated, word, whole));
        }
    }

    /// <summary>"Article L.34-1" is one of a French code.</summary>
    private static bool IsLetteredArticle(string text, int end) =>
        char.IsAsciiLetterUpper(text[end - 1]) && text.AsSpan(end).StartsWith(".") && text.AsSpan(end + 1).TrimStart() is [>= '0' and <= '9', ..];

    /// <summary>"§ 3 Abs. 2": the second number counts inside the first.</summary>
    private static bool IsPart(ReadOnlySpan<char> words)
    {
        int end = words.IndexOfAny(' ', '\u00A0');
        return end > 0 && ClauseWords.Of(words[..end]) is "absatz" or "paragraph" or "alinéa" or "paragraphe" or "apartado" or "paragrafo" or "lid";
    }

    private static string? FirstNumber(string text, (int Start, int End) match)
    {
        foreach (ValueMatch number in Numbers().EnumerateMatches(text.AsSpan(match.Start, match.End - match.Start)))
        {
            string stated = text.Substring(match.Start + number.Index, number.Length);
            if (char.IsAsciiDigit(stated[0]))
                return stated;
        }

        return null;
    }

    private static bool IsOfLaw(string text, int start, int end) =>
        OfLaw().IsMatch(text.AsSpan(end, Math.Min(LawWindow, text.Length - end))) || LawNamedBefore().IsMatch(text.AsSpan(Math.Max(0, start - LawBefore), Math.Min(start, LawBefore)));

    [GeneratedRegex(@"^ ?,? ?(?:of|in|under|von|des|der|de la|du|de|of the|of this|del|della|van) ?(?:the |this |these |our )?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"\d{1,3}(?:\.\d{1,3}){0,4}(?: ?\([a-zA-Z0-9]{1,4}\)){0,3}|\b[IVXLC]{1,6}\b(?:\([a-z0-9]{1,4}\)){0,3}|\b[A-Z]\b|(?:\([a-z0-9]{1,4}\)){1,3}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(?:[ ,]{0,2}(?:abs|absatz|satz|lit|para|paragraph|al|sub|no|nr|n|ff|f|et seq|let|lett|c|cl|p|and|or|und|et|y|e|to)?\.? ?\(?[0-9a-zA-Z]{0,4}\)?[,.]?){0,8}?[^.;]{0,12}?(?:,? ?(?:of|under|in|du|de la|de|der|des|del|della|van de|van|da|do) )?(?:the |le |la |il |de |el |l['’])?(?:(?:[A-Z][\w.'’-]*|of|and|&|on|for) ){0,6}?(?:[Ll]aw|[a-z]?[A-Z]{3,6}|Rules|Contracts|GDPR|UK GDPR|Regulation|Act|[Dd]irective|[Cc]ode|[Dd]écret|RGPD|DSGVO|DS-GVO|BDSG|BGB|TMG|TTDSG|TDDDG|DDG|MStV|UWG|HGB|EGBGB|VSBG|FTC|CCPA|CPRA|LGPD|AVG|LSSI|LOPDGDD|LPD|Law|Loi|Ley|Lei|Legge|Gesetz|Wet|Decreto|Código|Codice|Règlement|Reglamento|Regolamento|Verordnung|Verordening|Constitution|Statutes?|Convention|Treaty|U\.S\.C)\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex OfLaw();

    [GeneratedRegex(@"(?:GDPR|RGPD|DSGVO|DS-GVO|CCPA|CPRA|LGPD|BGB|Act|Directive|Regulation \(EU\) (?:No\.? )?[0-9/]{4,9}|Code|Ann\.|Stat\.|U\.S\.C\.|C\.F\.R\.|USC|CFR)(?:['’]s)?[,:]? ?\(?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex LawNamedBefore();
}
