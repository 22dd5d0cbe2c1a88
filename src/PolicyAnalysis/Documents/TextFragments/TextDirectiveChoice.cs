namespace PolicyAnalysis.Documents.TextFragments;

/// <summary>
/// Chooses the shortest directive that marks a passage and nothing else: the passage itself where it is short, otherwise its
/// first and last words; with words before and behind it where its own stand elsewhere too. Each choice is tried by a search.
/// </summary>
internal sealed class TextDirectiveChoice(SearchableText page)
{
    /// <summary>A passage of one line up to this length is written out.</summary>
    private const int ShortPassage = 100;

    /// <summary>The longest passage that is written out where its first and last words do not tell it.</summary>
    private const int LongPassage = 1500;

    /// <summary>How many words are tried at the ends of a passage.</summary>
    private static readonly int[] EndSizes = [5, 10, 20, 40];

    /// <summary>How many words are tried before or behind a passage.</summary>
    private static readonly int[] ContextSizes = [3, 6, 12, 24, 60];

    /// <summary>The directives that together mark a passage and nothing else; empty where there are none.</summary>
    /// <param name="passage">A range of the page's text that begins and ends with a visible character.</param>
    /// <param name="most">How many directives there may be.</param>
    public List<TextDirective> Of(TextRange passage, int most)
    {
        var directives = new List<TextDirective>();
        while (directives.Count < most)
        {
            if (OfOne(passage) is { } directive)
                return [.. directives, directive];

            // A line that stands elsewhere too may be told by the line behind it, which only a directive of its own can name.
            int lineEnd = page.Text.IndexOf('\n', passage.Start, passage.Length);
            if (lineEnd < 0 || Whole(new TextRange(passage.Start, lineEnd)) is not { } line)
                break;
            directives.Add(line);
            passage = new TextRange(lineEnd + 1, passage.End);
        }

        return [];
    }

    private TextDirective? OfOne(TextRange passage)
    {
        int lineEnd = page.Text.IndexOf('\n', passage.Start, passage.Length);
        bool isOneLine = lineEnd < 0;
        if (isOneLine && passage.Length <= ShortPassage)
            return Whole(passage);
        TextRange firstLine = isOneLine ? passage : new TextRange(passage.Start, lineEnd);
        TextRange lastLine = isOneLine ? passage : new TextRange(page.Text.LastIndexOf('\n', passage.End - 1) + 1, passage.End);
        if (Opening(firstLine, isOneLine) is { } opening && Closing(opening, lastLine, isOneLine, passage) is { } directive)
            return directive;
        return isOneLine && passage.Length <= LongPassage ? Whole(passage) : null;
    }

    /// <summary>The passage written out, with as few words around it as tell it.</summary>
    private TextDirective? Whole(TextRange passage)
    {
        var directive = new TextDirective(passage);
        if (Marks(directive, passage))
            return directive;
        foreach (TextRange prefix in Before(passage.Start))
        {
            if (directive with { Prefix = prefix } is var introduced && Marks(introduced, passage))
                return introduced;
        }

        foreach (TextRange suffix in Behind(passage.End))
        {
            if (directive with { Suffix = suffix } is var followed && Marks(followed, passage))
                return followed;
        }

        return Longest(Before(passage.Start)) is { } before && Longest(Behind(passage.End)) is { } behind
            && directive with { Prefix = before, Suffix = behind } is var surrounded && Marks(surrounded, passage) ? surrounded : null;
    }

    /// <summary>The first words of a passage, as many as tell it, or a few of them with words before.</summary>
    private TextDirective? Opening(TextRange line, bool isOneLine)
    {
        List<TextRange> openings = [.. Openings(line, isOneLine)];
        foreach (TextRange words in openings)
        {
            if (Begins(new TextDirective(words), line.Start))
                return new TextDirective(words);
        }

        foreach (TextRange words in openings.Count > 1 ? [openings[0], openings[^1]] : openings)
        {
            foreach (TextRange prefix in Before(line.Start))
            {
                if (new TextDirective(words) { Prefix = prefix } is var directive && Begins(directive, line.Start))
                    return directive;
            }
        }

        return null;
    }

