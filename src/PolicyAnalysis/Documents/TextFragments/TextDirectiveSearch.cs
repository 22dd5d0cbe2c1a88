namespace PolicyAnalysis.Documents.TextFragments;

/// <summary>Finds what a directive marks, by the steps that browsers follow.</summary>
/// <remarks>
/// Source: WICG, URL Fragment Text Directives, "find a range from a text directive". Time is linear in the text but for
/// directives whose parts stand on the page many times; those are given up after a fixed number of places.
/// </remarks>
internal static class TextDirectiveSearch
{
    /// <summary>A directive that has led to so many wrong places leads to no right one in good time.</summary>
    private const int MostPlaces = 400;

    /// <summary>The range that is marked; nothing where the directive leads nowhere, or where browsers may differ.</summary>
    public static TextRange? Find(SearchableText page, TextDirective directive)
    {
        bool mustEndWord = directive.End is not null || directive.Suffix is null;
        int from = 0;
        for (int place = 0; place < MostPlaces; place++)
        {
            int start;
            if (directive.Prefix is { } prefix)
            {
                int before = Next(page, prefix, from, startsWord: true, endsWord: false);
                if (before < 0)
                    return null;
                from = before + 1;
                start = SearchableText.NextWritten(page.Folded, before + prefix.Length);
                if (!StandsAt(page, directive.Start, start))
                    continue;
                if (mustEndWord && page.BoundaryAt(start + directive.Start.Length) is var boundary and not WordBoundary.Parts)
                {
                    if (boundary == WordBoundary.Unsure)
                        return null;
                    continue;
                }
            }
            else
            {
                start = Next(page, directive.Start, from, startsWord: true, mustEndWord);
                if (start < 0)
                    return null;
                from = start + 1;
            }

            int end = start + directive.Start.Length;
            if (directive.End is null && directive.Suffix is null)
                return new TextRange(start, end);
            if (EndFrom(page, directive, end) is { } found)
                return new TextRange(start, found);
            if (directive.End is not null)
                return null;
        }

        return null;
    }

    private static int? EndFrom(SearchableText page, TextDirective directive, int end)
    {
        for (int place = 0; place < MostPlaces; place++)
        {
            if (directive.End is { } last)
            {
                int found = Next(page, last, end, startsWord: true, endsWord: directive.Suffix is null);
                if (found < 0)
                    return null;
                end = found + last.Length;
            }

            if (directive.Suffix is not { } suffix)
                return end;
            int after = SearchableText.NextWritten(page.Folded, end);
            if (StandsAt(page, suffix, after) && page.BoundaryAt(after + suffix.Length) == WordBoundary.Parts)
                return end;
            if (directive.End is null)
                return null;
        }

        return null;
    }

    /// <summary>The next place of some words; -1 where there is none, or where browsers may differ on an earlier one.</summary>
    private static int Next(SearchableText page, TextRange words, int from, bool startsWord, bool endsWord)
    {
        ReadOnlySpan<char> sought = words.Of(page.Folded.AsSpan());
        for (int place = 0; place < MostPlaces; place++)
        {
            int found = page.Folded.AsSpan(from).IndexOf(sought);
            if (found < 0)
                return -1;
            int at = from + found;
            WordBoundary start = startsWord ? page.BoundaryAt(at) : WordBoundary.Parts;
            WordBoundary end = endsWord ? page.BoundaryAt(at + sought.Length) : WordBoundary.Parts;
            if (start == WordBoundary.Parts && end == WordBoundary.Parts)
                return at;
            if (start != WordBoundary.Inside && end != WordBoundary.Inside)
                return -1;
            from = at + 1;
        }

        return -1;
    }

    private static bool StandsAt(SearchableText page, TextRange words, int at) =>
        page.Folded.AsSpan(at).StartsWith(words.Of(page.Folded.AsSpan()));
}
