namespace PolicyAnalysis.Regulation.Cues;

/// <summary>
/// A phrase pattern as an automaton over words: up to 64 positions, each with a class of words, and for each position the
/// positions that may follow. Matching takes one step a word and never goes back.
/// </summary>
internal sealed class CuePattern
{
    public required string Source { get; init; }

    /// <summary>The class of words that each position takes.</summary>
    public required int[] Classes { get; init; }

    /// <summary>The positions that may come first, as bits.</summary>
    public required ulong First { get; init; }

    /// <summary>The positions that may follow each position, as bits.</summary>
    public required ulong[] Follow { get; init; }

    /// <summary>The positions that may come last, as bits.</summary>
    public required ulong Last { get; init; }
}
