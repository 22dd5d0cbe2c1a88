namespace PolicyAnalysis.Benchmarks;

/// <summary>
/// The page of benchmarks, in which each generator owns one section: all between <c>&lt;!-- begin NAME --&gt;</c> and
/// <c>&lt;!-- end NAME --&gt;</c> is written anew by its run, and nothing else.
/// </summary>
internal static class BenchmarkPage
{
    public static void Write(string path, string section, string content)
    {
        string page = File.ReadAllText(path);
        string begin = $"<!-- begin {section} -->\n", end = $"<!-- end {section} -->";
        int from = page.IndexOf(begin, StringComparison.Ordinal), to = page.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from) throw new InvalidOperationException($"{path} has no section '{section}': add the lines {begin.Trim()} and {end} where its table belongs.");
        File.WriteAllText(path, page[..(from + begin.Length)] + content + page[to..]);
    }
}