    private TextDirective? Closing(TextDirective opening, TextRange line, bool isOneLine, TextRange passage)
    {
        List<TextRange> closings = [.. Closings(isOneLine ? new TextRange(opening.Start.End, line.End) : line)];
        foreach (TextRange words in closings)
        {
            if (opening with { End = words } is var directive && Marks(directive, passage))
                return directive;
        }

        foreach (TextRange words in closings.Count > 1 ? [closings[0], closings[^1]] : closings)
        {
            foreach (TextRange suffix in Behind(passage.End))
            {
                if (opening with { End = words, Suffix = suffix } is var directive && Marks(directive, passage))
                    return directive;
            }
        }

        return null;
    }

    private bool Marks(TextDirective directive, TextRange passage) => TextDirectiveSearch.Find(page, directive) == passage;

    /// <summary>Whether the first words lead to a place when an end is sought behind them.</summary>
    private bool Begins(TextDirective directive, int start) => TextDirectiveSearch.Find(page, directive)?.Start == start;

    private IEnumerable<TextRange> Openings(TextRange line, bool isOneLine)
    {
        int end = line.Start;
        int words = 0;
        int most = isOneLine ? line.Start + (line.Length / 2) : line.End;
        while (end < line.End)
        {
            int next = WordEnd(end, line.End);
            if (words > 0 && isOneLine && next > most)
                break;
            end = next;
            words++;
            if (EndSizes.Contains(words) && end < line.End)
                yield return new TextRange(line.Start, end);
        }

        if (!isOneLine || end < line.End)
            yield return new TextRange(line.Start, end);
    }

    private IEnumerable<TextRange> Closings(TextRange line)
    {
        int start = line.End;
        int words = 0;
        while (start > line.Start)
        {
            int next = WordStart(start, line.Start);
            if (page.Text.AsSpan(next, start - next).IsWhiteSpace())
                break;
            start = next;
            words++;
            if (EndSizes.Contains(words) && start > line.Start)
                yield return new TextRange(start, line.End);
        }

        if (start < line.End)
            yield return new TextRange(start, line.End);
    }

    /// <summary>Words that stand before a place, fewer first: in its own line, or else in the line before.</summary>
    private IEnumerable<TextRange> Before(int place)
    {
        int end = place;
        while (end > 0 && page.Text[end - 1] is ' ' or '\n')
            end--;
        if (end == 0)
            yield break;
        int line = page.Text.LastIndexOf('\n', end - 1) + 1;
        int start = end;
        int words = 0;
        while (start > line && words < ContextSizes[^1])
        {
            start = WordStart(start, line);
            words++;
            if (start > line && ContextSizes.Contains(words))
                yield return new TextRange(start, end);
        }

        if (start == line)
            yield return new TextRange(start, end);
    }

    /// <summary>Words that stand behind a place, fewer first: in its own line, or else in the next.</summary>
    private IEnumerable<TextRange> Behind(int place)
    {
        int start = place;
        while (start < page.Text.Length && page.Text[start] is ' ' or '\n')
            start++;
        if (start == page.Text.Length)
            yield break;
        int line = page.Text.IndexOf('\n', start) is >= 0 and var found ? found : page.Text.Length;
        int end = start;
        int words = 0;
        while (end < line && words < ContextSizes[^1])
        {
            end = WordEnd(end, line);
            words++;
            if (end < line && ContextSizes.Contains(words))
                yield return new TextRange(start, end);
        }

        if (end == line)
            yield return new TextRange(start, end);
    }

    private static TextRange? Longest(IEnumerable<TextRange> contexts)
    {
        TextRange? longest = null;
        foreach (TextRange context in contexts)
            longest = context;
        return longest;
    }

    /// <summary>The end of the word at or after a place.</summary>
    private int WordEnd(int place, int limit)
    {
        while (place < limit && page.Text[place] == ' ')
            place++;
        while (place < limit && page.Text[place] != ' ')
            place++;
        return place;
    }

    /// <summary>The start of the word before a place.</summary>
    private int WordStart(int place, int limit)
    {
        while (place > limit && page.Text[place - 1] == ' ')
            place--;
        while (place > limit && page.Text[place - 1] != ' ')
            place--;
        return place;
    }
}
