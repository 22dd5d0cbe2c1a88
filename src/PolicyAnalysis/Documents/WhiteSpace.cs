using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace PolicyAnalysis.Documents;

/// <summary>White space as a reader sees it: a run is one space, soft hyphens and zero-width marks are nothing.</summary>
internal static class WhiteSpace
{
    /// <summary>Joins what stands beside it into one sign, in scripts and pictures that have such signs; elsewhere it is nothing.</summary>
    public const char Joiner = '\u200D';

    /// <summary>The characters at which words are parted.</summary>
    public static readonly SearchValues<char> Characters = SearchValues.Create(" \t\n\r\f\u00A0");

    /// <summary>All that is not copied as it is, but for the plain space: most texts hold none of it.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [Joiner, .. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(character => character != ' ' && (char.IsWhiteSpace(character) || IsInvisible(character)))]);

    /// <summary>Appends text with runs of white space folded into one space; none at the start or after another space.</summary>
    public static void AppendFolded(StringBuilder target, ReadOnlySpan<char> text)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(text.Length);
        int length = Fold(text, buffer, target.Length == 0 ? ' ' : target[^1]);
        target.Append(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
    }

    /// <summary>Writes text with runs of white space folded into one space.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">Room for as many characters as the text has.</param>
    /// <param name="before">The character that stands before; a space at the start.</param>
    /// <returns>How many characters were written.</returns>
    public static int Fold(ReadOnlySpan<char> text, Span<char> target, char before)
    {
        int length = 0;
        while (true)
        {
            int next = text.IndexOfAny(Special);
            ReadOnlySpan<char> plain = next < 0 ? text : text[..next];
            while (!plain.IsEmpty)
            {
                if (plain[0] == ' ' && (length > 0 ? target[length - 1] : before) is ' ' or '\t')
                {
                    plain = plain[1..];
                    continue;
                }

                int spaces = plain.IndexOf("  ");
                ReadOnlySpan<char> run = spaces < 0 ? plain : plain[..(spaces + 1)];
                run.CopyTo(target[length..]);
                length += run.Length;
                plain = plain[run.Length..];
            }

            if (next < 0)
                return length;
            char last = length > 0 ? target[length - 1] : before;
            if (text[next] == Joiner)
            {
                if (!char.IsAscii(last) && next + 1 < text.Length && !char.IsAscii(text[next + 1]) && !char.IsWhiteSpace(text[next + 1]))
                    target[length++] = Joiner;
            }
            else if (!IsInvisible(text[next]) && last is not (' ' or '\t'))
            {
                target[length++] = ' ';
            }

            text = text[(next + 1)..];
        }
    }

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        AppendFolded(folded, text);
        return folded.ToString().Trim();
    }

    /// <summary>How many characters a reader sees, white space left out.</summary>
    public static int VisibleLength(ReadOnlySpan<char> text)
    {
        int length = 0;
        ReadOnlySpan<ushort> codes = MemoryMarshal.Cast<char, ushort>(text);
        for (; codes.Length >= Vector128<ushort>.Count; codes = codes[Vector128<ushort>.Count..])
        {
            var codesHere = Vector128.Create(codes);

            // Behind ASCII there is white space that only a table knows.
            length += Vector128.GreaterThanAny(codesHere, Vector128.Create((ushort)'\u007F'))
                ? CountVisible(codes[..Vector128<ushort>.Count])
                : BitOperations.PopCount(Vector128.GreaterThan(codesHere, Vector128.Create((ushort)' ')).ExtractMostSignificantBits());
        }

        return length + CountVisible(codes);
    }

    private static int CountVisible(ReadOnlySpan<ushort> codes)
    {
        int count = 0;
        foreach (ushort code in codes)
            count += IsVisible((char)code) ? 1 : 0;
        return count;
    }

    public static bool IsVisible(char character) =>
        character > ' ' && (character < '\u0085' || !char.IsWhiteSpace(character));

    public static bool IsInvisible(char character) =>
        character is '\u00AD' or '\u200B' or '\u200C' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\0';
}
