using CsCheck;
using PolicyAnalysis.Comparison.Alignment;

namespace PolicyAnalysis.Tests.Comparison.Alignment;

public sealed class BestAssignmentTests
{
    private static readonly Gen<List<SimilarPair>> Pairs = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int[1, 8], Gen.Int[0, 3])
        .Select(static (before, after, score, distance) => new SimilarPair(before, after, score / 8.0, distance))
        .Array[0, 24].Select(static pairs => pairs.DistinctBy(static pair => (pair.Before, pair.After)).OrderBy(static pair => pair.Before).ToList());

    [Fact]
    public void No_other_choice_weighs_more()
        => Pairs.Sample(
            static pairs =>
            {
                List<SimilarPair> chosen = BestAssignment.Choose(pairs, long.MaxValue, out bool complete);
                Assert.True(complete);
                AssertOneEach(chosen);
                Assert.Equal(Heaviest(pairs, 0, [], []), chosen.Sum(static pair => BestAssignment.Weight(pair)));
            },
            iter: 3_000);

    [Fact]
    public void Past_the_budget_every_provision_still_has_at_most_one_partner_and_no_pair_is_left_that_could_be_taken()
        => Gen.Select(Pairs, Gen.Int[-1, 12]).Sample(
            static (pairs, budget) =>
            {
                List<SimilarPair> chosen = BestAssignment.Choose(pairs, budget, out bool complete);
                AssertOneEach(chosen);
                Assert.True(complete || chosen.Count > 0);
                if (!complete)
                    Assert.DoesNotContain(pairs, pair => chosen.TrueForAll(taken => taken.Before != pair.Before && taken.After != pair.After));
            },
            iter: 3_000);

    [Fact]
    public void One_sure_pair_outweighs_two_doubtful_ones()
    {
        List<SimilarPair> chosen = BestAssignment.Choose([new(0, 0, 0.95, 0), new(0, 1, 0.5, 1), new(1, 0, 0.5, 1)], 100, out _);
        Assert.Equal(0.95, Assert.Single(chosen).Score);
    }

    [Fact]
    public void Two_good_pairs_outweigh_the_best_pair_that_would_part_them()
    {
        List<SimilarPair> chosen = BestAssignment.Choose([new(0, 0, 0.9, 0), new(0, 1, 0.85, 1), new(1, 0, 0.85, 1)], 100, out _);
        Assert.Equal([(0, 1), (1, 0)], chosen.Select(static pair => (pair.Before, pair.After)).Order());
    }

    private static void AssertOneEach(List<SimilarPair> chosen)
    {
        Assert.Equal(chosen.Count, chosen.Select(static pair => pair.Before).Distinct().Count());
        Assert.Equal(chosen.Count, chosen.Select(static pair => pair.After).Distinct().Count());
    }

    // Every choice there is.
    private static long Heaviest(List<SimilarPair> pairs, int next, HashSet<int> before, HashSet<int> after)
    {
        if (next == pairs.Count)
            return 0;
        long best = Heaviest(pairs, next + 1, before, after);
        SimilarPair pair = pairs[next];
        if (before.Contains(pair.Before) || after.Contains(pair.After))
            return best;
        before.Add(pair.Before);
        after.Add(pair.After);
        best = Math.Max(best, BestAssignment.Weight(pair) + Heaviest(pairs, next + 1, before, after));
        before.Remove(pair.Before);
        after.Remove(pair.After);
        return best;
    }
}
