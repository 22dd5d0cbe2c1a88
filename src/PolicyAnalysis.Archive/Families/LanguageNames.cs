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
        const string Resource = "PolicyAnalysis.Archive.Families.languages.tsv";
        using Stream stream = typeof(LanguageNames).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The embedded table {Resource} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var names = new List<(string Name, string Code)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.Split('\t') is [var code, var known])
                names.AddRange(known.Split('|').Select(name => (name, code)));
        }

        names.Sort(static (left, right) => left.Name.Length != right.Name.Length ? right.Name.Length.CompareTo(left.Name.Length) : string.CompareOrdinal(left.Name, right.Name));
        return names;
    }
}
