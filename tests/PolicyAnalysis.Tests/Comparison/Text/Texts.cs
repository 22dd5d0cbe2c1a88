using CsCheck;
using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Tests.Comparison.Text;

/// <summary>Generators of texts that are hard to compare.</summary>
internal static class Texts
{
    private static readonly string[] Words =
    [
        "a", "b", "the", "We", "shall", "not", "not.", ",", ".", "12 May 2024", "May 12, 2024", "€ 20", "30 %", "user's", "user’s", "“data”", "\"data\"", "cafe\u0301", "café",
        "\n", "\n\n", "  ", "\u00A0", "\uD800", "😀", "\r\n", "co\u00ADoperate", "keep", "share.", "We keep it for a long time. ", "A line that stands by itself.\n",
    ];

    public static Gen<string> Word { get; } = Gen.Int[0, Words.Length - 1].Select(static i => Words[i]);

    public static Gen<string> Document { get; } = Gen.OneOf(Word.Array[0, 40].Select(static words => string.Join(' ', words)), Gen.String[0, 60]);

    /// <summary>A document and the same after a few edits.</summary>
    public static Gen<(string Before, string After)> Revision { get; } = Gen.Select(Word.Array[1, 300], Gen.Select(Gen.Double[0, 1], Gen.Int[0, 3], Word).Array[0, 12], static (words, edits) =>
    {
        var after = new List<string>(words);
        foreach ((double place, int kind, string word) in edits)
        {
            int at = (int)(place * after.Count);
            if (kind == 0 || at >= after.Count) after.Insert(Math.Min(at, after.Count), word);
            else if (kind == 1) after.RemoveAt(at);
            else if (kind == 2) after[at] = word;
            else (after[at], after[0]) = (after[0], after[at]);
        }

        return (string.Join(' ', words), string.Join(' ', after));
    });

    public static Gen<(string Before, string After)> Pair { get; } = Gen.OneOf(Gen.Select(Document, Document), Revision);

    public static Gen<TextDiffOptions> Options { get; } = Gen.Select(
        Gen.Enum<TextDiffLevel>(), Gen.OneOf(Gen.Const(1L), Gen.Const(50L), Gen.Const(100_000_000L)), static (level, budget) => new TextDiffOptions { Level = level, StepBudget = budget });
}
