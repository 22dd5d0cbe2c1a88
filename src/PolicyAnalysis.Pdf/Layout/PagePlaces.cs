using System.Text;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>The text that positions count in, one line a page, with the link of each of its characters.</summary>
internal sealed class PagePlaces
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _links = [];
    private int _page = 1;

    public string Text => _text.ToString();

    /// <summary>The number of the link at an offset, -1 for none.</summary>
    public int LinkAt(int offset) => _links[offset];

    /// <summary>Writes a line of a page behind those before it.</summary>
    /// <returns>The offset where it begins.</returns>
    public int Add(string line, int[] links, int page)
    {
        if (page > _page)
            Append(new string('\n', page - _page), []);
        else if (_text.Length > 0)
            Append(" ", []);
        _page = Math.Max(page, _page);
        int start = _text.Length;
        Append(line, links);
        return start;
    }

    private void Append(string text, int[] links)
    {
        _text.Append(text);
        for (int index = 0; index < text.Length; index++)
            _links.Add(index < links.Length ? links[index] : -1);
    }
}
