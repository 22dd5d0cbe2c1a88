namespace PolicyAnalysis.Comparison.Text;

/// <summary>Lends differs with the default options, so that one comparison now and then allocates only its result. Thread-safe.</summary>
internal static class TextDifferPool
{
    /// <summary>Buffers that one huge comparison grew are not kept: 4 MB of text.</summary>
    private const int LongestKept = 1 << 21;

    private static readonly TextDiffer?[] Slots = new TextDiffer?[Environment.ProcessorCount];

    public static TextDiffer Rent()
    {
        for (int i = 0; i < Slots.Length; i++)
        {
            if (Interlocked.Exchange(ref Slots[i], null) is { } differ) return differ;
        }

        return new TextDiffer();
    }

    public static void Return(TextDiffer differ, int length)
    {
        if (length > LongestKept) return;
        for (int i = 0; i < Slots.Length; i++)
        {
            if (Interlocked.CompareExchange(ref Slots[i], differ, null) is null) return;
        }
    }
}
