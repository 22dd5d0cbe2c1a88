namespace PolicyAnalysis.Comparison;

/// <summary>Quotes the sentence that a range stands in, cut at spaces where it is long.</summary>
internal static class QuoteWindow
{
    /// <summary>A slice of the text around a range, with an ellipsis where it was cut; about as long as asked, longer only where the range is.</summary>
    public static string Around(string text, TextRange range, int longest)
    {
        TextRange sentence = Sentences.RangeAround(text, range);
        int start = sentence.Start;
        int end = sentence.End;
        int room = Math.Max(0, longest - range.Length) / 2;
        bool isCutLeft = range.Start - start > room;
        if (isCutLeft)
            start = AfterSpace(text, range.Start - room, range.Start);
        bool isCutRight = end - range.End > room;
        if (isCutRight)
            end = BeforeSpace(text, range.End, range.End + room);
        string slice = text[start..end].ReplaceLineEndings(" ").Trim();
        return (isCutLeft ? "…" : string.Empty) + slice + (isCutRight ? "…" : string.Empty);
    }

    private static int AfterSpace(string text, int from, int to)
    {
        int space = text.IndexOf(' ', from, to - from);
        return space < 0 ? to : space + 1;
    }

    private static int BeforeSpace(string text, int from, int to)
    {
        int space = text.LastIndexOf(' ', to - 1, to - from);
        return space < 0 ? from : space;
    }
}
