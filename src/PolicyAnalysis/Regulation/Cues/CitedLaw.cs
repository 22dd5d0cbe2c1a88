using System.Text;

namespace PolicyAnalysis.Regulation.Cues;

/// <summary>A name or number by which texts cite an instrument, as a rule over words.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed record CitedLaw(Instrument Instrument, string Alias, CueRule Rule)
{
    /// <summary>One for each alias of each instrument.</summary>
    public static CitedLaw[] Of(IReadOnlyList<Instrument> instruments, CueBook book)
    {
        var laws = new List<CitedLaw>(instruments.Count * 6);
        var words = new WordTable();
        var tokens = new List<CueToken>(16);
        foreach (Instrument instrument in instruments)
        {
            foreach (string alias in instrument.Aliases)
            {
                string pattern = PatternOf(alias, words, tokens);
                if (pattern.Length > 0)
                    laws.Add(new CitedLaw(instrument, alias, new CueRule { Id = $"cites.{instrument.Id}.{pattern.Replace(' ', '-')}", Any = [book.Number(pattern)] }));
            }
        }

        return [.. laws];
    }

    /// <summary>Whether words of a text are written as the name is: "DPA" in capitals, "Data Act" with them.</summary>
    public bool IsWrittenAs(ReadOnlySpan<char> words)
    {
        bool capitals = Alias.Any(char.IsUpper) && !Alias.Any(char.IsLower);
        if (!capitals)
            return words.Length == Alias.Length ? HasTheCapitalsOf(Alias, words) : !char.IsUpper(Alias[0]) || char.IsUpper(words[0]);
        foreach (char c in words)
        {
            if (char.IsLower(c))
                return false;
        }

        return true;
    }

    /// <summary>A law is written with its capitals: "Data Act", not "data act".</summary>
    private static bool HasTheCapitalsOf(string alias, ReadOnlySpan<char> words)
    {
        for (int i = 0; i < alias.Length; i++)
        {
            if (char.IsUpper(alias[i]) && !char.IsUpper(words[i]))
                return false;
        }

        return true;
    }

    private static string PatternOf(string alias, WordTable words, List<CueToken> tokens)
    {
        tokens.Clear();
        CueTokenizer.Add(alias, new TextRange(0, alias.Length), words, tokens);
        var pattern = new StringBuilder();
        foreach (CueToken token in tokens)
        {
            if (pattern.Length > 0)
                pattern.Append(' ');
            pattern.Append(words[token.Word]);
        }

        return pattern.ToString();
    }
}
