namespace PolicyAnalysis.Comparison.Text;

/// <summary>Tokens of one side: where each stands and the integer that stands for its text. Grows, never shrinks.</summary>
internal sealed class TokenList
{
    public int[] Starts { get; private set; } = new int[256];

    public int[] Ends { get; private set; } = new int[256];

    public int[] Ids { get; private set; } = new int[256];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    public void Add(int start, int end)
    {
        if (Count == Starts.Length) Grow();
        Starts[Count] = start;
        Ends[Count++] = end;
    }

    /// <summary>Makes the last <paramref name="count"/> tokens one.</summary>
    public void JoinLast(int count)
    {
        Ends[Count - count] = Ends[Count - 1];
        Count -= count - 1;
    }

    private void Grow()
    {
        int length = Count * 2;
        (int[] starts, int[] ends) = (Starts, Ends);
        Array.Resize(ref starts, length);
        Array.Resize(ref ends, length);
        (Starts, Ends, Ids) = (starts, ends, new int[length]);
    }
}
