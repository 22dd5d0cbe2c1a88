namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>The phrases of a document, by which words that went from one provision are found to stand in another.</summary>
/// <remarks>Thread-safe. Built in time linear in the text when first asked.</remarks>
internal sealed class StandingPhrases(string text)
{
    private const int Length = 5;

    private readonly Lazy<HashSet<ulong>> _phrases = new(() => [.. Of(WordTokens.Words(text))]);

    /// <summary>How many of some words in a row stand in phrases of the document.</summary>
    public int Count(List<string> words)
    {
        int count = 0;
        int counted = 0;
        int at = 0;
        foreach (ulong phrase in Of(words))
        {
            if (_phrases.Value.Contains(phrase))
            {
                count += at + Length - Math.Max(at, counted);
                counted = at + Length;
            }

            at++;
        }

        return count;
    }

    private static IEnumerable<ulong> Of(List<string> words)
    {
        for (int i = 0; i + Length <= words.Count; i++)
        {
            // FNV-1a, the same on every machine.
            ulong hash = 14_695_981_039_346_656_037;
            for (int k = i; k < i + Length; k++)
            {
                foreach (char letter in words[k])
                    hash = (hash ^ letter) * 1_099_511_628_211;
                hash = (hash ^ ' ') * 1_099_511_628_211;
            }

            yield return hash;
        }
    }
}
