using System.Numerics;
using System.Runtime.InteropServices;

namespace PolicyAnalysis.Archive.Wordings;

/// <summary>
/// A MinHash sketch of a wording: for each of 64 hash functions four bits of the smallest hash over its shingles, two to a
/// byte. The share of equal ones estimates the Jaccard similarity of two (b-bit minwise hashing, Li and König 2010).
/// </summary>
internal static class WordingSketch
{
    /// <summary>How many bytes a sketch has.</summary>
    public const int Length = FunctionCount / 2;

    /// <summary>How many bits of each hash are kept: with four, a sketch half as long is nearly as sharp as with eight.</summary>
    private const int Bits = 4;

    private const int FunctionCount = 64;

    /// <summary>Wordings of fewer words are too short for nearness to mean anything.</summary>
    public const int FewestWords = 6;

    /// <summary>How often the bits of two unrelated hashes are equal by chance.</summary>
    private const double Chance = 1.0 / (1 << Bits);

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
        Span<uint> least = stackalloc uint[FunctionCount];
        least.Fill(uint.MaxValue);
        foreach (uint shingle in shingles)
        {
            for (int index = 0; index < FunctionCount; index++)
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
            sketch[index] = (byte)(((least[2 * index] >> 8) & 0xF) | (((least[(2 * index) + 1] >> 8) & 0xF) << Bits));
        return sketch;
    }

    /// <summary>The estimated Jaccard similarity, 0 to 1.</summary>
    public static double Similarity(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        ReadOnlySpan<ulong> x = MemoryMarshal.Cast<byte, ulong>(left);
        ReadOnlySpan<ulong> y = MemoryMarshal.Cast<byte, ulong>(right);
        int different = 0;
        for (int index = 0; index < x.Length; index++)
        {
            // A group of four bits differs where any of its bits does; the lowest one of each group tells it.
            ulong bits = x[index] ^ y[index];
            bits |= bits >> 2;
            bits |= bits >> 1;
            different += BitOperations.PopCount(bits & 0x1111_1111_1111_1111);
        }

        return Math.Max(0, (((double)(FunctionCount - different) / FunctionCount) - Chance) / (1 - Chance));
    }

    /// <summary>The keys of the bands: two bytes, the bits of four hashes, each.</summary>
    public static ReadOnlySpan<ushort> Bands(ReadOnlySpan<byte> sketch) => MemoryMarshal.Cast<byte, ushort>(sketch);

    private static uint[] Odd(uint seed)
    {
        uint[] numbers = new uint[FunctionCount];
        uint state = seed;
        for (int index = 0; index < FunctionCount; index++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            numbers[index] = state | 1;
        }

        return numbers;
    }
}
