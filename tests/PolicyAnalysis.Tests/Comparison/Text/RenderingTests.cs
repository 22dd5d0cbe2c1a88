using System.Globalization;
using System.Text;
using CsCheck;
using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Tests.Comparison.Text;

public sealed class RenderingTests
{
    private const string Before = "Lumen Terms\n\nWe keep data for 30 days.\nWe share it.\nYou may ask us.\n";
    private const string After = "Lumen Terms\n\nWe keep data for 60 days.\nYou may ask us.\nWe answer <soon>.\n";

    [Fact]
    public void An_inline_rendering_marks_what_went_and_came()
    {
        TextEditScript script = TextDiff.Compare(Before, After);
        Assert.Equal("Lumen Terms\n\nWe keep data for [-30-]{+60+} days.\n[-We share it.\n-]You may ask us.\n{+We answer <soon>.\n+}", script.ToInlineText(Before, After));
        Assert.Contains("<del>30</del><ins>60</ins>", script.ToInlineText(Before, After, InlineMarkup.Html), StringComparison.Ordinal);
        Assert.Contains("<ins>We answer &lt;soon&gt;.\n</ins>", script.ToInlineText(Before, After, InlineMarkup.Html), StringComparison.Ordinal);
    }

    [Fact]
    public void A_unified_patch_reads_as_diff_writes_it()
        => Assert.Equal(
            "--- a\n+++ b\n@@ -2,4 +2,4 @@\n \n-We keep data for 30 days.\n-We share it.\n+We keep data for 60 days.\n You may ask us.\n+We answer <soon>.\n",
            TextDiff.Compare(Before, After).ToUnifiedPatch(Before, After, new UnifiedPatchOptions { BeforeName = "a", AfterName = "b", ContextLines = 1 }));

    [Fact]
    public void Equal_texts_have_no_patch()
        => Assert.Empty(TextDiff.Compare(Before, Before).ToUnifiedPatch(Before, Before));

    [Fact]
    public void A_patch_applied_to_the_text_before_gives_the_text_after()
        => Gen.Select(Texts.Pair, Texts.Options, Gen.Int[0, 3]).Sample(
            static (pair, options, context) =>
            {
                TextEditScript script = TextDiff.Compare(pair.Before, pair.After, options);
                string patch = script.ToUnifiedPatch(pair.Before, pair.After, new UnifiedPatchOptions { ContextLines = context });
                Assert.Equal(pair.After, Apply(pair.Before, patch));
            },
            iter: 5_000);

    [Fact]
    public void Side_by_side_rows_hold_every_line_of_both_texts_once_and_every_change()
        => Gen.Select(Texts.Pair, Texts.Options).Sample(
            static (pair, options) =>
            {
                TextEditScript script = TextDiff.Compare(pair.Before, pair.After, options);
                IReadOnlyList<SideBySideRow> rows = script.ToSideBySide(pair.Before, pair.After);
                Assert.Equal(pair.Before, string.Concat(rows.Select(row => row.Before.Of(pair.Before))));
                Assert.Equal(pair.After, string.Concat(rows.Select(row => row.After.Of(pair.After))));
                Assert.All(rows, row => Assert.True(!row.IsEqual || row.Before.Of(pair.Before) == row.After.Of(pair.After)));
                Assert.Equal(script.Changes.Sum(static edit => edit.Before.Length), rows.Sum(static row => row.Removed.Sum(static part => part.Length)));
                Assert.Equal(script.Changes.Sum(static edit => edit.After.Length), rows.Sum(static row => row.Added.Sum(static part => part.Length)));
            },
            iter: 5_000);

    [Theory]
    [InlineData("We keep “data”.", "We keep \"data\".", true)]
    [InlineData("co\u00ADoperate – now", "cooperate - now", true)]
    [InlineData("cafe\u0301", "café", true)]
    [InlineData("a  b", "a b", true)]
    [InlineData("30 days", "60 days", false)]
    [InlineData("a", "A", false)]
    public void Variants_of_type_are_the_same_wording(string before, string after, bool isSame)
    {
        Assert.Equal(isSame, Typography.IsSameWording(before, after));
        Assert.Equal(isSame, !TextDiff.Compare(before, after).WordingChanges(before, after).Any());
    }

    private static string Apply(string before, string patch)
    {
        var result = new StringBuilder();
        List<string> lines = Lines(before);
        List<string> commands = Lines(patch);
        int at = 0;
        for (int i = 0; i < commands.Count; i++)
        {
            string command = commands[i];
            if (command.StartsWith("--- ", StringComparison.Ordinal) && i == 0) continue;
            if (command.StartsWith("+++ ", StringComparison.Ordinal) && i == 1) continue;
            if (command.StartsWith("@@ ", StringComparison.Ordinal))
            {
                string[] span = command.Split(' ')[1][1..].Split(',');
                int start = int.Parse(span[0], CultureInfo.InvariantCulture) - (span[1] == "0" ? 0 : 1);
                while (at < start) result.Append(lines[at++]);
                continue;
            }

            bool isOpen = i + 1 < commands.Count && commands[i + 1].StartsWith('\\');
            string line = isOpen ? command[1..^1] : command[1..];
            if (command[0] is ' ' or '-') Assert.Equal(lines[at++], line);
            if (command[0] is ' ' or '+') result.Append(line);
            if (isOpen) i++;
        }

        while (at < lines.Count) result.Append(lines[at++]);
        return result.ToString();
    }

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
