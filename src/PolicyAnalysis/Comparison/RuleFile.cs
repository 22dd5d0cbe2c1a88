namespace PolicyAnalysis.Comparison;

/// <summary>Reads the embedded tables of rules: tab-separated, a number sign begins a remark.</summary>
internal static class RuleFile
{
    public static IEnumerable<string[]> Read(string file)
    {
        string name = "PolicyAnalysis.Comparison.Rules." + file;
        using Stream stream = typeof(RuleFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The embedded rule table {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }

    public static ChangeDirection Direction(string word) => word switch
    {
        "for-user" => ChangeDirection.ForUser,
        "against-user" => ChangeDirection.AgainstUser,
        "neutral" => ChangeDirection.Neutral,
        "mixed" => ChangeDirection.Mixed,
        _ => throw new InvalidOperationException($"The rule tables know no direction '{word}'."),
    };

    public static ChangeDirection Mirror(ChangeDirection direction) => direction switch
    {
        ChangeDirection.ForUser => ChangeDirection.AgainstUser,
        ChangeDirection.AgainstUser => ChangeDirection.ForUser,
        _ => direction,
    };
}
