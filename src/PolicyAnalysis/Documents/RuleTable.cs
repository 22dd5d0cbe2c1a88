namespace PolicyAnalysis.Documents;

/// <summary>Reads the embedded tables of this folder: cells parted by tabs, lines with a number sign left out.</summary>
internal static class RuleTable
{
    public static IEnumerable<string[]> Read(string name)
    {
        string resource = $"PolicyAnalysis.Documents.Rules.{name}.tsv";
        using Stream stream = typeof(RuleTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded rule table {resource} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }
}
