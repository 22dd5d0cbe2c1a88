using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>Gives the blocks that links of the file lead to the fragments that name their places.</summary>
internal sealed class InsidePlaces
{
    private readonly List<(string Fragment, int Page, double Top)> _open;

    public InsidePlaces(LinkTargets links) =>
        _open = [.. links.Places.Select(place => (place.Key, place.Value.Page, place.Value.Top ?? double.MaxValue)).OrderBy(place => place.Page).ThenByDescending(place => place.Item3).ThenBy(place => place.Key, StringComparer.Ordinal)];

    /// <summary>Tells a block that was written; it is the place of all that lie above its foot and were not passed yet.</summary>
    public void Passed(DraftBlock block, int page, double top)
    {
        List<string> found = [];
        _open.RemoveAll(place =>
        {
            // Viewers scroll a little above the line that a place means.
            bool isHere = place.Page < page || (place.Page == page && top <= place.Top + (top * 0.002) + 2);
            if (isHere)
                found.Add(place.Fragment);
            return isHere;
        });
        if (found.Count == 0)
            return;
        block.Anchor = found[0];
        block.OtherAnchors = [.. found.Skip(1)];
    }
}
