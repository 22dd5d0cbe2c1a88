using DiffPlex.DiffBuilder;
using PolicyAnalysis.Comparison.Text;
using PolicyAnalysis.Comparison.Text.Interop;

namespace PolicyAnalysis.Tests.Documentation;

/// <summary>The examples of docs/diff.md.</summary>
public static class TextDiffSnippets
{
    [Fact]
    public static void The_text_diff_is_called_as_shown()
    {
        string before = "We keep it for 30 days.";
        string after = "We keep it for 60 days.";

        #region text-diff
        TextEditScript script = TextDiff.Compare(before, after);            // words, the default
        foreach (TextEdit edit in script.Changes)
            Console.WriteLine($"{edit.Operation} {edit.Before} -> {edit.After}");

        script.Apply(before, after);                    // the text after, exactly
        script.ToInlineText(before, after);             // We keep it for [-30-]{+60+} days.
        script.ToUnifiedPatch(before, after);           // what git apply and patch read
        script.ToSideBySide(before, after);             // rows of lines with the parts that differ
        script.WordingChanges(before, after);           // without changes of quotes, dashes, spaces, normalisation
        #endregion

        Assert.Equal(after, script.Apply(before, after));
        Assert.Equal("We keep it for [-30-]{+60+} days.", script.ToInlineText(before, after));
    }

    [Fact]
    public static void DiffPlex_builders_take_the_adapter()
    {
        string before = "We keep it for 30 days.";
        string after = "We keep it for 60 days.";

        #region diffplex
        var model = new SideBySideDiffBuilder(DiffPlexDiffer.Instance).BuildDiffModel(before, after);
        #endregion

        Assert.Equal(before, model.OldText.Lines[0].Text);
    }
}
