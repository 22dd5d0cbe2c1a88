namespace PolicyAnalysis.Comparison.Text.Rendering;

/// <summary>Lines that gave way to others; the counts may be 0, not both.</summary>
internal readonly record struct LineChange(int BeforeLine, int BeforeEnd, int AfterLine, int AfterEnd);

/// <summary>The changes of a script of any level, widened to whole lines.</summary>
internal static class LineChanges
{
    public static List<LineChange> Of(TextEditScript script, ReadOnlySpan<char> before, ReadOnlySpan<char> after, LineIndex beforeLines, LineIndex afterLines)
    {
        var changes = new ChangeList();
        foreach (TextEdit edit in script.AsSpan())
        {
            if (edit.Operation != EditOperation.Equal) changes.Add(new Change(edit.Before.Start, edit.Before.End, edit.After.Start, edit.After.End));
        }

        changes.Widen(new TextPair(before, after), static (left, _) => left == '\n');
        var lines = new List<LineChange>();
        foreach (Change change in changes.Changes)
        {
            lines.Add(new LineChange(
                beforeLines.LineOf(change.BeforeStart), beforeLines.LineOf(change.BeforeEnd), afterLines.LineOf(change.AfterStart), afterLines.LineOf(change.AfterEnd)));
        }

        return lines;
    }
}
