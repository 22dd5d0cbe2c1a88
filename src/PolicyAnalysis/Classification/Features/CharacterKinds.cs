using System.Runtime.CompilerServices;

namespace PolicyAnalysis.Classification.Features;

/// <summary>Tells what a character is: by a table for ASCII, by its Unicode category for the rest.</summary>
internal static class CharacterKinds
{
    private const byte O = (byte)CharacterKind.Other, S = (byte)CharacterKind.Space, L = (byte)CharacterKind.Letter, D = (byte)CharacterKind.Digit, B = (byte)CharacterKind.Break, M = (byte)CharacterKind.Money;

    /// <summary>Eight rows of sixteen characters.</summary>
    private static ReadOnlySpan<byte> Ascii =>
    [
        O, O, O, O, O, O, O, O, O, S, S, S, S, S, O, O,
        O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
        S, B, O, O, M, O, O, O, O, O, O, O, O, O, B, O,
        D, D, D, D, D, D, D, D, D, D, B, B, O, O, O, B,
        O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
        L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O,
        O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
        L, L, L, L, L, L, L, L, L, L, L, O, B, O, O, O,
    ];

    /// <summary>The kind of a character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CharacterKind Of(char c) => c < 128 ? (CharacterKind)Ascii[c] : OfOther(c);

    /// <summary>Whether it is one of the letters a to z and A to Z and the digits 0 to 9.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAsciiLetterOrDigit(char c) => c < 128 && Ascii[c] is L or D;

    private static CharacterKind OfOther(char c)
    {
        if (char.IsWhiteSpace(c))
            return CharacterKind.Space;
        if (char.IsLetter(c))
            return CharacterKind.Letter;
        return c is '€' or '£' or '¥' ? CharacterKind.Money : CharacterKind.Other;
    }
}
