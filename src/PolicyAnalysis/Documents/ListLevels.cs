namespace PolicyAnalysis.Documents;

/// <summary>Tells how deep an item is nested where only its mark and its indentation say so, as in plain text and PDF.</summary>
/// <param name="tolerance">How far items of one list may be set apart, in the unit of the indentation.</param>
internal sealed class ListLevels(double tolerance)
{
    private const int Deepest = 30;

    private readonly List<OpenList> _open = [];
    private int _lists;

    /// <summary>Makes a block the item that its mark begins.</summary>
    /// <returns>How many characters of its text were the mark and what stands behind it.</returns>
    public int Begin(DraftBlock block, int mark, double indent)
    {
        string text = block.Text;
        int skipped = text.Length - text.AsSpan(mark).TrimStart().Length;
        (block.Kind, block.Text, block.Marker) = (DocumentBlockKind.ListItem, text[skipped..], text[..mark]);
        Enter(block.Marker, indent);
        (block.Level, block.ListIndex) = Innermost;
        return skipped;
    }

    /// <summary>Makes a block without a mark part of the open item where it is set as deep; where it is not, the lists end before it.</summary>
    public void GoOn(DraftBlock block, double indent)
    {
        if (_open.Count == 0 || indent <= _open[^1].Indent + (tolerance / 2))
        {
            Close();
            return;
        }

        block.Kind = DocumentBlockKind.ListItem;
        (block.Level, block.ListIndex) = Innermost;
    }

    /// <summary>Ends every open list.</summary>
    public void Close() => _open.Clear();

    /// <summary>The depth, from 1, and the number of the list that holds the innermost open item.</summary>
    private (int Level, int ListIndex) Innermost => (_open.Count, _open[^1].Index);

    private void Enter(string marker, double indent)
    {
        EnumerationMark mark = EnumerationMark.Parse(marker) ?? new EnumerationMark(marker, [new EnumerationReading(EnumerationKind.Bullet, 0)]);
        int level = LevelOf(mark, indent);
        if (level < 0)
        {
            while (_open.Count > 0 && _open[^1].Indent > indent + tolerance)
                _open.RemoveAt(_open.Count - 1);

            // At the same indentation another kind of mark is a list inside only where it begins to count; a new bullet replaces the old list.
            if (_open.Count > 0 && Math.Abs(_open[^1].Indent - indent) <= tolerance && !(mark.First().Value == 1 && _open[^1].Last.Kind != EnumerationKind.Bullet))
                _open.RemoveAt(_open.Count - 1);
            if (_open.Count == Deepest)
                _open.RemoveAt(_open.Count - 1);
            _open.Add(new OpenList(indent, mark.Style, _lists++, mark.First()));
            return;
        }

        _open.RemoveRange(level + 1, _open.Count - level - 1);
        _open[level] = _open[level] with { Last = mark.After(_open[level].Last) ?? mark.First() };
    }

    /// <summary>The open list that an item goes on with, -1 for none: first the one whose count it continues.</summary>
    private int LevelOf(EnumerationMark mark, double indent)
    {
        for (int level = _open.Count - 1; level >= 0; level--)
        {
            if (_open[level].Style == mark.Style && mark.After(_open[level].Last) is not null)
                return level;
        }

        for (int level = _open.Count - 1; level >= 0; level--)
        {
            if (_open[level].Style == mark.Style && Math.Abs(_open[level].Indent - indent) <= tolerance && (mark.IsBullet || mark.First().Value != 1))
                return level;
        }

        return -1;
    }

    private readonly record struct OpenList(double Indent, string Style, int Index, EnumerationReading Last);
}
