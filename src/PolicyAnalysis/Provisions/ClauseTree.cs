using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Provisions;

/// <summary>A block's place among the clauses.</summary>
/// <param name="Number">The number that a reader would cite, with those it stands under: <c>4.2(b)</c>; nothing where it has none.</param>
/// <param name="Parent">The ordinal of what it stands under; nothing at the top.</param>
internal readonly record struct ClausePlace(string? Number, int? Parent);

/// <summary>
/// Tells what each provision stands under: the innermost heading, the clause whose part it is, and for an item the item or
/// sentence that introduces its list. A mark goes on with the last one of its kind, whatever stands between; one that counts
/// from the beginning is a part of what is open, or begins its list anew.
/// </summary>
internal sealed class ClauseTree(ClauseMarks marks)
{
    private readonly List<(int Level, int Ordinal, string? Number)> _headings = [];
    private readonly Dictionary<int, int> _ordinalsByStart = [];
    private readonly List<OpenClause> _open = [];
    private readonly List<(int Level, int Ordinal)> _items = [];
    private bool _isInterrupted;
    private int _list = -1;
    private (int ListIndex, int Level, int Ordinal) _item = (-1, 0, -1);

    public ClausePlace Place(DocumentBlock block, int index, TextRange? leadIn, int ordinal)
    {
        _ordinalsByStart[block.Range.Start] = ordinal;
        ClauseMark? mark = marks[index];
        if (block.Kind == DocumentBlockKind.Heading)
            return PlaceHeading(block, mark, ordinal);
        bool isItem = block.Kind == DocumentBlockKind.ListItem;
        if (!isItem)
            _items.Clear();
        if (isItem && block.Marker is null && _item.ListIndex == block.ListIndex && _item.Level == block.Level)
            return new ClausePlace(null, _item.Ordinal);
        if (isItem)
        {
            CloseItems(block.Level);
            _item = (block.ListIndex, block.Level, ordinal);
        }

        // A list behind a plain paragraph is no part of the lettered clause before that.
        if (isItem && mark is not null && block.ListIndex != _list && _isInterrupted)
            _open.RemoveAll(static clause => clause.Level == 0 && clause.Style.Length > 0);
        if (isItem)
            _list = block.ListIndex;
        _isInterrupted = mark is null && !isItem;
        int? introducing = leadIn is { } range && _ordinalsByStart.TryGetValue(range.Start, out int before) && before != ordinal ? before : null;
        int? above = (isItem ? ItemAbove(block.Level, ordinal) : null) ?? HeadingAbove;
        if (mark is null)
            return new ClausePlace(null, introducing ?? above);
        (string number, int? clause) = Enter(mark, index, isItem ? block.Level : 0, ordinal);
        return new ClausePlace(number, introducing ?? clause ?? above);
    }

    private int? HeadingAbove => _headings.Count > 0 ? _headings[^1].Ordinal : null;

    /// <summary>The item that a nested one hangs on, which becomes the last one of its depth.</summary>
    private int? ItemAbove(int level, int ordinal)
    {
        while (_items.Count > 0 && _items[^1].Level >= level)
            _items.RemoveAt(_items.Count - 1);
        int? above = level > 1 && _items.Count > 0 ? _items[^1].Ordinal : null;
        _items.Add((level, ordinal));
        return above;
    }

    private string? Section => _headings.Count > 0 ? _headings[^1].Number : null;

    private ClausePlace PlaceHeading(DocumentBlock block, ClauseMark? mark, int ordinal)
    {
        while (_headings.Count > 0 && _headings[^1].Level >= block.Level)
            _headings.RemoveAt(_headings.Count - 1);
        _open.Clear();
        _items.Clear();
        _item = (-1, 0, -1);
        int? above = HeadingAbove;
        string? number = mark is null ? null : mark.Text.StartsWith('(') && Section is { } section ? Join(section, mark.Text) : mark.Text;
        _headings.Add((block.Level, ordinal, number));
        return new ClausePlace(number, above);
    }

    /// <summary>Ends the items at a depth and below; paragraphs that stand inside items end with them.</summary>
    private void CloseItems(int level)
    {
        int first = _open.FindIndex(clause => clause.Level >= level);
        if (first >= 0)
            _open.RemoveRange(first, _open.Count - first);
    }

    private (string Number, int? Parent) Enter(ClauseMark mark, int index, int level, int ordinal)
    {
        if (mark.Kind == ClauseMarkKind.Whole)
            return EnterWhole(mark, level, ordinal);
        EnumerationReading reading = marks.ReadingOf(index);
        string style = mark.Enumeration!.Style;
        if (level == 0)
            CloseUpTo(mark, style, reading);
        OpenClause? above = _open.Count > 0 ? _open[^1] : null;
        bool standsAlone = level == 0 && mark.IsNumber && above is null;
        string number = standsAlone ? mark.Text : Join(above?.Number ?? Section, mark.Text);
        _open.Add(new OpenClause(style, reading, number, ordinal, level));
        return (number, above?.Ordinal);
    }

    /// <summary>Leaves open what a mark is a part of.</summary>
    private void CloseUpTo(ClauseMark mark, string style, EnumerationReading reading)
    {
        int same = _open.FindLastIndex(clause => clause.Style == style && (clause.Reading.Kind == reading.Kind || mark.Enumeration!.After(clause.Reading) == reading));
        if (same >= 0)
            _open.RemoveRange(same, _open.Count - same);
        else if (reading.Value != 1 && mark.IsNumber)
            _open.Clear();
        else
            _open.RemoveAll(static clause => clause.Level > 0);
    }

    /// <summary>A whole number stands under the clause whose number it goes on: 2.1 under 2.</summary>
    private (string Number, int? Parent) EnterWhole(ClauseMark mark, int level, int ordinal)
    {
        if (level == 0)
        {
            while (_open.Count > 0 && !GoesOn(mark.Bare, _open[^1].Number))
                _open.RemoveAt(_open.Count - 1);
        }

        int? parent = _open.Count > 0 ? _open[^1].Ordinal : null;
        if (parent is null)
        {
            int heading = _headings.FindLastIndex(above => above.Number is { } number && GoesOn(mark.Bare, number));
            parent = heading >= 0 ? _headings[heading].Ordinal : null;
        }

        _open.Add(new OpenClause(string.Empty, default, mark.Text, ordinal, level));
        return (mark.Text, parent);
    }

    private static bool GoesOn(string number, string above)
    {
        ReadOnlySpan<char> bare = above.AsSpan(above.LastIndexOf(' ') + 1).TrimStart('§');
        return number.Length > bare.Length && number.AsSpan().StartsWith(bare, StringComparison.OrdinalIgnoreCase) && number[bare.Length] is '.' or '(';
    }

    private static string Join(string? section, string number)
    {
        if (section is null)
            return number;
        return number.StartsWith('(') ? section + number : $"{section}({number})";
    }

    private sealed record OpenClause(string Style, EnumerationReading Reading, string Number, int Ordinal, int Level);
}
