using System.Runtime.InteropServices;

namespace PolicyAnalysis.Archive.Wordings;

/// <summary>
/// A MinHash sketch of a wording: for each of 64 hash functions the lowest 8 bits of the smallest hash over its shingles.
/// The share of equal bytes of two sketches estimates their Jaccard similarity (b-bit minwise hashing, Li and König 2010).
/// </summary>
internal static class WordingSketch
{
    public const int Length = 64;

    /// <summary>Wordings of fewer words are too short for nearness to mean anything.</summary>
    public const int FewestWords = 6;

    /// <summary>How far a byte of two unrelated sketches is equal by chance.</summary>
    private const double Chance = 1.0 / 256;

    private static readonly uint[] Multipliers = Odd(0x9E3779B9);
    private static readonly uint[] Offsets = Odd(0x85EBCA6B);

    /// <summary>The sketch; nothing for a wording that is too short.</summary>
    public static byte[]? Of(string text)
    {
        uint[] shingles = Shingles.Of(text);
        return shingles.Length < FewestWords - Shingles.Width + 1 ? null : Of(shingles);
    }

    public static byte[] Of(ReadOnlySpan<uint> shingles)
    {
        Span<uint> least = stackalloc uint[Length];
        least.Fill(uint.MaxValue);
        foreach (uint shingle in shingles)
        {
            for (int index = 0; index < Length; index++)
            {
                uint hash = (shingle * Multipliers[index]) + Offsets[index];
                hash ^= hash >> 15;
                hash *= 0x2C1B3C6D;
                hash ^= hash >> 13;
                if (hash < least[index])
                    least[index] = hash;
            }
        }

        byte[] sketch = new byte[Length];
        for (int index = 0; index < Length; index++)
            sketch[index] = (byte)(least[index] >> 8);
        return sketch;
    }

    /// <summary>The estimated Jaccard similarity, 0 to 1.</summary>
    public static double Similarity(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        int equal = 0;
        for (int index = 0; index < Length; index++)
        {
            if (left[index] == right[index])
                equal++;
        }

        return Math.Max(0, (((double)equal / Length) - Chance) / (1 - Chance));
    }

    /// <summary>The keys of the bands: four bytes each.</summary>
    public static ReadOnlySpan<uint> Bands(ReadOnlySpan<byte> sketch) => MemoryMarshal.Cast<byte, uint>(sketch);

    private static uint[] Odd(uint seed)
    {
        uint[] numbers = new uint[Length];
        uint state = seed;
        for (int index = 0; index < Length; index++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            numbers[index] = state | 1;
        }

        return numbers;
    }
}
