namespace PolicyAnalysis.Comparison.Text;

/// <summary>The mirror of the library's vectorised common prefix.</summary>
internal static class CommonEnd
{
    private const int LargestBlock = 1024;
    private const int SmallestBlock = 16;

    /// <summary>How many characters at the end of both texts are equal.</summary>
    public static int Length(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int limit = Math.Min(a.Length, b.Length), length = 0;
        for (int block = LargestBlock; block >= SmallestBlock; block /= 4)
        {
            while (limit - length >= block && a.Slice(a.Length - length - block, block).SequenceEqual(b.Slice(b.Length - length - block, block)))
                length += block;
        }

        while (length < limit && a[a.Length - length - 1] == b[b.Length - length - 1]) length++;
        return length;
    }
}
