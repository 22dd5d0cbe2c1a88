using System.Buffers;
using System.Text;

namespace PolicyAnalysis.Documents;

/// <summary>White space as a reader sees it: a run is one space, soft hyphens and zero-width marks are nothing.</summary>
internal static class WhiteSpace
{
    /// <summary>The characters at which words are parted.</summary>
    public static readonly SearchValues<char> Characters = SearchValues.Create(" \t\n\r\f\u00A0");

    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(character => char.IsWhiteSpace(character) || IsInvisible(character))]);

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
            if (!IsInvisible(text[next]) && target.Length > 0 && target[^1] is not (' ' or '\t'))
                target.Append(' ');
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
        foreach (char character in text)
        {
            if (IsVisible(character))
                length++;
        }

        return length;
    }

    public static bool IsVisible(char character) =>
        character > ' ' && (character < '\u0085' || !char.IsWhiteSpace(character));

    public static bool IsInvisible(char character) =>
        character is '\u00AD' or '\u200B' or '\u200C' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\0';
}
