namespace PolicyAnalysis.Comparison;

/// <summary>The links of a document by where they stand, so that those of a provision are found without reading all.</summary>
internal sealed class LinkPlaces
{
    private readonly IReadOnlyList<DocumentLink> _links;
    private readonly string _text;

    public LinkPlaces(PolicyDocument document)
    {
        _links = document.Links;
        _text = document.Text;
        for (int i = 1; i < _links.Count; i++)
        {
            if (_links[i - 1].Range.Start <= _links[i].Range.Start)
                continue;
            _links = [.. _links.OrderBy(static link => link.Range.Start)];
            break;
        }
    }

    /// <summary>The words that a link stands on.</summary>
    public string Words(DocumentLink link) => link.Range.Of(_text);

    /// <summary>Whether any link begins in a range.</summary>
    public bool HasAny(TextRange range)
    {
        int at = First(range.Start);
        return at < _links.Count && _links[at].Range.Start <= range.End;
    }

    /// <summary>The links wholly inside a range, in the order of the text.</summary>
    public IEnumerable<DocumentLink> Within(TextRange range)
    {
        for (int at = First(range.Start); at < _links.Count && _links[at].Range.Start <= range.End; at++)
        {
            if (range.Contains(_links[at].Range))
                yield return _links[at];
        }
    }

    private int First(int start)
    {
        (int low, int high) = (0, _links.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _links[middle].Range.Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
