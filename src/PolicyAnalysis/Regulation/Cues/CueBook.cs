namespace PolicyAnalysis.Regulation.Cues;

/// <summary>Collects the patterns of many rules while a catalogue is read, each once, and compiles them together at the end.</summary>
internal sealed class CueBook(IReadOnlyDictionary<string, string> lists)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _patterns = [];

    /// <summary>The number of a pattern; named lists in braces are written out.</summary>
    /// <exception cref="FormatException">A named list is not known.</exception>
    public int Number(string pattern)
    {
        string written = WriteOut(pattern);
        if (!_numbers.TryGetValue(written, out int number))
        {
            number = _patterns.Count;
            _numbers.Add(written, number);
            _patterns.Add(written);
        }

        return number;
    }

    public CueSet Compile() => CueSet.Compile(_patterns);

    private string WriteOut(string pattern)
    {
        // A list may use a list; what is written out is bounded, so a list that names itself ends in an error.
        for (int round = 0; round < 4 && pattern.Contains('{', StringComparison.Ordinal); round++)
        {
            foreach ((string name, string value) in lists)
                pattern = pattern.Replace("{" + name + "}", value, StringComparison.Ordinal);
            if (pattern.Length > 16_384)
                break;
        }

        return pattern.Contains('{', StringComparison.Ordinal) ? throw new FormatException($"cue \"{Shown(pattern)}\": a list in braces is not known") : pattern;
    }

    private static string Shown(string pattern) => pattern.Length <= 200 ? pattern : pattern[..200] + "…";
}
