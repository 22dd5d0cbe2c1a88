using System.Collections.Frozen;

namespace PolicyAnalysis.Regulation;

/// <summary>Which jurisdictions lie in which: members of the Union and of the EEA, states of a federation.</summary>
internal static class JurisdictionCodes
{
    private static readonly FrozenSet<string> Union = FrozenSet.ToFrozenSet(
        ["AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> EconomicArea = FrozenSet.ToFrozenSet([.. Union, "IS", "LI", "NO", "EU"], StringComparer.Ordinal);

    /// <summary>Whether who is in one jurisdiction is reached by the law of another.</summary>
    /// <param name="own">Where one is.</param>
    /// <param name="law">Whose law it is.</param>
    public static ConditionResult Covers(string own, string law)
    {
        if (own == law || law == "INT")
            return ConditionResult.True;
        if (law == "EU")
            return EconomicArea.Contains(own) || own == "EEA" ? ConditionResult.True : ConditionResult.False;
        if (law == "EEA")
            return EconomicArea.Contains(own) ? ConditionResult.True : ConditionResult.False;

        // Who is in New York is in the United States; who is in the United States may be in New York.
        if (own.StartsWith(law + "-", StringComparison.Ordinal))
            return ConditionResult.True;
        if (law.StartsWith(own + "-", StringComparison.Ordinal) || (own is "EU" or "EEA" && EconomicArea.Contains(law)))
            return ConditionResult.Unknown;
        return ConditionResult.False;
    }

    /// <summary>Whether a text is the code of a jurisdiction: <c>DE</c>, <c>US-CA</c>, <c>EU</c>, <c>EEA</c>, <c>INT</c>.</summary>
    public static bool IsCode(string code) =>
        code is "EU" or "EEA" or "INT" || (code.Length is 2 && IsUpper(code)) || (code.Length is >= 4 and <= 6 && code[2] == '-' && IsUpper(code[..2]) && code[3..].All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)));

    private static bool IsUpper(string text) => text.All(char.IsAsciiLetterUpper);
}
