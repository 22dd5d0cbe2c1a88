namespace PolicyAnalysis.Pdf.Layout;

/// <summary>How long packed data becomes, counted without unpacking it.</summary>
internal static class UnpackedSizes
{
    private const int Clear = 256;
    private const int End = 257;

    /// <summary>The length of data packed by Lempel, Ziv and Welch: the sum of what its codes stand for.</summary>
    public static long OfLzw(ReadOnlySpan<byte> packed, bool changesEarly)
    {
        Span<int> lengths = stackalloc int[4096];
        lengths[..256].Fill(1);
        long total = 0;
        int next = End + 1;
        int width = 9;
        int before = 0;
        int bits = 0;
        int buffer = 0;
        foreach (byte value in packed)
        {
            buffer = (buffer << 8) | value;
            bits += 8;
            if (bits < width)
                continue;
            bits -= width;
            int code = (buffer >> bits) & ((1 << width) - 1);
            buffer &= (1 << bits) - 1;
            if (code == End)
                break;
            if (code == Clear)
            {
                (next, width, before) = (End + 1, 9, 0);
                continue;
            }

            int length = code < next && lengths[code] > 0 ? lengths[code] : before + 1;
            total += length;
            if (before > 0 && next < lengths.Length)
                lengths[next++] = before + 1;
            before = length;
            int filled = next + (changesEarly ? 1 : 0);
            width = filled >= 2048 ? 12 : filled >= 1024 ? 11 : filled >= 512 ? 10 : 9;
        }

        return total;
    }

    /// <summary>The length of data whose runs are written as a count and a byte.</summary>
    public static long OfRunLength(ReadOnlySpan<byte> packed)
    {
        long total = 0;
        for (int index = 0; index < packed.Length && packed[index] != 128;)
        {
            int count = packed[index] < 128 ? packed[index] + 1 : 257 - packed[index];
            total += count;
            index += packed[index] < 128 ? count + 1 : 2;
        }

        return total;
    }
}
