namespace PolicyAnalysis.Documents.TextFragments;

/// <summary>The passages of a page that hold the words of a quote: one, or several where words of the page stand between.</summary>
internal sealed class QuotePassages
{
    private readonly List<TextRange> _passages = [];

    /// <summary>In reading order; each begins and ends with a visible character.</summary>
    public IReadOnlyList<TextRange> Passages => _passages;

    /// <summary>Visible characters of the quote that are drawn in images.</summary>
    public int InImages { get; set; }

    /// <summary>Visible characters of the quote that are not shown until a reader opens their part of the page.</summary>
    public int Hidden { get; set; }

    /// <summary>Adds a visible character of the page; what follows the last with nothing visible between belongs to its passage.</summary>
    public void Add(string page, int place)
    {
        if (_passages.Count > 0 && page.AsSpan(_passages[^1].End..place).Trim(" \n").IsEmpty)
            _passages[^1] = new TextRange(_passages[^1].Start, place + 1);
        else
            _passages.Add(new TextRange(place, place + 1));
    }
}
