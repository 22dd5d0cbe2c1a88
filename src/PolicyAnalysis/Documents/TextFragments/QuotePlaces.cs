namespace PolicyAnalysis.Documents.TextFragments;

/// <summary>Where the words of a document stand in the text of its page as a browser searches it.</summary>
/// <remarks>The page is read again on the first question only. Immutable and thread-safe.</remarks>
internal sealed class QuotePlaces
{
    private readonly Lazy<SearchableText> _page;
    private readonly IReadOnlyList<TextRun> _runs;
    private readonly int _start;

    private QuotePlaces(Lazy<SearchableText> page, IReadOnlyList<TextRun> runs, int start)
    {
        _page = page;
        _runs = runs;
        _start = start;
    }

    public SearchableText Page => _page.Value;

    /// <summary>The places of a document of which only its own text is known: the text stands for the page.</summary>
    public static QuotePlaces Of(string text) => new(new Lazy<SearchableText>(() => SearchableText.Of(text)), [new TextRun(0, 0)], 0);

    /// <param name="page">Reads the page.</param>
    /// <param name="runs">The nodes of the page that the document's text was put together of, in order.</param>
    public static QuotePlaces Of(Func<SearchableText> page, IReadOnlyList<TextRun> runs) => new(new Lazy<SearchableText>(page), runs, 0);

    /// <summary>The places of the part of the text that begins at an offset.</summary>
    public QuotePlaces From(int offset) => new(_page, _runs, _start + offset);

    /// <summary>The passages of the page that hold the words of a range, and how many characters of it stand in none.</summary>
    public QuotePassages Find(string text, TextRange range)
    {
        SearchableText page = Page;
        var found = new QuotePassages();
        int run = LastRunAt(_start + range.Start);
        int place = run < 0 ? -1 : Skip(page, _runs[run], text.AsSpan(Math.Max(0, _runs[run].Start - _start)..range.Start));
        for (int index = range.Start; index < range.End; index++)
        {
            while (run + 1 < _runs.Count && _runs[run + 1].Start <= _start + index)
            {
                run++;
                place = Skip(page, _runs[run], []);
            }

            if (!IsSearched(text[index]))
                continue;
            if (place >= 0)
                place = SearchableText.NextWritten(page.Text, place);
            if (place >= 0 && place < page.Text.Length)
                found.Add(page.Text, place++);
            else if (run >= 0 && _runs[run].Node == TextRun.Image)
                found.InImages++;
            else
                found.Hidden++;
        }

        return found;
    }

    private static bool IsSearched(char character) => !char.IsWhiteSpace(character) && character != WhiteSpace.Joiner;

    private int LastRunAt(int offset)
    {
        int low = 0;
        int high = _runs.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_runs[middle].Start <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    /// <summary>The place in the page behind as many visible characters of a node as stand in a text.</summary>
    private static int Skip(SearchableText page, TextRun run, ReadOnlySpan<char> before)
    {
        int place = run.Node < 0 ? -1 : page.StartOf(run.Node);
        if (place < 0)
            return -1;
        foreach (char character in before)
        {
            if (IsSearched(character))
                place = SearchableText.NextWritten(page.Text, place) + 1;
        }

        return place;
    }
}
