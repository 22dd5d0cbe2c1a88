using System.Buffers;
using System.Text.RegularExpressions;
using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Provisions;

/// <summary>Recognises a sentence that defines a term: <c>"Personal data" means …</c>. The words are data: <c>Rules/definitions.tsv</c>.</summary>
internal static class DefinedTerm
{
    private const int Window = 200;

    /// <summary>How far from its beginning a definition opens its quotes.</summary>
    private const int Opening = 40;

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„«‘'");

    private const string Mark = @"^(?:(?:\(?[0-9a-zA-Z]{1,4}\)|[0-9a-zA-Z]{1,4}\.|[0-9][0-9.]{0,9}(?:\([0-9a-z]{1,4}\))?) ?)?";

    private static readonly ILookup<string, string> Rules = RuleTable.ReadWords("Provisions", "definitions");
    private static readonly SearchValues<string> VerbWords = SearchValues.Create([.. Rules["verb"]], StringComparison.Ordinal);
    private static readonly string Verbs = RuleTable.Alternation(Rules["verb"]);
    private static readonly string AllVerbs = RuleTable.Alternation(Rules["verb"].Concat(Rules["weak"]));

    /// <summary>A term in quotes, with another name of it and an aside.</summary>
    private static readonly Regex Quoted = Make(Mark + @"(?:The (?:term|expression|word)s? |Der Begriff |Le terme |El término |Il termine |O termo )?[""“”„«‘']{1,2} ?(?<term>[^""“”«»‘’„]{2,80}?) ?[""“”»’']{1,2}(?:,? (?:or|and|oder|ou|o|und|et) [""“„«][^""“”«»]{2,60}[""”“»]){0,3}(?: \([^()]{1,60}\))?,? ?:? ?(?:" + AllVerbs + @")\b");

    /// <summary>"By “garden” we mean", "On entend par « jardin »".</summary>
    private static readonly Regex Reversed = Make(Mark + @"(?:By|On entend par|Unter|Se entiende por|Se entenderá por|Per|Por|Onder) [""“„«‘'] ?(?<term>[^""“”«»‘’„]{2,80}?) ?[""“”»’'],? ");

    /// <summary>A term without quotes whose words have capitals.</summary>
    private static readonly Regex Plain = Make(Mark + @"(?<term>\p{Lu}[\w’'&/-]*(?: (?:(?:of|and|or|the|for|to|de|des|du|und|der|y|e|di|van) ){0,2}[\p{Lu}\d][\w’'&/-]*){0,5})(?: \([^()]{1,60}\))?,? (?:" + Verbs + @")\b");

    /// <summary>In a chapter of definitions: "Garden: a place", "Garden – a place", "Garden plan refers to".</summary>
    private static readonly Regex Listed = Make(Mark + @"[""“„«]? ?(?<term>\p{L}[^:;.,–—""“”«»]{1,60}?) ?[""”“»]?(?: ?: | [–—-] |,? (?:" + AllVerbs + @")\b)");

    /// <summary>Words that begin a sentence and no term.</summary>
    private static readonly HashSet<string> NoTerms = new(StringComparer.OrdinalIgnoreCase)
    {
        "this", "that", "it", "which", "what", "these", "those", "we", "you", "they", "he", "she", "there", "by", "in", "if", "when", "the", "a", "an", "our", "your", "such", "nothing", "everything",
        "das", "dies", "dieses", "es", "was", "wir", "sie", "ce", "cela", "ceci", "il", "elle", "nous", "vous", "esto", "eso", "questo", "isto", "isso", "dit", "dat", "each", "any", "some", "using", "here",
    };

    /// <summary>The range of the term inside the text, without its quotes; nothing where the text defines none.</summary>
    public static TextRange? In(string text, bool isInDefinitions)
    {
        string start = text.Length > Window ? text[..Window] : text;
        bool isQuoted = start.AsSpan(0, Math.Min(start.Length, Opening)).ContainsAny(Quotes);
        bool mayDefine = start.AsSpan().ContainsAny(VerbWords);
        foreach (Regex form in isInDefinitions ? (ReadOnlySpan<Regex>)[Quoted, Reversed, Plain, Listed] : [Quoted, Reversed, Plain])
        {
            // Nearly every sentence is told apart before an expression is asked.
            if (((form == Quoted || form == Reversed) && !isQuoted) || (form == Plain && !mayDefine))
                continue;
            Match match = form.Match(start);
            if (!match.Success)
                continue;
            Group term = match.Groups["term"];
            int space = term.Value.IndexOf(' ', StringComparison.Ordinal);
            if (form != Quoted && form != Reversed && NoTerms.Contains(space < 0 ? term.Value : term.Value[..space]))
                continue;
            return new TextRange(term.Index, term.Index + term.Length);
        }

        return null;
    }

    /// <summary>Whether a heading begins a chapter of definitions.</summary>
    public static bool IsHeading(string heading)
    {
        string name = heading[PrintedNumber.Length(heading)..].TrimStart(' ', '–', '—', '-', ':', '.');
        return Rules["heading"].Any(word => name.StartsWith(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether two columns hold terms and their meanings.</summary>
    public static bool AreHeaders(string first, string second) =>
        Rules["term"].Contains(first.Trim(), StringComparer.OrdinalIgnoreCase) && Rules["meaning"].Contains(second.Trim(), StringComparer.OrdinalIgnoreCase);

    private static Regex Make(string expression) => new(expression, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);
}
