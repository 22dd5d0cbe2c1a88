namespace PolicyAnalysis.Documents;

/// <summary>Recognises the language of a text by its commonest small words, for sources that do not say it.</summary>
internal static class LanguageRecognizer
{
    private const int Window = 4000;

    /// <summary>The share of small words under which nothing is claimed.</summary>
    private const double MinimumShare = 0.12;

    private static readonly (string Language, HashSet<string> Words)[] Languages =
    [
        ("en", ["the", "and", "of", "to", "in", "we", "you", "your", "our", "or", "that", "is", "for", "may", "with"]),
        ("fr", ["le", "la", "les", "de", "des", "et", "vous", "nous", "votre", "nos", "du", "en", "une", "pour", "que"]),
        ("de", ["der", "die", "das", "und", "wir", "sie", "ihre", "von", "zu", "den", "mit", "ist", "für", "oder", "werden"]),
        ("es", ["el", "los", "las", "que", "y", "del", "su", "para", "con", "usted", "sus", "una", "por", "se", "nuestros"]),
        ("it", ["il", "gli", "che", "di", "per", "dei", "della", "con", "sono", "dati", "nostro", "è", "dell", "tua", "alla"]),
        ("nl", ["het", "een", "van", "wij", "uw", "en", "voor", "met", "op", "zijn", "deze", "onze", "niet", "je", "wordt"]),
        ("pt", ["o", "os", "que", "da", "do", "dos", "para", "com", "seus", "nossos", "uma", "você", "dados", "não", "são"]),
    ];

    public static string? Recognize(string text)
    {
        int[] counts = new int[Languages.Length];
        int words = 0;
        ReadOnlySpan<char> start = text.AsSpan(0, Math.Min(text.Length, Window));
        Span<char> lower = stackalloc char[16];
        foreach (Range range in start.SplitAny(" \n\t,.;:()’'\"“”"))
        {
            ReadOnlySpan<char> word = start[range];
            if (word.IsEmpty || word.Length > lower.Length)
                continue;
            words++;
            int length = word.ToLowerInvariant(lower);
            for (int index = 0; index < counts.Length; index++)
            {
                if (Languages[index].Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower[..length]))
                    counts[index]++;
            }
        }

        int best = Array.IndexOf(counts, counts.Max());
        return words >= 8 && counts[best] >= MinimumShare * words ? Languages[best].Language : null;
    }
}
