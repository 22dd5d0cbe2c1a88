namespace PolicyAnalysis.Comparison;

/// <summary>Cuts sentences out of a text.</summary>
internal static class Sentences
{
    /// <summary>The sentence that a range stands in.</summary>
    public static string Around(string text, TextRange range) => RangeAround(text, range).Of(text).Trim();

    /// <summary>The range of the sentence that a range stands in, its end mark and the white space before it included.</summary>
    public static TextRange RangeAround(string text, TextRange range)
    {
        int start = range.Start;
        while (start > 0 && !IsEnd(text, start - 1))
            start--;
        int end = Math.Max(range.End - 1, range.Start);
        while (end < text.Length && !IsEnd(text, end))
            end++;
        return new TextRange(start, Math.Min(end + 1, text.Length));
    }

    /// <summary>Whether a sentence ends at an index.</summary>
    public static bool IsEnd(string text, int index) =>
        text[index] is '\n' or '!' or '?' || (text[index] is '.' && (index + 1 == text.Length || (char.IsWhiteSpace(text[index + 1]) && (index + 2 >= text.Length || !char.IsLower(text[index + 2])))));
}
