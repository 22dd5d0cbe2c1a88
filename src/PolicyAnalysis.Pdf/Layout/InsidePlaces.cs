using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>Gives the blocks that links of the file lead to the fragments that name their places.</summary>
internal sealed class InsidePlaces
{
    /// <summary>How many points a place may lie below the top of what it means.</summary>
    private const double Tolerance = 4;

    private readonly (string Fragment, int Page, double Top)[] _places;
    private int _next;

    public InsidePlaces(LinkTargets links) =>
        _places =
        [
            .. links.Places.Select(place => (Fragment: place.Key, place.Value.Page, Top: place.Value.Top ?? double.MaxValue))
                .OrderBy(place => place.Page)
                .ThenByDescending(place => place.Top)
                .ThenBy(place => place.Fragment, StringComparer.Ordinal),
        ];

    /// <summary>Tells a block that was written, in reading order; it is the place of all that lie above its foot and were not passed yet.</summary>
    public void Passed(DraftBlock block, int page, double top)
    {
        int first = _next;

        while (_next < _places.Length && (_places[_next].Page < page || (_places[_next].Page == page && top <= _places[_next].Top + Tolerance)))
            _next++;
        if (_next == first)
            return;
        block.Anchor = _places[first].Fragment;
        block.OtherAnchors = [.. _places[(first + 1).._next].Select(static place => place.Fragment)];
    }
}
