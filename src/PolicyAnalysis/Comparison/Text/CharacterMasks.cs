using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicyAnalysis.Comparison.Text;

/// <summary>What sixty-four characters are, one bit each: the parts of words, white space, and what needs a closer look.</summary>
/// <param name="Words">ASCII letters, digits and the underscore.</param>
/// <param name="Spaces">ASCII white space.</param>
/// <param name="Special">Digits, the apostrophe, the dollar sign, and all beyond ASCII.</param>
internal readonly record struct CharacterMasks(ulong Words, ulong Spaces, ulong Special)
{
    public const int Width = 64;

    /// <summary>Reads the characters from <paramref name="start"/>; past the end of the text there is white space.</summary>
    public static CharacterMasks Read(ReadOnlySpan<char> text, int start)
    {
        ReadOnlySpan<char> block = text[start..];
        if (block.Length >= Width) return Read(ref MemoryMarshal.GetReference(block));
        Span<char> padded = stackalloc char[Width];
        padded[block.Length..].Fill(' ');
        block.CopyTo(padded);
        return Read(ref MemoryMarshal.GetReference(padded));
    }

    private static CharacterMasks Read(ref char start)
    {
        ref ushort units = ref Unsafe.As<char, ushort>(ref start);
        ulong words = 0, spaces = 0, special = 0;
        for (int i = 0; i < Width; i += Vector256<ushort>.Count)
        {
            Vector256<ushort> unit = Vector256.LoadUnsafe(ref units, (nuint)i);
            Vector256<ushort> letters = Vector256.LessThanOrEqual((unit | Vector256.Create((ushort)0x20)) - Vector256.Create((ushort)'a'), Vector256.Create((ushort)25));
            Vector256<ushort> digits = Vector256.LessThanOrEqual(unit - Vector256.Create((ushort)'0'), Vector256.Create((ushort)9));
            Vector256<ushort> blanks = Vector256.LessThanOrEqual(unit - Vector256.Create((ushort)'\t'), Vector256.Create((ushort)4)) | Vector256.Equals(unit, Vector256.Create((ushort)' '));
            Vector256<ushort> marks = Vector256.GreaterThan(unit, Vector256.Create((ushort)127))
                | Vector256.Equals(unit, Vector256.Create((ushort)'\'')) | Vector256.Equals(unit, Vector256.Create((ushort)'$'));
            words |= (ulong)(letters | digits | Vector256.Equals(unit, Vector256.Create((ushort)'_'))).ExtractMostSignificantBits() << i;
            spaces |= (ulong)blanks.ExtractMostSignificantBits() << i;
            special |= (ulong)(digits | marks).ExtractMostSignificantBits() << i;
        }

        return new CharacterMasks(words, spaces, special);
    }
}
