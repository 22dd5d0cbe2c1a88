using System.Buffers;

namespace PolicyAnalysis.Documents;

/// <summary>Marks that a writer types before an item: a bullet, a number, a letter in brackets.</summary>
internal static class ListMark
{
    private static readonly SearchValues<char> RomanDigits = SearchValues.Create("ivxIVX");

    /// <summary>Whether a line starts with such a mark followed by white space.</summary>
    public static bool Starts(ReadOnlySpan<char> line) => Length(line) > 0;

    /// <summary>The length of the mark without the white space after it; 0 where there is none.</summary>
    public static int Length(ReadOnlySpan<char> line)
    {
        if (line.Length < 2)
            return 0;
        if (line[0] is '•' or '·' or '◦' or '▪' or '●' or '○' or '■' or '–' or '-' or '*' or '➤' or '►' or '✓' or '✔' or '‣' or '⁃' or '∙' or '□' or '❖' or '—')
            return char.IsWhiteSpace(line[1]) ? 1 : 0;

        int position = line[0] == '(' ? 1 : 0;
        int start = position;
        while (position < line.Length && position - start < 6 && (char.IsAsciiDigit(line[position]) || char.IsAsciiLetter(line[position])))
            position++;
        int length = position - start;
        if (length == 0 || position + 1 >= line.Length || line[position] is not (')' or '.') || !char.IsWhiteSpace(line[position + 1]))
            return 0;
        ReadOnlySpan<char> word = line[start..position];
        bool number = word.IndexOfAnyExceptInRange('0', '9') < 0 && length <= 3;
        bool letter = length == 1 || (length == 2 && word[0] == word[1] && char.IsAsciiLetter(word[0]));
        bool roman = length <= 5 && word.IndexOfAnyExcept(RomanDigits) < 0;
        if (line[position] == '.' && !number)
            return 0;
        return number || letter || roman ? position + 1 : 0;
    }
}
