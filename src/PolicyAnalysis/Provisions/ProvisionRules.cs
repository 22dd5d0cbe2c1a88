namespace PolicyAnalysis.Provisions;

/// <summary>Reads the embedded tables of this folder: a kind and a word on each line, parted by a tab.</summary>
internal static class ProvisionRules
{
    public static ILookup<string, string> Read(string name)
    {
        string resource = $"PolicyAnalysis.Provisions.Rules.{name}.tsv";
        using Stream stream = typeof(ProvisionRules).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded rule table {resource} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var rules = new List<(string Kind, string Word)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.Split('\t') is [var kind, var word])
                rules.Add((kind, word));
        }

        return rules.ToLookup(static rule => rule.Kind, static rule => rule.Word, StringComparer.Ordinal);
    }
}
