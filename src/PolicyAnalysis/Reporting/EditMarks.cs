namespace PolicyAnalysis.Reporting;

/// <summary>Which parts of a quote the edits touch.</summary>
internal static class EditMarks
{
    /// <summary>The edited parts of a side, in the side's own text, in order, without overlap.</summary>
    public static IEnumerable<TextRange> Of(ChangeSide side, IReadOnlyList<TextEdit> edits, bool isBefore)
    {
        int done = 0;
        foreach (TextEdit edit in edits.Where(edit => edit.Operation != EditOperation.Equal).OrderBy(edit => isBefore ? edit.Before : edit.After))
        {
            TextRange range = isBefore ? edit.Before : edit.After;
            int start = Math.Max(done, Math.Max(range.Start, side.Range.Start) - side.Range.Start);
            int end = Math.Min(range.End, side.Range.End) - side.Range.Start;
            if (end <= start)
                continue;

            // Half a character cannot be shown, so a mark takes the whole of it.
            if (start > done && char.IsLowSurrogate(side.Text[start]) && char.IsHighSurrogate(side.Text[start - 1]))
                start--;
            if (end < side.Text.Length && char.IsLowSurrogate(side.Text[end]) && char.IsHighSurrogate(side.Text[end - 1]))
                end++;

            yield return new TextRange(start, end);
            done = end;
        }
    }
}
