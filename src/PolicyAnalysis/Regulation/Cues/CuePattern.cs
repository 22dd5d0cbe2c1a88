namespace PolicyAnalysis.Regulation.Cues;

/// <summary>
/// A phrase pattern as an automaton over words: up to 64 positions, each with a class of words, and for each position the
/// positions that may follow. Matching takes one step a word and never goes back.
/// </summary>
internal sealed class CuePattern
{
    private int[]? _required;

    public required string Source { get; init; }

    /// <summary>The class of words that each position takes.</summary>
    public required int[] Classes { get; init; }

    /// <summary>The positions that may come first, as bits.</summary>
    public required ulong First { get; init; }

    /// <summary>The positions that may follow each position, as bits.</summary>
    public required ulong[] Follow { get; init; }

    /// <summary>The positions that may come last, as bits.</summary>
    public required ulong Last { get; init; }

    /// <summary>The classes that stand in every text that the pattern matches: where one is missing, no walk is needed.</summary>
    /// <remarks>Found when the pattern is first looked for: most texts never ask for most patterns. Two threads find the same.</remarks>
    public int[] Required => _required ??= FindRequired();

    private int[] FindRequired()
    {
        var required = new List<int>();
        for (int position = 0; position < Classes.Length; position++)
        {
            if (!required.Contains(Classes[position]) && !ReachesEndWithout(1UL << position))
                required.Add(Classes[position]);
        }

        return [.. required];
    }

    private bool ReachesEndWithout(ulong barred)
    {
        ulong reached = First & ~barred;
        ulong open = reached;
        while (open != 0)
        {
            if ((open & Last) != 0)
                return true;
            ulong next = 0;
            for (; open != 0; open &= open - 1)
                next |= Follow[System.Numerics.BitOperations.TrailingZeroCount(open)];
            open = next & ~barred & ~reached;
            reached |= open;
        }

        return false;
    }
}
