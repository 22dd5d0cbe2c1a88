using System.Text;

namespace PolicyAnalysis.Benchmarks.Comparison;

/// <summary>Texts of a megabyte each that are hard for a comparison: what a budget is for.</summary>
internal static class HostileTexts
{
    private const int Length = 1_000_000;

    public static IEnumerable<TextVersions> All()
    {
        foreach (int vocabulary in (int[])[2, 50, 1_000, 20_000])
            yield return new TextVersions(FormattableString.Invariant($"random words, {vocabulary} different"), Random(vocabulary, 1), Random(vocabulary, 2));
        yield return new TextVersions("one repeated word", Repeat("word ", 200_000), "other " + Repeat("word ", 199_000) + "other");
        yield return new TextVersions("one repeated word, others between", Repeat("a ", 500_000), Repeat("a a b ", 166_000));
        yield return new TextVersions("all words different", Counted(0), Counted(1));
        string[] blocks = [.. Enumerable.Range(0, 500).Select(static i => Random(3_000, 10 + i, 2_000))];
        yield return new TextVersions("interleaved blocks", string.Concat(blocks), string.Concat(blocks.Where(static (_, i) => i % 2 == 0).Concat(blocks.Where(static (_, i) => i % 2 == 1))));
        yield return new TextVersions("reversed blocks", string.Concat(blocks), string.Concat(blocks.Reverse()));
        yield return new TextVersions("marks without words", Repeat(",;", 500_000), Repeat(";,.", 333_000));
        yield return new TextVersions("lines of two kinds", Lines(1), Lines(2));
        yield return new TextVersions("one character without a space", new string('a', Length), new string('a', Length - 1) + "b");
    }

    private static string Random(int vocabulary, int seed, int length = Length)
    {
        var random = new Random(seed);
        var text = new StringBuilder(length + 20);
        while (text.Length < length) Append(text, random.Next(vocabulary)).Append(' ');
        return text.ToString();
    }

    private static string Counted(int side)
    {
        var text = new StringBuilder(Length + 20);
        for (int i = 0; text.Length < Length; i++) Append(text, (i * 2) + side).Append(' ');
        return text.ToString();
    }

    private static string Lines(int seed)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, 150_000).Select(_ => random.Next(2) == 0 ? "yes yes\n" : "no no\n"));
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static StringBuilder Append(StringBuilder text, int number)
    {
        for (int value = (number * 7_919) + 13; value > 0; value /= 26) text.Append((char)('a' + (value % 26)));
        return text;
    }
}
