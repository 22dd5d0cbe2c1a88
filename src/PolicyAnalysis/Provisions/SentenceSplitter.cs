using System.Buffers;
using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Provisions;

/// <summary>Splits a text into sentences and knows the abbreviations of legal prose: <c>e.g.</c>, <c>Art.</c>, <c>No.</c>, <c>Inc.</c></summary>
/// <remarks>Stateless and thread-safe. Time is linear in the text.</remarks>
public static class SentenceSplitter
{
    private static readonly SearchValues<char> NumberLetters = SearchValues.Create("0123456789.");

    private static readonly ILookup<string, string> Rules = RuleTable.ReadWords("Provisions", "abbreviations");
    private static readonly HashSet<string> EndsToo = new(Rules["ends"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Abbreviations = new(Rules["inside"].Concat(Rules["ends"]), StringComparer.OrdinalIgnoreCase);

    /// <summary>Splits a range of a text into sentences.</summary>
    /// <param name="text">The text, for example <see cref="PolicyDocument.Text"/>.</param>
    /// <param name="range">The range to split.</param>
    /// <returns>The sentences in order, without the white space between them; together they hold every visible character of the range.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie inside the text.</exception>
    public static IReadOnlyList<TextRange> Split(string text, TextRange range)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(range.End, text.Length, nameof(range));
        var sentences = new List<TextRange>();
        int start = range.Start;
        for (int index = range.Start; index < range.End; index++)
        {
            if (text[index] == '\n' || (IsEnd(text[index]) && EndsSentence(text, start, ref index, range.End)))
            {
                Add(sentences, text, start, Math.Min(index + 1, range.End));
                start = Math.Min(index + 1, range.End);
            }
        }

        Add(sentences, text, start, range.End);
        return sentences;
    }

    private static bool IsEnd(char character) => character is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    /// <summary>Whether the mark ends its sentence; moves to the closing quotes and brackets behind it.</summary>
    private static bool EndsSentence(string text, int start, ref int index, int end)
    {
        char mark = text[index];
        if (mark is '。' or '！' or '？')
            return true;
        int after = index + 1;
        while (after < end && text[after] is '"' or '”' or '’' or '\'' or ')' or ']' or '»' or '.' or '!' or '?')
            after++;
        if (after >= end)
        {
            index = end - 1;
            return true;
        }

        if (!char.IsWhiteSpace(text[after]))
            return false;
        int next = after;
        while (next < end && char.IsWhiteSpace(text[next]))
            next++;
        if (next < end && char.IsLower(text[next]))
            return false;
        if (mark == '.' && (IsAbbreviation(text, start, index, next < end ? text[next] : ' ') || IsDay(text, start, index, next, end)))
            return false;
        index = after - 1;
        return true;
    }

    private static bool IsAbbreviation(string text, int start, int dot, char next)
    {
        int from = dot;
        while (from > start && !char.IsWhiteSpace(text[from - 1]) && text[from - 1] is not ('(' or '"' or '“' or '[' or ',' or '\'' or '’'))
            from--;
        ReadOnlySpan<char> word = text.AsSpan(from, dot - from);
        if (word.IsEmpty)
            return false;

        // A single letter is an initial or part of "z. B."; a number at the start of a sentence is a clause's, "2. Fees".
        if (word.Length == 1 && char.IsLetter(word[0]))
            return true;
        if (from == start && word.IndexOfAnyExcept(NumberLetters) < 0)
            return true;
        if (!Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            return IsInitials(word);

        // Company forms and "etc." often end a sentence; what follows with a capital after them begins the next.
        return !(EndsToo.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) && char.IsUpper(next));
    }

    /// <summary>"R.L.": letters each with a dot.</summary>
    private static bool IsInitials(ReadOnlySpan<char> word)
    {
        for (int index = 0; index < word.Length; index++)
        {
            if (index % 2 == 0 ? !char.IsLetter(word[index]) : word[index] != '.')
                return false;
        }

        return word.Length % 2 == 1;
    }

    /// <summary>"3. Februar": the dot makes the number a day.</summary>
    private static bool IsDay(string text, int start, int dot, int next, int end)
    {
        int from = dot;
        while (from > start && char.IsAsciiDigit(text[from - 1]))
            from--;
        int wordEnd = next;
        while (wordEnd < end && char.IsLetter(text[wordEnd]))
            wordEnd++;
        return dot - from is 1 or 2 && Documents.StatedDateReader.MonthOf(text.AsSpan(next, wordEnd - next)) > 0;
    }

    private static void Add(List<TextRange> sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            sentences.Add(new TextRange(start, end));
    }
}
