using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace PolicyAnalysis.Documents;

/// <summary>The numbers that a browser draws before the items of an ordered list: start, type, reversed, value.</summary>
internal sealed class ListNumbering
{
    private readonly string _type;
    private readonly int _step;
    private int _next;

    private ListNumbering(string type, int start, int step)
    {
        _type = type;
        _next = start;
        _step = step;
    }

    /// <summary>The numbering of a list with <paramref name="itemCount"/> items.</summary>
    public static ListNumbering Of(IElement list, int itemCount)
    {
        bool reversed = list.HasAttribute("reversed");
        int start = ParseNumber(list.GetAttribute("start")) ?? (reversed ? itemCount : 1);
        return new ListNumbering(list.GetAttribute("type") ?? StyledType(list) ?? "1", start, reversed ? -1 : 1);
    }

    public string Next(IElement item)
    {
        if (ParseNumber(item.GetAttribute("value")) is { } value)
            _next = value;
        string number = Format(_type, _next);
        _next += _step;
        return number + ".";
    }

    /// <summary>A number as a list of a type (1, a, A, i, I) shows it.</summary>
    public static string Format(string type, int number) => type switch
    {
        "a" when number > 0 => Letters(number, 'a'),
        "A" when number > 0 => Letters(number, 'A'),
        "i" when number is > 0 and < 4000 => RomanNumber.Format(number).ToLowerInvariant(),
        "I" when number is > 0 and < 4000 => RomanNumber.Format(number),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string? StyledType(IElement list)
    {
        string? style = list.GetAttribute("style");
        if (style is null)
            return null;
        foreach ((string name, string type) in (ReadOnlySpan<(string, string)>)[("lower-alpha", "a"), ("lower-latin", "a"), ("upper-alpha", "A"), ("upper-latin", "A"), ("lower-roman", "i"), ("upper-roman", "I")])
        {
            if (style.Contains(name, StringComparison.OrdinalIgnoreCase))
                return type;
        }

        return null;
    }

    private static int? ParseNumber(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int number)
        && number is > -1_000_000 and < 1_000_000
            ? number
            : null;

    private static string Letters(int number, char first)
    {
        var letters = new StringBuilder();
        for (; number > 0; number = (number - 1) / 26)
            letters.Insert(0, (char)(first + ((number - 1) % 26)));
        return letters.ToString();
    }
}
