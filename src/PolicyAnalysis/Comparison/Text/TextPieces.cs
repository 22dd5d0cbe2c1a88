namespace PolicyAnalysis.Comparison.Text;

/// <summary>Cuts a text into pieces larger than words, and finds places where it may be cut without parting a token.</summary>
internal static class TextPieces
{
    private const int FarthestLook = 256;

    /// <summary>Replaces <paramref name="lines"/> by the lines of <c>[start, end)</c>; empty lines belong to the line before them.</summary>
    public static void SplitLines(ReadOnlySpan<char> text, int start, int end, TokenList lines)
    {
        lines.Clear();
        text = text[..end];
        while (start < end)
        {
            int next = LineEnd(text, start);
            while (next < end && text[next] is '\n' or '\r') next++;
            lines.Add(start, next);
            start = next;
        }
    }

    /// <summary>Replaces <paramref name="sentences"/> by the sentences of <c>[start, end)</c>; a line end also ends one.</summary>
    public static void SplitSentences(ReadOnlySpan<char> text, int start, int end, TokenList sentences)
    {
        sentences.Clear();
        text = text[..end];
        while (start < end)
        {
            int next = SentenceEnd(text, start);
            sentences.Add(start, next);
            start = next;
        }
    }

    public static int LineEnd(ReadOnlySpan<char> text, int start)
    {
        int newline = text[start..].IndexOf('\n');
        return newline < 0 ? text.Length : start + newline + 1;
    }

    public static bool EndsSentence(char c) => c is '.' or '!' or '?';

    /// <summary>The start of the last sentence of a text that may break off in it; 0 where none ends.</summary>
    public static int LastSentenceStart(ReadOnlySpan<char> text)
    {
        while (true)
        {
            int mark = text.LastIndexOfAny(".!?\n");
            if (mark < 0) return 0;
            if (text[mark] == '\n') return mark + 1;
            if (mark + 1 < text.Length && text[mark + 1] == ' ') return mark + 2;
            text = text[..mark];
        }
    }

    /// <summary>The furthest place up to <paramref name="limit"/> where tokens surely begin, for texts equal up to there and one further; or <paramref name="start"/>.</summary>
    public static int CutBefore(ReadOnlySpan<char> text, int start, int limit)
    {
        for (int i = limit - 1; i > Math.Max(start + 1, limit - FarthestLook); i--)
        {
            if (IsCut(text, i)) return i;
        }

        return start;
    }

    /// <summary>The first place from <paramref name="limit"/> on where tokens surely begin, for texts equal from there on; or <paramref name="end"/>.</summary>
    public static int CutAfter(ReadOnlySpan<char> text, int limit, int end)
    {
        for (int i = limit + 2; i < Math.Min(end, limit + FarthestLook); i++)
        {
            if (IsCut(text, i)) return i;
        }

        return end;
    }

    // Between two lower-case words, of which the second is no "not": no date, amount or negation reaches across.
    private static bool IsCut(ReadOnlySpan<char> text, int i)
        => text[i - 1] == ' ' && char.IsAsciiLetterLower(text[i]) && text[i] != 'n' && char.IsAsciiLetterLower(text[i - 2]);

    public static int SentenceEnd(ReadOnlySpan<char> text, int start)
    {
        int at = start;
        while (at < text.Length)
        {
            int mark = text[at..].IndexOfAny(".!?\n");
            if (mark < 0) break;
            at += mark + 1;
            if (text[at - 1] == '\n' || at == text.Length) return at;
            if (text[at] == ' ') return at + 1;
        }

        return text.Length;
    }
}
