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

    private static readonly SearchValues<char> Special = SearchValues.Create(
        [Joiner, .. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(character => char.IsWhiteSpace(character) || IsInvisible(character))]);

    /// <summary>Appends text with runs of white space folded into one space; none at the start or after another space.</summary>
    public static void AppendFolded(StringBuilder target, ReadOnlySpan<char> text)
    {
        while (true)
        {
            int next = text.IndexOfAny(Special);
            if (next < 0)
            {
                target.Append(text);
                return;
            }

            target.Append(text[..next]);
            if (text[next] == Joiner)
            {
                if (target.Length > 0 && !char.IsAscii(target[^1]) && next + 1 < text.Length && !char.IsAscii(text[next + 1]) && !char.IsWhiteSpace(text[next + 1]))
                    target.Append(Joiner);
            }
            else if (!IsInvisible(text[next]) && target.Length > 0 && target[^1] is not (' ' or '\t'))
            {
                target.Append(' ');
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
        while (codes.Length >= Vector128<ushort>.Count)
        {
            var codesHere = Vector128.Create(codes);

            // Behind ASCII there is white space that only a table knows.
            if (Vector128.GreaterThanAny(codesHere, Vector128.Create((ushort)'\u007F')))
                break;
            length += BitOperations.PopCount(Vector128.GreaterThan(codesHere, Vector128.Create((ushort)' ')).ExtractMostSignificantBits());
            codes = codes[Vector128<ushort>.Count..];
        }

        foreach (ushort code in codes)
        {
            if (IsVisible((char)code))
                length++;
        }

        return length;
    }

    public static bool IsVisible(char character) =>
        character > ' ' && (character < '\u0085' || !char.IsWhiteSpace(character));

    public static bool IsInvisible(char character) =>
        character is '\u00AD' or '\u200B' or '\u200C' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\0';
}
