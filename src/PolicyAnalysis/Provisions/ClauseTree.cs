namespace PolicyAnalysis.Provisions;

/// <summary>Tells what each provision stands under: the innermost heading, and for an item the item or sentence that introduces its list.</summary>
internal sealed class ClauseTree
{
    private readonly List<(int Level, int Ordinal)> _headings = [];
    private readonly Dictionary<int, int> _ordinalsByStart = [];
    private readonly Stack<(int Depth, int Ordinal)> _clauses = new();

    public int? ParentOf(DocumentBlock block, string? number, TextRange? leadIn, int ordinal)
    {
        _ordinalsByStart[block.Range.Start] = ordinal;
        if (block.Kind == DocumentBlockKind.Heading)
        {
            while (_headings.Count > 0 && _headings[^1].Level >= block.Level)
                _headings.RemoveAt(_headings.Count - 1);
            int? above = _headings.Count > 0 ? _headings[^1].Ordinal : null;
            _headings.Add((block.Level, ordinal));
            _clauses.Clear();
            return above;
        }

        if (leadIn is { } range && _ordinalsByStart.TryGetValue(range.Start, out int introducing) && introducing != ordinal)
            return introducing;
        return UnderClause(number, ordinal) ?? (_headings.Count > 0 ? _headings[^1].Ordinal : null);
    }

    /// <summary>A printed number puts a paragraph under the one whose number it goes on: 2.1 under 2, (a) under 2.1.</summary>
    private int? UnderClause(string? number, int ordinal)
    {
        if (number is null)
            return null;
        int depth = 1 + number.AsSpan().Count('.') + number.AsSpan().Count('(');
        while (_clauses.TryPeek(out (int Depth, int Ordinal) open) && open.Depth >= depth)
            _clauses.Pop();
        int? parent = _clauses.TryPeek(out (int Depth, int Ordinal) above) ? above.Ordinal : null;
        _clauses.Push((depth, ordinal));
        return parent;
    }
}
