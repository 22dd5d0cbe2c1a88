using System.Buffers;
using System.Text;

namespace PolicyAnalysis.Documents;

/// <summary>White space as a reader sees it: a run is one space, soft hyphens and zero-width marks are nothing.</summary>
internal static class WhiteSpace
{
    /// <summary>The characters at which words are parted.</summary>
    public static readonly SearchValues<char> Characters = SearchValues.Create(" \t\n\r\f\u00A0");

    /// <summary>Appends text with runs of white space folded into one space; none at the start or after another space.</summary>
    public static void AppendFolded(StringBuilder target, ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (IsInvisible(character))
                continue;
            if (char.IsWhiteSpace(character))
            {
                if (target.Length > 0 && target[^1] is not (' ' or '\t'))
                    target.Append(' ');
            }
            else
            {
                target.Append(character);
            }
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
            if (!char.IsWhiteSpace(character))
                length++;
        }

        return length;
    }

    public static bool IsInvisible(char character) =>
        character is '\u00AD' or '\u200B' or '\u200C' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\0';
}
