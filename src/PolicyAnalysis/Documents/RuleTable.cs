using System.Reflection;
using System.Text.RegularExpressions;

namespace PolicyAnalysis.Documents;

/// <summary>Reads embedded tables of rules: cells parted by tabs, empty lines and lines that begin with a number sign left out.</summary>
internal static class RuleTable
{
    /// <summary>The rows of <c>Rules/{name}.tsv</c> of a room of this library.</summary>
    public static IEnumerable<string[]> Read(string room, string name) => ReadResource(typeof(RuleTable).Assembly, $"PolicyAnalysis.{room}.Rules.{name}.tsv");

    /// <summary>The words of each kind, from a table of a kind and a word in each row.</summary>
    public static ILookup<string, string> ReadWords(string room, string name) =>
        Read(room, name).ToLookup(static cells => cells[0], static cells => cells[1], StringComparer.Ordinal);

    /// <summary>The rows of a table that an assembly holds.</summary>
    public static IEnumerable<string[]> ReadResource(Assembly assembly, string resource)
    {
        using Stream stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded table {resource} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }

    /// <summary>Words as the alternatives of a regular expression, the longest first.</summary>
    public static string Alternation(IEnumerable<string> words) =>
        string.Join('|', words.OrderByDescending(static word => word.Length).ThenBy(static word => word, StringComparer.Ordinal).Select(Regex.Escape));
}
