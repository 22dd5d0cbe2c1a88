using System.Net;

namespace PolicyAnalysis.Documents;

/// <summary>The text of a Markdown block, or of a part that hard breaks make of it, with its links and anchors.</summary>
internal sealed class MarkdownLine
{
    private readonly List<DraftLink> _links = [];
    private string? _target;
    private int _linkStart;
    private bool _plainSeen;

    public PlacedText Text { get; } = new();

    public List<string> Anchors { get; } = [];

    public IReadOnlyList<DraftLink> Links => _links;

    public bool IsAllEmphasised => !_plainSeen && Text.Length > 0;

    /// <summary>Tells that text comes, and how it is set.</summary>
    public void See(bool isEmphasised, ReadOnlySpan<char> text)
    {
        if (!_plainSeen && !isEmphasised)
            _plainSeen = text.Trim() is not ("" or ":" or ".");
    }

    public void OpenLink(string target)
    {
        CloseLink();
        _target = target;
        _linkStart = Text.Length;
    }

    public void CloseLink()
    {
        if (_target is { } target)
            AddLink(_linkStart, target);
        _target = null;
    }

    public void AddLink(int start, string target)
    {
        int end = Text.Length;
        while (start < end && Text[start] == ' ')
            start++;
        while (end > start && Text[end - 1] == ' ')
            end--;
        if (end > start)
            _links.Add(new DraftLink(start, end, target));
    }

    /// <summary>Keeps the anchors of a tag and opens the link that it holds; its attributes begin at a position.</summary>
    public void ReadAnchors(string html, int position)
    {
        var attributes = new HtmlAttributes(html, position);
        while (attributes.MoveNext())
        {
            string value = WebUtility.HtmlDecode(attributes.Value.ToString());
            if (value.Length == 0)
                continue;
            if (HtmlTag.Is(attributes.Name, "id") || HtmlTag.Is(attributes.Name, "name"))
                Anchors.Add(value);
            else if (HtmlTag.Is(attributes.Name, "href"))
                OpenLink(value);
        }
    }

    /// <summary>Adds the text of another line behind a space.</summary>
    public void Add(MarkdownLine other)
    {
        if (Text.Length > 0 && other.Text.Length > 0)
            Text.Append(' ', other.Text.Offset(0));
        int offset = Text.Length;
        Text.Append(other.Text);
        _links.AddRange(other._links.Select(link => link with { Start = link.Start + offset, End = link.End + offset }));
        Anchors.AddRange(other.Anchors);
        _plainSeen |= other._plainSeen;
    }

    public void Finish()
    {
        CloseLink();
        Text.TrimEnd();
    }
}
