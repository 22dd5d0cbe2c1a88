namespace PolicyAnalysis.Comparison.Text;

/// <summary>The two texts of one comparison, and the token arrays of both sides.</summary>
internal readonly ref struct TextPair(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
{
    public ReadOnlySpan<char> Before { get; } = before;

    public ReadOnlySpan<char> After { get; } = after;

    public ReadOnlySpan<char> Slice(bool isAfter, int start, int length) => (isAfter ? After : Before).Slice(start, length);
}

/// <summary>Tokens of one side: where each stands and the integer that stands for its text. Grows, never shrinks.</summary>
internal sealed class TokenList
{
    public int[] Starts { get; private set; } = new int[64];

    public int[] Ends { get; private set; } = new int[64];

    public int[] Ids { get; private set; } = new int[64];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    public void Add(int start, int end, int id)
    {
        if (Count == Starts.Length)
        {
            Starts = Grown(Starts);
            Ends = Grown(Ends);
            Ids = Grown(Ids);
        }

        Starts[Count] = start;
        Ends[Count] = end;
        Ids[Count++] = id;
    }

    private static int[] Grown(int[] array)
    {
        Array.Resize(ref array, array.Length * 2);
        return array;
    }
}
