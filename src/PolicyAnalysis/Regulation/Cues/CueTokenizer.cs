using System.Collections.Frozen;

namespace PolicyAnalysis.Regulation.Cues;

/// <summary>
/// Splits a text into the words that cues are written in: lower case, hyphens part words, an e-mail or web address is one
/// word, a number keeps its points, and the end of a sentence is marked.
/// </summary>
/// <remarks>Time is linear in the text.</remarks>
internal static class CueTokenizer
{
    /// <summary>How many characters on either side say whether a text is written in capitals throughout.</summary>
    private const int Neighbourhood = 24;

    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(
        ["art", "arts", "sec", "no", "nos", "inc", "ltd", "co", "corp", "e.g", "i.e", "eg", "ie", "etc", "vs", "mr", "ms", "mrs", "dr", "st", "ave", "blvd", "u.s", "u.k", "cal", "civ", "para", "cf", "reg", "approx", "attn", "dept", "ste", "bldg", "p.o"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> NumberWords = FrozenSet.ToFrozenSet(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fifteen", "thirty", "forty", "fifty", "sixty", "ninety"], StringComparer.Ordinal);

    /// <summary>Adds the words of a slice to a list.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="range">The slice.</param>
    /// <param name="words">The table of distinct words, filled as words are met.</param>
    /// <param name="into">Where the words go.</param>
    /// <param name="joined">Whether the first word goes on with what stood before, as a list item does with its lead-in.</param>
    public static void Add(string text, TextRange range, WordTable words, List<CueToken> into, bool joined = false)
    {
        int at = range.Start;
        bool breakBefore = !joined;
        int lastStart = -1;
        int lastEnd = -1;
        while (at < range.End)
        {
            char c = text[at];
            if (IsWordChar(c) || c is '§' or '&')
            {
                int start = at;
                at = c is '§' or '&' ? at + 1 : EndOfWord(text, at, range.End, out bool isEmail, out bool isAddress) is var end && (isEmail || isAddress) ? AddAddress(text, start, end, isEmail, words, into, ref breakBefore) : end;
                if (into.Count > 0 && into[^1].Range.Start == start)
                {
                    lastStart = start;
                    lastEnd = at;
                    continue;
                }

                ReadOnlySpan<char> span = text.AsSpan(start, at - start);
                CueTokenKinds kinds = char.IsAsciiDigit(c) ? (IsPostCode(span) ? CueTokenKinds.Number | CueTokenKinds.PostCode : CueTokenKinds.Number) : char.IsUpper(c) ? CueTokenKinds.Capital : CueTokenKinds.Word;
                if (kinds == CueTokenKinds.Capital && IsAcronym(text, range, start, at))
                    kinds |= CueTokenKinds.Acronym;
                int word = words.Add(span);
                if ((kinds & CueTokenKinds.Number) is CueTokenKinds.Word && NumberWords.Contains(words[word]))
                    kinds |= CueTokenKinds.Number;
                into.Add(new CueToken(new TextRange(start, at), word, kinds, breakBefore));
                breakBefore = false;
                lastStart = start;
                lastEnd = at;
                continue;
            }

            if (c is '\n' or '\t')
                breakBefore = true;
            else if (c is '!' or '?')
                breakBefore = true;
            else if (c is '.' && EndsSentence(text, at, range.End, lastStart, lastEnd))
                breakBefore = true;
            at++;
        }
    }

    private static bool IsPostCode(ReadOnlySpan<char> word) => word.Length == 5 && !word.ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether a word is written in capitals and its neighbourhood is not: "the US", but not "CONTACT US".</summary>
    private static bool IsAcronym(string text, TextRange range, int start, int end)
    {
        if (end - start < 2 || text.AsSpan(start, end - start).ContainsAnyInRange('a', 'z'))
            return false;
        int before = Math.Max(range.Start, start - Neighbourhood);
        int after = Math.Min(range.End, end + Neighbourhood);
        bool shouted = start - 2 >= range.Start && char.IsUpper(text[start - 2]) && start - 4 >= range.Start && char.IsUpper(text[start - 3]) && char.IsUpper(text[start - 4]);
        return !shouted && (text.AsSpan(before, start - before).ContainsAnyInRange('a', 'z') || text.AsSpan(end, after - end).ContainsAnyInRange('a', 'z') || end - start == range.End - range.Start);
    }

    private static bool IsWordChar(char c) => char.IsLetterOrDigit(c);

    private static int AddAddress(string text, int start, int end, bool isEmail, WordTable words, List<CueToken> into, ref bool breakBefore)
    {
        int word = words.Add(text.AsSpan(start, end - start));
        into.Add(new CueToken(new TextRange(start, end), word, isEmail ? CueTokenKinds.Email : CueTokenKinds.Address, breakBefore));
        breakBefore = false;
        return end;
    }

    private static int EndOfWord(string text, int start, int limit, out bool isEmail, out bool isAddress)
    {
        isEmail = false;
        isAddress = false;
        int end = start;
        bool digits = char.IsAsciiDigit(text[start]);
        while (end < limit)
        {
            char c = text[end];
            if (IsWordChar(c))
            {
                end++;
                continue;
            }

            bool wordFollows = end + 1 < limit && IsWordChar(text[end + 1]);
            if (wordFollows && c is '\'' or '’' && end + 1 < limit && char.IsLetter(text[end + 1]))
            {
                end++;
                continue;
            }

            // "1798.100" and "50,000" are one word; so are "e.g" and "u.s".
            if (wordFollows && digits && c is '.' or ',' && end + 1 < limit && char.IsAsciiDigit(text[end + 1]))
            {
                end++;
                continue;
            }

            if (wordFollows && c == '.' && !digits && IsDottedLetters(text, start, end))
            {
                end++;
                continue;
            }

            break;
        }

        if (end >= limit || text[end] is not ('@' or '.' or ':' or '_' or '+' or '-' or '%'))
            return end;
        int probe = EndOfAddress(text, start, limit, out bool at, out bool web);
        if (probe > end && (at || web))
        {
            isEmail = at;
            isAddress = !at;
            return probe;
        }

        return end;
    }

    private static bool IsDottedLetters(string text, int start, int dot) => dot - start == 1 || (dot - start >= 3 && text[dot - 2] == '.');

    private static int EndOfAddress(string text, int start, int limit, out bool email, out bool web)
    {
        email = false;
        web = false;
        int end = start;
        int dots = 0;
        int afterAt = -1;
        int stop = Math.Min(limit, start + 200);
        while (end < stop)
        {
            char c = text[end];
            if (char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '+' or '%')
            {
                end++;
                continue;
            }

            if (c == '@' && afterAt < 0 && end > start)
            {
                afterAt = end + 1;
                dots = 0;
                end++;
                continue;
            }

            if (c == '.' && end + 1 < stop && char.IsAsciiLetterOrDigit(text[end + 1]))
            {
                dots++;
                end++;
                continue;
            }

            if (c == ':' && end + 2 < stop && text[end + 1] == '/' && text[end + 2] == '/')
            {
                web = true;
                end += 3;
                continue;
            }

            if (c is '/' or '=' or '#' or '&' or '?' && web)
            {
                end++;
                continue;
            }

            break;
        }

        email = afterAt > 0 && dots > 0 && end > afterAt;
        web = !email && (web || (dots >= 2 && text.AsSpan(start, end - start).StartsWith("www.", StringComparison.OrdinalIgnoreCase)));
        return end;
    }

    private static bool EndsSentence(string text, int dot, int limit, int wordStart, int wordEnd)
    {
        if (dot + 1 >= limit)
            return true;
        char next = text[dot + 1];
        if (!char.IsWhiteSpace(next) && next is not '"' and not '”' and not ')' and not '’')
            return false;
        if (wordEnd != dot || wordStart < 0)
            return true;
        int length = wordEnd - wordStart;
        if (length == 1 && char.IsLetter(text[wordStart]))
            return false;
        if (length > 6)
            return true;
        Span<char> lower = stackalloc char[6];
        int written = text.AsSpan(wordStart, length).ToLowerInvariant(lower);
        return !Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower[..written]);
    }
}
