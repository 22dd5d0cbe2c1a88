namespace PolicyAnalysis.Comparison.Text;

/// <summary>Buffers that grow with the largest comparison and are used again by the next.</summary>
internal static class Pooled
{
    private const int Smallest = 64;

    /// <summary>Makes room for <paramref name="count"/> items; what the buffer held is lost where it grows.</summary>
    public static void Reserve<T>(ref T[] buffer, int count)
    {
        if (buffer.Length < count) buffer = new T[Math.Max(Smallest, count + (count / 4))];
    }
}
