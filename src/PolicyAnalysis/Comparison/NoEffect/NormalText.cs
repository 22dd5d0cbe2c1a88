using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PolicyAnalysis.Comparison.Quantities;

namespace PolicyAnalysis.Comparison.NoEffect;

/// <summary>The normal form of a text at each level: two texts are equal at a level where their forms are.</summary>
internal static class NormalText
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // Stands for what a level sets aside; no policy holds it.
    private const char Mask = '\uFFFC';

    private const string MaskText = "\uFFFC";

    private const string Month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*";

    private static readonly Regex Dates = new(
        $@"\b(?:{Month}[., ]*[0-9]{{1,2}}(?:st|nd|rd|th)?[, ]+[0-9]{{4}}|[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of|,|\.)? ?{Month}[., ]*[0-9]{{4}}|{Month}[., ]+[0-9]{{4}}|[0-9]{{1,4}}[/.-][0-9]{{1,2}}[/.-][0-9]{{2,4}}(?:[ T][0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?(?: ?[ap]m)?)?)(?: (?:at )?[0-9]{{1,2}}:[0-9]{{2}}(?: ?[ap]m)?(?: [a-z]{{2,4}})?)?",
        Options,
        Regex.InfiniteMatchTimeout);

    private static readonly Regex DateCue = new(
        @"\b(?:updated?|effective|revised|revision|version|dated?|modified|published|posted|released|valid|in force|as of|review(?:ed)?|amended|changed|copyright|since)\b|©|\(c\)",
        Options,
        Regex.InfiniteMatchTimeout);

    private static readonly Regex Version = new(@"\b(?:(?:v\.?|ver\.?|version|revision|rev\.?) ?(?:no\.? ?)?[0-9]+(?:[.-][0-9]+)*|(?:[0-9]+ (?:days?|weeks?|months?|years?|hours?) ago)|(?:©|\(c\)|copyright) ?(?:\(c\) ?)?[0-9]{4}(?: ?[-–] ?[0-9]{4})?)", Options, Regex.InfiniteMatchTimeout);

    private static readonly Regex Addresses = new(@"\[?email[ \u00A0]protected\]?|[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}", Options, Regex.InfiniteMatchTimeout);

    private static readonly Regex LeadingNumber = new(@"^[\s*•\-\\]*(?:(?:section|article|part|clause|chapter) (?:[0-9]{1,3}(?:\.[0-9]{1,3})*|[ivxlc]{1,5})[.):\s\-–—]+|[0-9]{1,3}(?:\.[0-9]{1,3})*\.?[.):\\]+[\s\-–]*|[0-9]{1,3}(?:\.[0-9]{1,3})+(?:[\s\-–]+)|\(?[a-z0-9]{1,3}\)\s*|[ivxlc]{1,5}\.\s+|[a-z]\.\s+)", Options, Regex.InfiniteMatchTimeout);

    private static readonly Regex Reference = new(@"\b(?<word>sections?|articles?|clauses?|paragraphs?|sub-?sections?|annex(?:es)?|appendix|schedules?|exhibits?|part|chapters?) (?:[0-9]{1,3}(?:\.[0-9]{1,3})*(?:\([a-z0-9]{1,3}\))*|\(?[a-z]\)|[a-z](?:\.[0-9]{1,3})+|[ivxlc]{1,5}\b)", Options | RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout);

    public static string Of(string text, NoEffectLevel level) => level switch
    {
        NoEffectLevel.Layout => Words(text, isLower: false),
        NoEffectLevel.LetterCase => WithoutSpaces(Words(text, isLower: true)),
        NoEffectLevel.Numbering => Words(Reference.Replace(WithoutNumber(text), "${word} " + MaskText), isLower: true),
        NoEffectLevel.DocumentDate => Words(Version.Replace(Dates.Replace(text, MaskText), MaskText), isLower: true),
        NoEffectLevel.NumberStyle => Words(WithValues(text), isLower: true),
        NoEffectLevel.MaskedAddress => Words(Addresses.Replace(text, MaskText), isLower: true),
        _ => text,
    };

    /// <summary>Whether a text that holds a date speaks of the document's own date and not of a deadline in it.</summary>
    public static bool StatesOwnDate(string text) => text.Length < 60 || DateCue.IsMatch(text) || StartsWithDate(text);

    /// <summary>Whether a line says nothing but the document's own date or version.</summary>
    public static bool IsDateLine(string text)
    {
        if (text.Length > 90 || !(DateCue.IsMatch(text) || text.Length < 30))
            return false;
        string rest = Version.Replace(Dates.Replace(text, MaskText), MaskText);
        return rest.Contains(Mask, StringComparison.Ordinal) && rest.Split([' ', ':', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Length <= 9;
    }

    /// <summary>Whether an address is masked in the text.</summary>
    public static bool HasMaskedAddress(string text) => text.Contains("email protected", StringComparison.OrdinalIgnoreCase) || text.Contains("email\u00A0protected", StringComparison.OrdinalIgnoreCase);

    private static bool StartsWithDate(string text)
    {
        Match match = Dates.Match(text);
        return match.Success && match.Index < 3 && match.Length > text.Length / 2;
    }

    // "1.5 GB of storage" begins with a quantity and not with the number of a clause.
    private static string WithoutNumber(string text)
    {
        Match number = LeadingNumber.Match(text);
        if (!number.Success)
            return text;
        List<Quantity> quantities = QuantityReader.Read(text.Length > 80 ? text[..80] : text);
        return quantities.Count > 0 && quantities[0].Range.Start < number.Length ? text : text[number.Length..];
    }

    private static string WithValues(string text)
    {
        var result = new StringBuilder(text.Length);
        int at = 0;
        foreach (Quantity quantity in QuantityReader.Read(text))
        {
            result.Append(text, at, quantity.Range.Start - at).Append(' ').Append(Mask).Append(quantity.Value.Replace(' ', '_')).Append(' ');
            at = quantity.Range.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The same letters in one row: hyphens and spaces between words are set aside, those at digits and signs are not.</summary>
    private static string WithoutSpaces(string words)
    {
        var kept = new StringBuilder(words.Length);
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i] != ' ' || !char.IsLetter(words[i - 1]) || !char.IsLetter(words[i + 1]))
                kept.Append(words[i]);
        }

        return kept.ToString();
    }

    /// <summary>Words and protected signs in lower case, one space apart.</summary>
    public static string LowerWords(string text) => Words(text, isLower: true);

    /// <summary>Words and protected signs, one space apart; a number keeps the separators inside it.</summary>
    private static string Words(string text, bool isLower)
    {
        string normal = text.Normalize(NormalizationForm.FormKC);
        var kept = new StringBuilder(normal.Length);
        for (int i = 0; i < normal.Length; i++)
        {
            char letter = normal[i];
            bool isJoined = letter is '.' or ',' or ':' && i > 0 && i + 1 < normal.Length && char.IsAsciiDigit(normal[i - 1]) && char.IsAsciiDigit(normal[i + 1]);
            if (letter is '\u200B' or '\u00AD' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF')
                continue;
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || isJoined || IsProtectedSign(letter))
                kept.Append(isLower ? char.ToLowerInvariant(letter) : letter);
            else if (letter is '\'' or '’' && i > 0 && i + 1 < normal.Length && char.IsLetter(normal[i - 1]) && char.IsLetter(normal[i + 1]))
                kept.Append('\'');
            else if (kept.Length > 0 && kept[^1] != ' ')
                kept.Append(' ');
        }

        return kept.ToString().TrimEnd();
    }

    // Signs that carry an amount, a share or a bound never vanish.
    private static bool IsProtectedSign(char letter) =>
        letter is '%' or '‰' or '+' or '<' or '>' or '≤' or '≥' or '±' or '@' or '&' or '\uFFFC' || char.GetUnicodeCategory(letter) == UnicodeCategory.CurrencySymbol;
}
