using CsCheck;
using PolicyAnalysis.Comparison.Alignment;

namespace PolicyAnalysis.Tests.Comparison.Alignment;

public sealed class SimilarPairFinderTests
{
    private static readonly Gen<string[]> Provisions = Gen.Int[0, 30].Select(static word => "w" + word).Array[0, 12].Select(static words => string.Join(' ', words)).Array[1, 20];

    [Fact]
    public void The_index_finds_the_pairs_that_comparing_every_pair_finds()
        => Gen.Select(Provisions, Provisions).Sample(
            static (before, after) =>
            {
                List<SimilarPair> all = Find(before, after, fewPairs: int.MaxValue, out _), indexed = Find(before, after, fewPairs: 0, out _);
                Assert.Equal(all, indexed.OrderBy(static pair => pair.Before).ThenBy(static pair => pair.After));
            },
            iter: 2_000);

    [Fact]
    public void Likeness_is_that_of_plain_sets()
        => Gen.Select(Provisions, Provisions).Sample(
            static (before, after) =>
            {
                var words = new ProvisionWords([.. before, .. after]);
                for (int i = 0; i < before.Length; i++)
                {
                    for (int j = 0; j < after.Length; j++)
                        Assert.Equal(Likeness(before[i], after[j]), words.Similarity(i, before.Length + j));
                }
            },
            iter: 300);

    [Theory]
    [InlineData("We keep it for 30 days", "we KEEP it for 90 days", 1)]
    [InlineData("2024", "2024", 1)]
    [InlineData("user’s data", "user's data", 1)]
    [InlineData("", "data", 0)]
    public void Numbers_capitals_and_typography_do_not_make_another_provision(string before, string after, double likeness)
        => Assert.Equal(likeness, new ProvisionWords([before, after]).Similarity(0, 1));

    [Fact]
    public void The_pairs_examined_grow_with_the_provisions_and_not_with_their_square()
    {
        foreach (int count in new[] { 250, 1_000, 4_000 })
        {
            Find(Rewritten(count, seed: 1), Rewritten(count, seed: 2), SimilarPairFinder.FewPairs, out long examined);
            Assert.InRange(examined, 1, (long)SimilarPairFinder.MostCandidates * count);
        }
    }

    // Provisions in which a few words are everywhere and most are rare, as in any language.
    private static string[] Rewritten(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => string.Join(' ', Enumerable.Range(0, 30).Select(_ => "w" + (int)(Math.Pow(random.NextDouble(), 4) * 5_000))))];
    }

    private static List<SimilarPair> Find(string[] before, string[] after, int fewPairs, out long examined)
    {
        var finder = new SimilarPairFinder(new ProvisionWords([.. before, .. after]), before.Length, fewPairs);
        var pairs = new List<SimilarPair>();
        finder.Find([.. Enumerable.Range(0, before.Length)], [.. Enumerable.Range(0, after.Length)], 0.45, 0.2, pairs);
        examined = finder.Examined;
        return pairs;
    }

    private static double Likeness(string before, string after)
    {
        HashSet<string> left = [.. before.Split(' ', StringSplitOptions.RemoveEmptyEntries)], right = [.. after.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        int shared = left.Count(right.Contains), shorter = Math.Min(left.Count, right.Count);
        if (shorter == 0)
            return 0;
        double dice = 2.0 * shared / (left.Count + right.Count);
        return Math.Max(dice, shorter >= 6 ? 0.75 * shared / shorter : shorter >= 2 && shared == shorter ? 0.66 : 0);
    }
}
