using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyAnalysis.Documents;

/// <summary>Reads the dates that a document states of itself: near its top or its end, with a cue such as "last updated".</summary>
internal static partial class StatedDateReader
{
    /// <summary>How far from the start and from the end a date is a statement on the document itself.</summary>
    private const int Window = 4000;

    private const int EndWindow = 1200;

    /// <summary>How far a date may stand behind its cue.</summary>
    private const int MaximumDistance = 60;

    /// <summary>A part of every cue, so that most lines are told apart without the expression.</summary>
    private static readonly SearchValues<string> CueStems = SearchValues.Create(
        ["updat", "revis", "modif", "amend", "change", "effect", "force", "appl", "publish", "posted", "version", "mise à jour", "vigueur", "stand", "aktualis", "gültig", "geändert"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly string[] EnglishMonths = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] FrenchMonths = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
    private static readonly string[] GermanMonths = ["januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"];

    public static IReadOnlyList<StatedDate> Read(string text, IReadOnlyList<DocumentBlock> blocks)
    {
        var dates = new List<StatedDate>();
        for (int index = 0; index < blocks.Count; index++)
        {
            TextRange range = blocks[index].Range;
            if (range.Start >= Window && range.End < text.Length - EndWindow)
                continue;
            ReadBlock(text, range, dates);
            ReadCueBeforeDate(text, blocks, index, dates);
        }

        return dates;
    }

    /// <summary>Whether a line says when its document was changed or since when it holds.</summary>
    public static bool StatesDate(string text) => HasDigit(text) && MayHaveCue(text) && Cue().IsMatch(text) && Date().IsMatch(text);

    /// <summary>A date has a digit: asking for one first spares most lines the search.</summary>
    private static bool HasDigit(ReadOnlySpan<char> text) => text.ContainsAnyInRange('0', '9');

    private static bool MayHaveCue(ReadOnlySpan<char> text) => text.ContainsAny(CueStems);

    private static void ReadBlock(string text, TextRange range, List<StatedDate> dates)
    {
        if (!HasDigit(range.Of(text.AsSpan())) || !MayHaveCue(range.Of(text.AsSpan())))
            return;
        if (range.Length > Window)
            range = new TextRange(range.Start, range.Start + Window);
        string block = range.Of(text);
        foreach (ValueMatch cue in Cue().EnumerateMatches(block))
        {
            int from = cue.Index + cue.Length;
            int window = Math.Min(block.Length - from, MaximumDistance);
            Match date = Date().Match(block, from, Math.Max(0, window));
            if (!date.Success || !TryParse(date.ValueSpan, out DateOnly value))
                continue;
            dates.Add(new StatedDate
            {
                Kind = IsEffective(block.AsSpan(cue.Index, cue.Length)) ? StatedDateKind.Effective : StatedDateKind.Updated,
                Date = value,
                Range = new TextRange(range.Start + cue.Index, range.Start + date.Index + date.Length),
            });
        }
    }

    /// <summary>A cue that stands alone in one block with the date alone in the next: two cells of a page's head.</summary>
    private static void ReadCueBeforeDate(string text, IReadOnlyList<DocumentBlock> blocks, int index, List<StatedDate> dates)
    {
        if (index + 1 >= blocks.Count || blocks[index].Range.Length > 40 || blocks[index + 1].Range.Length > 30)
            return;
        if (!HasDigit(blocks[index + 1].Range.Of(text.AsSpan())) || !MayHaveCue(blocks[index].Range.Of(text.AsSpan())))
            return;
        string cue = blocks[index].Range.Of(text);
        string next = blocks[index + 1].Range.Of(text);
        Match found = Cue().Match(cue);
        Match date = Date().Match(next);
        if (found.Success && date.Success && date.Index == 0 && !Date().IsMatch(cue) && TryParse(date.ValueSpan, out DateOnly value))
        {
            dates.Add(new StatedDate
            {
                Kind = IsEffective(found.ValueSpan) ? StatedDateKind.Effective : StatedDateKind.Updated,
                Date = value,
                Range = new TextRange(blocks[index].Range.Start + found.Index, blocks[index + 1].Range.Start + date.Length),
            });
        }
    }

    private static bool IsEffective(ReadOnlySpan<char> cue) =>
        cue.Contains("ffective", StringComparison.OrdinalIgnoreCase) || cue.Contains("force", StringComparison.OrdinalIgnoreCase)
        || cue.Contains("gültig", StringComparison.OrdinalIgnoreCase) || cue.Contains("vigueur", StringComparison.OrdinalIgnoreCase)
        || cue.Contains("appl", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a date that <see cref="Date"/> matched. Of two numbers the month is the one that can be; where both can, the first is the month, but for dates with dots, which are written day first.</summary>
    internal static bool TryParse(ReadOnlySpan<char> text, out DateOnly date)
    {
        Span<int> numbers = stackalloc int[3];
        Span<int> digits = stackalloc int[3];
        int count = 0;
        int month = 0;
        bool monthFirst = false;
        int position = 0;
        while (position < text.Length)
        {
            if (char.IsAsciiDigit(text[position]))
            {
                int start = position;
                while (position < text.Length && char.IsAsciiDigit(text[position]))
                    position++;
                if (count == 3 || !int.TryParse(text[start..position], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[count]))
                    break;
                digits[count++] = position - start;
            }
            else if (char.IsLetter(text[position]))
            {
                int start = position;
                while (position < text.Length && char.IsLetter(text[position]))
                    position++;
                int named = MonthOf(text[start..position]);
                if (named > 0)
                {
                    month = named;
                    monthFirst = count == 0;
                }
            }
            else
            {
                position++;
            }
        }

        (int year, int day) = (0, 0);
        if (month > 0 && count == 2)
            (day, year) = numbers[0] > 31 ? (numbers[1], numbers[0]) : (numbers[0], numbers[1]);
        else if (month > 0 && count == 1 && monthFirst)
            (day, year) = (1, numbers[0]);
        else if (month == 0 && count == 3 && digits[numbers[0] > 31 ? 0 : 2] is 2 or 4)
            (year, month, day) = Order(numbers, text.Contains('.'));
        if (year is >= 0 and < 100 && count == 3)
            year += 2000;
        if (year is < 1990 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            date = default;
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    private static (int Year, int Month, int Day) Order(ReadOnlySpan<int> numbers, bool isDotted)
    {
        if (numbers[0] > 31)
            return (numbers[0], numbers[1], numbers[2]);
        return numbers[0] > 12 || (isDotted && numbers[1] <= 12) ? (numbers[2], numbers[1], numbers[0]) : (numbers[2], numbers[0], numbers[1]);
    }

    /// <summary>The number of a month by its name in English, French or German; 0 for another word.</summary>
    internal static int MonthOf(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
            return 0;
        foreach (string[] months in (ReadOnlySpan<string[]>)[EnglishMonths, FrenchMonths, GermanMonths])
        {
            for (int index = 0; index < months.Length; index++)
            {
                if (word.Equals(months[index], StringComparison.OrdinalIgnoreCase))
                    return index + 1;
            }
        }

        for (int index = 0; index < EnglishMonths.Length; index++)
        {
            if (word.Length is 3 or 4 && EnglishMonths[index].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return index + 1;
        }

        return 0;
    }

    [GeneratedRegex(@"(?:last|date|most recently|recently|was|dernière|zuletzt)?\s?(?:of last )?(?:updated?|revis(?:ed|ion)|modified|amended|changed|effective|in force|comes? into (?:effect|force)|applies|published|posted|version|mise à jour|modifié|en vigueur|entrée en vigueur|stand|aktualisiert|gültig|geändert)(?: (?:date|on|as of|from|since|le|du|le :|am|ab|seit))?", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cue();

    [GeneratedRegex(@"\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{1,2}(?:st|nd|rd|th|er|\.)?(?: of)? ?[a-zA-Zéûä]{3,9}\.?,? ?\d{4}|[a-zA-Zéûä]{3,9}\.? ?\d{1,2}(?:st|nd|rd|th)?,? ?\d{4}|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4})\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
