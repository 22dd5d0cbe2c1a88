using System.Text;

namespace PolicyAnalysis.Benchmarks.Comparison;

/// <summary>
/// Makes policy-like text of invented words: sentences, paragraphs, lists and headings in the proportions of recorded
/// policies. The same seed gives the same text on every machine.
/// </summary>
internal sealed class GeneratedText(int seed)
{
    private const int VocabularySize = 4_000;
    private static readonly string[] Common = ["the", "of", "to", "and", "your", "we", "or", "you", "our", "a", "in", "for", "that", "with", "may", "this", "is", "by", "not", "as"];
    private static readonly string[] Syllables = ["in", "for", "ma", "tion", "ser", "vi", "ce", "per", "so", "nal", "da", "ta", "con", "sent", "ac", "count", "pro", "vid", "er", "col", "lect", "use", "share", "re", "tain", "po", "li", "cy"];

    private readonly Random _random = new(seed);
    private readonly string[] _vocabulary = [.. Enumerable.Range(0, VocabularySize).Select(Invented)];

    /// <summary>The next word, common ones far more often than rare ones.</summary>
    public string Word()
    {
        double draw = _random.NextDouble();
        return draw < 0.4 ? Common[(int)(_random.NextDouble() * _random.NextDouble() * Common.Length)] : _vocabulary[(int)(Math.Pow(_random.NextDouble(), 3) * VocabularySize)];
    }

    public string Sentence()
    {
        var text = new StringBuilder();
        int words = 6 + _random.Next(30);
        for (int i = 0; i < words; i++)
        {
            string word = Word();
            text.Append(i == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word);
            text.Append(i == words - 1 ? "." : _random.Next(12) == 0 ? ", " : " ");
        }

        return text.ToString();
    }

    /// <summary>One line: a heading, a list item or a paragraph.</summary>
    public string Line() => _random.Next(10) switch
    {
        0 => "## " + string.Join(' ', Enumerable.Range(0, 3 + _random.Next(4)).Select(_ => Word())),
        1 or 2 or 3 => "* " + Sentence(),
        _ => string.Join(' ', Enumerable.Range(0, 1 + _random.Next(6)).Select(_ => Sentence())),
    };

    public List<string> Lines(int words)
    {
        var lines = new List<string>();
        for (int count = 0; count < words; count += lines[^1].AsSpan().Count(' ') + 1) lines.Add(Line());
        return lines;
    }

    public int Next(int below) => _random.Next(below);

    private static string Invented(int rank)
    {
        var word = new StringBuilder();
        int value = (rank * 7_919) + 13;
        for (int i = 0; i < 2 + (rank % 3); i++, value /= Syllables.Length) word.Append(Syllables[value % Syllables.Length]);
        return word.ToString();
    }
}
