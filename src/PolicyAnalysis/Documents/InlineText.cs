using PolicyAnalysis.Documents.TextFragments;

namespace PolicyAnalysis.Documents;

/// <summary>The text of one block while it is gathered, with its links and whether all of it is emphasised.</summary>
internal sealed class InlineText
{
    private char[] _text = new char[512];
    private int _length;
    private readonly List<DraftLink> _links = [];
    private readonly List<TextRun> _runs = [];
    private int _openLink = -1;
    private int _linkStart;
    private string _target = string.Empty;
    private bool _plainSeen;

    /// <summary>The element that says what the block is; set by its first visible text.</summary>
    public int? Owner { get; set; }

    public bool IsEmpty => !_text.AsSpan(0, _length).ContainsAnyExcept(' ', '\t');

    public bool IsAllEmphasised => !_plainSeen;

    /// <summary>Says that what is appended from here on is the text of a node of a page.</summary>
    public void BeginNode(int node) => _runs.Add(new TextRun(_length, node));

    public void Append(string data, bool emphasised)
    {
        if (!emphasised && !_plainSeen && data.AsSpan().Trim() is { IsEmpty: false } words && words is not (":" or "."))
            _plainSeen = true;
        AppendFolded(data);
    }

    public void AppendSpace() => AppendFolded(" ");

    public void OpenLink(string target, int node)
    {
        if (_openLink >= 0)
            return;
        _openLink = node;
        _linkStart = _length;
        _target = target;
    }

    public void CloseLink(int node)
    {
        if (_openLink != node)
            return;
        AddLink();
        _openLink = -1;
    }

    /// <summary>The block's text trimmed, its links moved along.</summary>
    public DraftBlock Finish()
    {
        if (_openLink >= 0)
            AddLink();
        int start = 0;
        while (start < _length && _text[start] == ' ')
            start++;
        int end = _length;
        while (end > start && _text[end - 1] == ' ')
            end--;
        var links = new List<DraftLink>(_links.Count);
        foreach (DraftLink link in _links)
        {
            int from = Math.Clamp(link.Start - start, 0, end - start);
            int to = Math.Clamp(link.End - start, 0, end - start);
            if (to > from)
                links.Add(link with { Start = from, End = to });
        }

        var runs = new TextRun[_runs.Count];
        for (int index = 0; index < runs.Length; index++)
            runs[index] = _runs[index] with { Start = Math.Clamp(_runs[index].Start - start, 0, end - start) };
        return new DraftBlock { Kind = DocumentBlockKind.Paragraph, Text = new string(_text, start, end - start), Links = links, Runs = runs };
    }

    public void Clear()
    {
        _length = 0;
        _links.Clear();
        _runs.Clear();
        _plainSeen = false;
        _linkStart = 0;
        Owner = null;
    }

    private void AppendFolded(ReadOnlySpan<char> data)
    {
        if (_text.Length - _length < data.Length)
            Array.Resize(ref _text, Math.Max(2 * _text.Length, _length + data.Length));
        _length += WhiteSpace.Fold(data, _text.AsSpan(_length), _length == 0 ? ' ' : _text[_length - 1]);
    }

    private void AddLink()
    {
        int start = _linkStart;
        while (start < _length && _text[start] == ' ')
            start++;
        int end = _length;
        while (end > start && _text[end - 1] == ' ')
            end--;
        if (end > start)
            _links.Add(new DraftLink(start, end, _target));
    }
}
