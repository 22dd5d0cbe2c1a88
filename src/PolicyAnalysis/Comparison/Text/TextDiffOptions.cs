namespace PolicyAnalysis.Comparison.Text;

/// <summary>How fine the edits of a script are.</summary>
public enum TextDiffLevel
{
    /// <summary>Edits begin and end at words, numbers, dates and amounts. The default.</summary>
    Word,

    /// <summary>Edits of words are narrowed to the characters that differ; surrogate pairs stay whole.</summary>
    Character,

    /// <summary>Edits of words are widened to whole sentences.</summary>
    Sentence,

    /// <summary>Edits of words are widened to whole lines.</summary>
    Line,
}

/// <summary>What a text comparison looks for and how much work it may do. Immutable and thread-safe.</summary>
public sealed record TextDiffOptions
{
    /// <summary>The options used where none are given: words, and 100 million steps.</summary>
    public static TextDiffOptions Default { get; } = new();

    /// <summary>How fine the edits are; <see cref="TextDiffLevel.Word"/> by default.</summary>
    public TextDiffLevel Level { get; init; } = TextDiffLevel.Word;

    /// <summary>
    /// The number of search steps (places of the edit graph visited, 64 at a time where bit vectors are used) allowed to
    /// the whole comparison, 1 or more; 100,000,000 by default, well under a second. Past it the script gets coarser, says
    /// so in <see cref="TextEditScript.IsCoarse"/>, and stays correct. Steps are counted, not timed: results are reproducible.
    /// </summary>
    public long StepBudget { get; init; } = 100_000_000;
}
