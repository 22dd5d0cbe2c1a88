using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>Tells the numbers of pages from numbers of the text: they are named as such, or go up with the pages.</summary>
internal sealed partial class PageNumbers(int pages)
{
    private readonly List<(int Page, int Index)> _sure = [];
    private readonly Dictionary<(int Offset, bool IsFoot, bool IsRoman), List<(int Page, int Index)>> _counting = [];

    /// <summary>Looks at a fragment of a page's edge.</summary>
    public void Add(string text, int page, int index, bool isFoot)
    {
        if (text.Length > 40)
            return;
        Match match = PageNumber().Match(text);
        if (!match.Success)
            return;
        if (match.Groups["word"].Success || (pages > 1 && match.Groups["of"].Success))
        {
            _sure.Add((page, index));
            return;
        }

        string number = match.Groups["number"].Value;
        bool isRoman = !char.IsAsciiDigit(number[0]);
        int value = isRoman ? RomanValue(number) : int.Parse(number, CultureInfo.InvariantCulture);
        var key = (value - page, isFoot, isRoman);
        if (!_counting.TryGetValue(key, out List<(int, int)>? places))
            _counting[key] = places = [];
        places.Add((page, index));
    }

    /// <summary>The fragments that are page numbers.</summary>
    public IEnumerable<(int Page, int Index)> Found()
    {
        // A bare number is one where it goes up with the pages, or names its own page.
        foreach (((int offset, _, bool isRoman), List<(int Page, int Index)> places) in _counting)
        {
            int distinct = places.Select(place => place.Page).Distinct().Count();
            if (pages > 1 && (distinct >= 2 || (!isRoman && Math.Abs(offset) <= 2)))
                _sure.AddRange(places);
        }

        return _sure;
    }

    private static int RomanValue(string number)
    {
        int value = 0;
        int last = 0;
        for (int index = number.Length - 1; index >= 0; index--)
        {
            int digit = char.ToLowerInvariant(number[index]) switch { 'i' => 1, 'v' => 5, 'x' => 10, 'l' => 50, _ => 100 };
            value += digit < last ? -digit : digit;
            last = Math.Max(last, digit);
        }

        return value;
    }

    [GeneratedRegex(@"^[\s\-–—|·•\[(]*(?<word>(?:page|seite|s\.|p\.|pg\.|pagina|página|pág\.|pag\.|strona|sida|side)\s*)?(?<number>[0-9]{1,4}|[ivxlc]{1,8})(?<of>\s*(?:/|of|von|sur|de|di|van|av|z)\s*[0-9]{1,4})?[\s\-–—|·•\])]*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();
}
