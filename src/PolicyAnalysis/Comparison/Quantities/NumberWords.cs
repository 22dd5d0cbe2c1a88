using System.Globalization;

namespace PolicyAnalysis.Comparison.Quantities;

/// <summary>Numbers written in words or digits.</summary>
internal static class NumberWords
{
    private static readonly string[] Small =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>The value of a number such as <c>30</c>, <c>1,500.50</c>, <c>six</c>, <c>twenty-four</c>, <c>one hundred eighty</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        if (text.IsEmpty)
            return false;
        return char.IsAsciiDigit(text[0]) ? TryParseDigits(text, out value) : TryParseWords(text, out value);
    }

    private static bool TryParseDigits(ReadOnlySpan<char> text, out decimal value)
    {
        // A point or comma before exactly two last digits, or a point before any, parts the decimals; others group thousands.
        int last = text.LastIndexOfAny('.', ',');
        int decimals = last < 0 ? 0 : text.Length - last - 1;
        bool isDecimal = last >= 0 && decimals != 3;
        var plain = new System.Text.StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
                plain.Append(text[i]);
            else if (isDecimal && i == last)
                plain.Append('.');
        }

        return decimal.TryParse(plain.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryParseWords(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        decimal part = 0;
        bool any = false;
        foreach (Range range in text.SplitAny(' ', '-'))
        {
            string word = text[range].ToString().ToLowerInvariant();
            if (word.Length == 0 || word is "and")
                continue;
            int small = Array.IndexOf(Small, word);
            int tens = Array.IndexOf(Tens, word);
            if (small >= 0)
                part += small;
            else if (tens >= 0)
                part += (tens + 2) * 10;
            else if (word is "hundred")
                part = Math.Max(part, 1) * 100;
            else if (word is "thousand")
                (value, part) = (value + (Math.Max(part, 1) * 1000), 0);
            else
                return false;
            any = true;
        }

        value += part;
        return any;
    }
}
