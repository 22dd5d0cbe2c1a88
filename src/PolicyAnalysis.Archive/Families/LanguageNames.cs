using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Archive.Families;

/// <summary>The embedded table of languages, read once; longer names stand first.</summary>
internal static class LanguageNames
{
    private static readonly Lazy<List<(string Name, string Code)>> Table = new(Load);

    private static readonly Lazy<HashSet<string>> Codes = new(static () => [.. Table.Value.Select(static row => row.Code)]);

    public static bool IsCode(string code) => Codes.Value.Contains(code);

    /// <summary>The language's name that begins at a place of a text, as a word of its own; nothing where none does.</summary>
    public static (string Name, string Code)? At(string text, int index)
    {
        foreach ((string name, string code) in Table.Value)
        {
            int end = index + name.Length;
            if (string.Compare(text, index, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
                && end <= text.Length
                && (index == 0 || !char.IsLetterOrDigit(text[index - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return (text[index..end], code);
        }

        return null;
    }

    private static List<(string Name, string Code)> Load()
    {
        var names = new List<(string Name, string Code)>();
        foreach (string[] cells in RuleTable.ReadResource(typeof(LanguageNames).Assembly, "PolicyAnalysis.Archive.Families.languages.tsv"))
            names.AddRange(cells[1].Split('|').Select(name => (name, cells[0])));

        names.Sort(static (left, right) => left.Name.Length != right.Name.Length ? right.Name.Length.CompareTo(left.Name.Length) : string.CompareOrdinal(left.Name, right.Name));
        return names;
    }
}
