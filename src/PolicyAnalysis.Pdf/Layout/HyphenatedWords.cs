namespace PolicyAnalysis.Pdf.Layout;

/// <summary>Decides at the end of a line whether a hyphen belongs to the word or only to the break.</summary>
internal sealed class HyphenatedWords
{
    /// <summary>The joint that takes the hyphen away.</summary>
    public const string Mended = "\u00AD";

    private static readonly HashSet<string> FirstParts = new(StringComparer.OrdinalIgnoreCase) { "e", "non", "self", "third", "opt", "co" };

    private readonly HashSet<string> _hyphenated = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _plain = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Learns how this document writes its words where no line breaks them.</summary>
    public HyphenatedWords(List<TextLine> lines)
    {
        foreach (TextLine line in lines)
        {
            foreach (string word in line.Text.Split(' '))
            {
                string bare = word.Trim('.', ',', ';', ':', '(', ')', '"', '“', '”', '?', '!');
                if (bare.Length > 0 && !IsHyphen(bare[^1]))
                    (bare.Contains('-', StringComparison.Ordinal) ? _hyphenated : _plain).Add(bare);
            }
        }
    }

    public static bool EndsInHyphen(string line) => line.Length > 1 && IsHyphen(line[^1]) && char.IsLetterOrDigit(line[^2]);

    /// <summary>What to put between two lines of one block: a space, nothing, or <see cref="Mended"/>.</summary>
    public string Joint(string line, string next)
    {
        if (!EndsInHyphen(line))
            return " ";
        if (!char.IsLower(next[0]) || !char.IsLetter(line[^2]))
            return string.Empty;
        string first = line[(line.LastIndexOf(' ') + 1)..^1].TrimStart('(', '"', '“');
        int end = next.IndexOf(' ', StringComparison.Ordinal);
        string second = (end < 0 ? next : next[..end]).TrimEnd('.', ',', ';', ':', ')', '"', '”', '?', '!');
        if (_plain.Contains(first + second))
            return Mended;
        return _hyphenated.Contains(first + "-" + second) || FirstParts.Contains(first) ? string.Empty : Mended;
    }

    private static bool IsHyphen(char character) => character is '-' or '\u2010' or '\u00AD';
}
