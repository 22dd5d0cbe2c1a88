namespace PolicyAnalysis.Comparison.Text.Rendering;

/// <summary>Lays a script out in rows of lines.</summary>
internal static class SideBySideRows
{
    public static List<SideBySideRow> Of(TextEditScript script, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        LineIndex old = new(before), now = new(after);
        var rows = new List<SideBySideRow>();
        int at = 0, place = 0, removed = 0, added = 0;
        foreach (LineChange change in LineChanges.Of(script, before, after, old, now))
        {
            for (; at < change.BeforeLine; at++, place++) rows.Add(Row(old, at, now, place, true, [], []));
            while (at < change.BeforeEnd || place < change.AfterEnd)
            {
                int left = at < change.BeforeEnd ? at++ : -1, right = place < change.AfterEnd ? place++ : -1;
                IReadOnlyList<TextRange> gone = left < 0 ? [] : Parts(script, old[left], isAfter: false, ref removed);
                IReadOnlyList<TextRange> come = right < 0 ? [] : Parts(script, now[right], isAfter: true, ref added);
                rows.Add(Row(old, left, now, right, false, gone, come));
            }
        }

        for (; at < old.Count; at++, place++) rows.Add(Row(old, at, now, place, true, [], []));
        return rows;
    }

    private static SideBySideRow Row(LineIndex old, int left, LineIndex now, int right, bool isEqual, IReadOnlyList<TextRange> removed, IReadOnlyList<TextRange> added) => new()
    {
        BeforeLine = left < 0 ? null : left + 1,
        Before = left < 0 ? default : old[left],
        AfterLine = right < 0 ? null : right + 1,
        After = right < 0 ? default : now[right],
        IsEqual = isEqual,
        Removed = removed,
        Added = added,
    };

    // Lines come in order, so each search goes on where the last one stopped.
    private static List<TextRange> Parts(TextEditScript script, TextRange line, bool isAfter, ref int from)
    {
        var parts = new List<TextRange>();
        ReadOnlySpan<TextEdit> edits = script.AsSpan();
        for (; from < edits.Length; from++)
        {
            TextRange range = isAfter ? edits[from].After : edits[from].Before;
            if (range.Start >= line.End) break;
            if (edits[from].Operation != EditOperation.Equal && range.Overlaps(line))
                parts.Add(new TextRange(Math.Max(range.Start, line.Start), Math.Min(range.End, line.End)));
            if (range.End > line.End) break;
        }

        return parts;
    }
}
