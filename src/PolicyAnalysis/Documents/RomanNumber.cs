using System.Text;

namespace PolicyAnalysis.Documents;

/// <summary>Roman numbers from 1 to 3999 in their regular form.</summary>
internal static class RomanNumber
{
    private static readonly (int Value, string Sign)[] Signs =
        [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    public static string Format(int number)
    {
        var roman = new StringBuilder();
        foreach ((int value, string sign) in Signs)
        {
            for (; number >= value; number -= value)
                roman.Append(sign);
        }

        return roman.ToString();
    }

    /// <summary>The value of a number in capitals or small letters; 0 for what is none, such as <c>IIX</c>.</summary>
    public static int Parse(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 15)
            return 0;
        int total = 0;
        ReadOnlySpan<char> rest = text;
        foreach ((int value, string sign) in Signs)
        {
            while (rest.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
            {
                total += value;
                rest = rest[sign.Length..];
            }
        }

        return rest.IsEmpty && total < 4000 && text.Equals(Format(total), StringComparison.OrdinalIgnoreCase) ? total : 0;
    }
}
