using CsCheck;
using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Tests.Comparison.Text;

public sealed class SequenceAlignerTests
{
    [Fact]
    public void Finds_as_long_a_common_subsequence_as_dynamic_programming()
        => Gen.OneOf(Symbols(4, 40), Symbols(40, 200), Symbols(2, 150)).Sample(
            static pair =>
            {
                int[] match = Align(pair.A, pair.B, 100_000_000, out _);
                Assert.Equal(LongestCommonSubsequence(pair.A, pair.B), match.Count(static place => place >= 0));
            },
            iter: 3_000);

    [Fact]
    public void Matches_ascend_and_are_equal_under_any_budget()
        => Gen.Select(Symbols(6, 120), Gen.Int[1, 400]).Sample(
            static (pair, budget) =>
            {
                int[] match = Align(pair.A, pair.B, budget, out SequenceAligner aligner);
                Assert.True(aligner.IsCoarse || match.Count(static place => place >= 0) == LongestCommonSubsequence(pair.A, pair.B));
            },
            iter: 5_000);

    [Fact]
    public void A_table_too_large_for_memory_is_halved_and_the_result_stays_a_longest_one()
    {
        const int length = 9_000;
        int[] a = [.. Enumerable.Range(0, length).Select(static i => i * 7919 % 613)];
        int[] b = [.. Enumerable.Range(0, length).Select(static i => i * 104_729 % 613)];
        int[] match = Align(a, b, 100_000_000, out SequenceAligner aligner);
        Assert.False(aligner.IsCoarse);
        Assert.Equal(LongestCommonSubsequence(a, b), match.Count(static place => place >= 0));
    }

    [Fact]
    public void Long_sequences_with_many_differences_are_divided_where_runs_are_unique()
    {
        int[] a = [.. Enumerable.Range(0, 40_000).Select(static i => (int)(i * 2_654_435_761L % 5_003))];
        int[] b = (int[])a.Clone();
        for (int i = 3; i < b.Length; i += 17) b[i] = 5_003;
        int[] match = Align(a, b, 100_000_000, out SequenceAligner aligner);
        Assert.False(aligner.IsCoarse);
        Assert.Equal(a.Where((symbol, i) => symbol == b[i]).Count(), match.Count(static place => place >= 0));
    }

    [Fact]
    public void Past_the_budget_the_steps_stop_soon_and_the_result_says_it_is_coarse()
    {
        int[] a = [.. Enumerable.Range(0, 60_000).Select(static i => i * 7919 % 61)];
        int[] b = [.. Enumerable.Range(0, 60_000).Select(static i => i * 7_727 % 53)];
        Align(a, b, 200_000, out SequenceAligner aligner);
        Assert.True(aligner.IsCoarse);
        Assert.InRange(aligner.Steps, 1, 200_000 + (2 * (a.Length + b.Length)));
    }

    private static Gen<(int[] A, int[] B)> Symbols(int kinds, int longest)
        => Gen.Select(Gen.Int[0, kinds].Array[0, longest], Gen.Int[0, kinds].Array[0, longest]);

    private static int[] Align(int[] a, int[] b, long budget, out SequenceAligner aligner)
    {
        aligner = new SequenceAligner();
        aligner.Reset(budget);
        int[] match = new int[a.Length];
        aligner.Align(a, b, Math.Max(a.Append(0).Max(), b.Append(0).Max()) + 1, match);
        int last = -1;
        for (int i = 0; i < a.Length; i++)
        {
            if (match[i] < 0) continue;
            Assert.True(match[i] > last);
            Assert.Equal(a[i], b[match[i]]);
            last = match[i];
        }

        return match;
    }

    private static int LongestCommonSubsequence(int[] a, int[] b)
    {
        int[] above = new int[b.Length + 1], row = new int[b.Length + 1];
        foreach (int symbol in a)
        {
            for (int j = 1; j <= b.Length; j++) row[j] = symbol == b[j - 1] ? above[j - 1] + 1 : Math.Max(above[j], row[j - 1]);
            (above, row) = (row, above);
        }

        return above[b.Length];
    }
}
