using CsCheck;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using DiffPlex.Model;
using PolicyAnalysis.Comparison.Text.Interop;

namespace PolicyAnalysis.Tests.Comparison.Text;

/// <summary>DiffPlex as the reference: both scripts apply, ours is no longer, and its models come out of our adapter.</summary>
public sealed class DiffPlexTests
{
    [Fact]
    public void Both_word_diffs_apply_and_ours_is_never_longer()
        => Texts.Pair.Sample(
            static pair =>
            {
                DiffResult theirs = Differ.Instance.CreateDiffs(pair.Before, pair.After, false, false, WordChunker.Instance);
                DiffResult ours = DiffPlexModels.Words(pair.Before, pair.After);
                Assert.Equal(pair.After, Apply(theirs));
                Assert.Equal(pair.After, Apply(ours));
                Assert.InRange(Length(ours), 0, Length(theirs));
            },
            iter: 3_000);

    [Fact]
    public void The_builders_of_DiffPlex_take_our_differ_and_give_the_same_lines()
    {
        const string before = "One\nTwo words here\nThree\n", after = "One\nTwo other words here\nThree\nFour\n";
        SideBySideDiffModel theirs = SideBySideDiffBuilder.Diff(before, after), ours = DiffPlexModels.SideBySide(before, after);
        Assert.Equal(theirs.NewText.Lines.Select(Line), ours.NewText.Lines.Select(Line));
        Assert.Equal(theirs.OldText.Lines.Select(Line), ours.OldText.Lines.Select(Line));
        Assert.Equal(InlineDiffBuilder.Diff(before, after).Lines.Select(Line), DiffPlexModels.Inline(before, after).Lines.Select(Line));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void White_space_and_case_are_set_aside_when_asked(bool ignoreWhiteSpace, bool ignoreCase)
    {
        const string before = "One\n two \nTHREE", after = "One\ntwo\nthree";
        DiffResult theirs = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace, ignoreCase, LineChunker.Instance);
        Assert.Equal(Length(theirs), Length(DiffPlexDiffer.Instance.CreateDiffs(before, after, ignoreWhiteSpace, ignoreCase, LineChunker.Instance)));
    }

    private static (ChangeType Type, string Text, int? Position) Line(DiffPiece piece) => (piece.Type, piece.Text, piece.Position);

    private static int Length(DiffResult result) => result.DiffBlocks.Sum(static block => block.DeleteCountA + block.InsertCountB);

    private static string Apply(DiffResult result)
    {
        var pieces = new List<string>();
        int at = 0;
        foreach (DiffBlock block in result.DiffBlocks)
        {
            for (; at < block.DeleteStartA; at++) pieces.Add(result.PiecesOld[at]);
            for (int i = 0; i < block.InsertCountB; i++) pieces.Add(result.PiecesNew[block.InsertStartB + i]);
            at += block.DeleteCountA;
        }

        for (; at < result.PiecesOld.Count; at++) pieces.Add(result.PiecesOld[at]);
        return string.Concat(pieces);
    }
}
