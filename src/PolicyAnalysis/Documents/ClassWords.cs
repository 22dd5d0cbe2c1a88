namespace PolicyAnalysis.Documents;

/// <summary>
/// The words of a class attribute or an id: parted by hyphens, underscores and capitals. Utility classes with a variant or an
/// arbitrary value (<c>md:hidden</c>, <c>w-[40px]</c>) say nothing of a part's role and are left out.
/// </summary>
internal static class ClassWords
{
    public static List<Range> Split(ReadOnlySpan<char> value)
    {
        var words = new List<Range>();
        int position = 0;
        while (position < value.Length)
        {
            while (position < value.Length && char.IsWhiteSpace(value[position]))
                position++;
            int start = position;
            bool utility = false;
            while (position < value.Length && !char.IsWhiteSpace(value[position]))
            {
                utility |= value[position] is ':' or '[' or '(' or '/';
                position++;
            }

            if (!utility)
                AddWords(value, start, position, words);
        }

        return words;
    }

    /// <summary>The word in lower case, in the buffer; empty where it does not fit.</summary>
    public static ReadOnlySpan<char> Lower(ReadOnlySpan<char> word, Span<char> buffer)
    {
        if (word.Length > buffer.Length)
            return [];
        int length = word.ToLowerInvariant(buffer);
        return buffer[..length];
    }

    private static void AddWords(ReadOnlySpan<char> value, int start, int end, List<Range> words)
    {
        int from = start;
        for (int index = start; index <= end; index++)
        {
            bool parts = index == end || value[index] is '-' or '_' or '.';
            bool capital = index > from && index < end && char.IsAsciiLetterUpper(value[index]) && char.IsAsciiLetterLower(value[index - 1]);
            if (!parts && !capital)
                continue;
            if (index > from)
                words.Add(from..index);
            from = parts ? index + 1 : index;
        }
    }
}
