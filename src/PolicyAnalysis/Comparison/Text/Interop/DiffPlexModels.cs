using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using DiffPlex.Model;

namespace PolicyAnalysis.Comparison.Text.Interop;

/// <summary>DiffPlex's models of a comparison, made by this library's alignment. Thread-safe.</summary>
public static class DiffPlexModels
{
    /// <summary>The word diff of two texts as DiffPlex's <see cref="DiffResult"/>.</summary>
    /// <param name="before">The text before.</param>
    /// <param name="after">The text after.</param>
    /// <exception cref="ArgumentNullException">A text is <see langword="null"/>.</exception>
    public static DiffResult Words(string before, string after)
        => DiffPlexDiffer.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, WordChunker.Instance);

    /// <summary>The line diff of two texts in one pane.</summary>
    /// <param name="before">The text before.</param>
    /// <param name="after">The text after.</param>
    /// <param name="ignoreWhiteSpace">Whether lines are compared without the white space at their ends.</param>
    /// <exception cref="ArgumentNullException">A text is <see langword="null"/>.</exception>
    public static DiffPaneModel Inline(string before, string after, bool ignoreWhiteSpace = true)
        => InlineDiffBuilder.Diff(DiffPlexDiffer.Instance, before, after, ignoreWhiteSpace, ignoreCase: false, LineChunker.Instance);

    /// <summary>The line diff of two texts in two panes, with the words that differ inside each line.</summary>
    /// <param name="before">The text before.</param>
    /// <param name="after">The text after.</param>
    /// <param name="ignoreWhiteSpace">Whether lines are compared without the white space at their ends.</param>
    /// <exception cref="ArgumentNullException">A text is <see langword="null"/>.</exception>
    public static SideBySideDiffModel SideBySide(string before, string after, bool ignoreWhiteSpace = true)
        => SideBySideDiffBuilder.Diff(DiffPlexDiffer.Instance, before, after, ignoreWhiteSpace, ignoreCase: false, LineChunker.Instance, WordChunker.Instance);
}
