using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PolicyAnalysis.Comparison.Text;

/// <summary>
/// A seeded 64-bit hash of characters: sixteen bytes a step through a folded 128-bit product, the mixer of wyhash.
/// </summary>
/// <remarks>It is not hard to collide on purpose; who uses it compares the text on a hit and changes the seed when chains grow.</remarks>
internal static class TextHash
{
    private const ulong First = 0xA0761D6478BD642F;
    private const ulong Second = 0xE7037ED1A0B428DB;

    public static ulong Of(ReadOnlySpan<char> text, ulong seed)
    {
        ref byte start = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(text));
        int length = text.Length * sizeof(char), at = 0;
        ulong hash = seed ^ First;
        for (; at + 16 <= length; at += 16)
            hash = Mix(Read(ref start, at) ^ hash, Read(ref start, at + 8) ^ Second);
        ulong low = 0, high = 0;
        if (length >= 16)
        {
            (low, high) = (Read(ref start, length - 16), Read(ref start, length - 8));
        }
        else
        {
            if (length >= 8) (low, high) = (Read(ref start, 0), Read(ref start, length - 8));
            else for (int i = 0; i < text.Length; i++) low = (low << 16) | text[i];
        }

        return Mix(low ^ hash ^ (ulong)length, high ^ Second);
    }

    public static ulong Mix(ulong x, ulong y) => Math.BigMul(x, y, out ulong low) ^ low;

    private static ulong Read(ref byte start, int at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, at));
}
