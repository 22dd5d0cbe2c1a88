namespace PolicyAnalysis.Documents;

/// <summary>A name of a region.</summary>
internal readonly record struct JurisdictionName(string Text, string Code)
{
    private const int LongestShortName = 4;

    /// <summary>Whether only capitals tell the name from a word: <c>US</c> from us.</summary>
    public bool IsShort => Text.Length <= LongestShortName && !Text.Any(char.IsLower);

    public bool IsAt(ReadOnlySpan<char> text, int index)
    {
        if (!text[index..].StartsWith(Text, IsShort ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase))
            return false;
        int end = index + Text.Length;
        return (index == 0 || !char.IsLetterOrDigit(text[index - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
    }
}

/// <summary>The embedded table of regions, read once; longer names stand first.</summary>
internal static class JurisdictionNames
{
    private static readonly Lazy<IReadOnlyList<JurisdictionName>> Table = new(Load);

    private static readonly Lazy<HashSet<string>> Codes = new(() => [.. All.Select(name => name.Code)]);

    public static IReadOnlyList<JurisdictionName> All => Table.Value;

    public static bool IsCode(string code) => Codes.Value.Contains(code);

    /// <summary>The name that begins at a place of a text; nothing where none does.</summary>
    public static JurisdictionName? At(ReadOnlySpan<char> text, int index)
    {
        if (index >= text.Length || !char.IsLetter(text[index]))
            return null;
        foreach (JurisdictionName name in All)
        {
            if (name.IsAt(text, index))
                return name;
        }

        return null;
    }

    private static List<JurisdictionName> Load()
    {
        var names = new List<JurisdictionName>();
        foreach (string[] cells in RuleTable.Read("Documents", "jurisdictions"))
            names.AddRange(cells[1].Split('|').Select(name => new JurisdictionName(name, cells[0])));
        names.Sort(static (left, right) => right.Text.Length != left.Text.Length ? right.Text.Length.CompareTo(left.Text.Length) : string.CompareOrdinal(left.Text, right.Text));
        return names;
    }
}
