namespace PolicyAnalysis.Documents;

/// <summary>Tells whether a line ends because it was full or because its writer ended it there.</summary>
/// <remarks>
/// Who wraps a text puts into each line as many words as fit. So a line was full where the next word would have made it longer
/// than the longest ones: those of its paragraph, and of most paragraphs.
/// </remarks>
internal sealed class PlainTextWidth
{
    /// <summary>Lines longer than this are whole paragraphs.</summary>
    private const int LongestWrapped = 140;

    /// <summary>A line shorter than this was never filled.</summary>
    private const int ShortestFull = 24;

    private readonly int _usual;

    /// <summary>Learns from paragraphs of several lines.</summary>
    public PlainTextWidth(IEnumerable<IReadOnlyList<PlainTextLine>> paragraphs)
    {
        List<int> longest = [.. paragraphs.Where(static lines => lines.Count > 1).Select(static lines => lines.Max(static line => WidthOf(line))).Order()];
        _usual = longest.Count == 0 ? 0 : longest[longest.Count / 2];
    }

    /// <summary>Whether the next line goes on with this one.</summary>
    public bool Continues(PlainTextLine line, PlainTextLine next, int longestOfParagraph)
    {
        bool isEnded = line.Text[^1] is '.' or ':' or '?' or '!' or ';';
        if (_usual <= LongestWrapped && WidthOf(line) >= ShortestFull)
        {
            int word = next.Text.IndexOf(' ', StringComparison.Ordinal);
            if (WidthOf(line) + 1 + (word < 0 ? next.Text.Length : word) > Math.Max(_usual, longestOfParagraph))
                return true;
        }

        return !isEnded && (char.IsLower(next.Text[0]) || HyphenatedWords.EndsInHyphen(line.Text)) && line.Text.AsSpan().IndexOfAnyExceptInRange('A', 'Z') >= 0;
    }

    public static int WidthOf(PlainTextLine line) => line.Indent + line.Text.Length;
}
