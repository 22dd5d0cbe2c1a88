namespace PolicyAnalysis.Comparison.Text.Rendering;

/// <summary>Where the lines of a text begin. A line holds its line end; text after the last line end is a line too.</summary>
internal sealed class LineIndex
{
    private readonly List<int> _starts = [];
    private readonly int _length;

    public LineIndex(ReadOnlySpan<char> text)
    {
        _length = text.Length;
        for (int start = 0; start < text.Length; start = TextPieces.LineEnd(text, start)) _starts.Add(start);
    }

    public int Count => _starts.Count;

    public TextRange this[int line] => new(_starts[line], line + 1 < Count ? _starts[line + 1] : _length);

    /// <summary>The line that begins at or holds <paramref name="offset"/>; <see cref="Count"/> for the end of the text.</summary>
    public int LineOf(int offset)
    {
        if (offset >= _length) return Count;
        int found = _starts.BinarySearch(offset);
        return found < 0 ? ~found - 1 : found;
    }
}
