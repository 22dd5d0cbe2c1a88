namespace PolicyAnalysis.Comparison.Text;

/// <summary>The two texts of one comparison.</summary>
internal readonly ref struct TextPair(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
{
    public ReadOnlySpan<char> Before { get; } = before;

    public ReadOnlySpan<char> After { get; } = after;
}
