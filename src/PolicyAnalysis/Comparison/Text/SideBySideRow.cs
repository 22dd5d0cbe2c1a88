namespace PolicyAnalysis.Comparison.Text;

/// <summary>One row of a side-by-side rendering: a line before, a line after, or both.</summary>
/// <remarks>Immutable and thread-safe. Ranges point into the two texts; a line's range holds its line end.</remarks>
public sealed record SideBySideRow
{
    /// <summary>The line number in the text before, from 1; <see langword="null"/> where the row has none.</summary>
    public int? BeforeLine { get; init; }

    /// <summary>The line in the text before; empty where the row has none.</summary>
    public TextRange Before { get; init; }

    /// <summary>The line number in the text after, from 1; <see langword="null"/> where the row has none.</summary>
    public int? AfterLine { get; init; }

    /// <summary>The line in the text after; empty where the row has none.</summary>
    public TextRange After { get; init; }

    /// <summary>Whether the line is the same on both sides.</summary>
    public bool IsEqual { get; init; }

    /// <summary>The parts of the line before that were removed, in order.</summary>
    public IReadOnlyList<TextRange> Removed { get; init; } = [];

    /// <summary>The parts of the line after that were added, in order.</summary>
    public IReadOnlyList<TextRange> Added { get; init; } = [];
}
