using System.Globalization;
using System.Text;

namespace PolicyAnalysis.Comparison.Text.Rendering;

/// <summary>Writes a script as a unified patch that <c>git apply</c> and <c>patch</c> read.</summary>
internal static class UnifiedPatch
{
    public static string Write(TextEditScript script, ReadOnlySpan<char> before, ReadOnlySpan<char> after, UnifiedPatchOptions options)
    {
        LineIndex old = new(before), now = new(after);
        List<LineChange> changes = LineChanges.Of(script, before, after, old, now);
        if (changes.Count == 0) return string.Empty;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"--- {options.BeforeName}\n+++ {options.AfterName}\n");
        for (int first = 0; first < changes.Count;)
        {
            int last = first;
            while (last + 1 < changes.Count && changes[last + 1].BeforeLine - changes[last].BeforeEnd <= 2 * options.ContextLines) last++;
            Hunk(text, changes, first, last, before, old, after, now, options.ContextLines);
            first = last + 1;
        }

        return text.ToString();
    }

    private static void Hunk(StringBuilder text, List<LineChange> changes, int first, int last, ReadOnlySpan<char> before, LineIndex old, ReadOnlySpan<char> after, LineIndex now, int context)
    {
        int lead = Math.Min(context, changes[first].BeforeLine), tail = Math.Min(context, old.Count - changes[last].BeforeEnd);
        (int oldStart, int oldEnd) = (changes[first].BeforeLine - lead, changes[last].BeforeEnd + tail);
        (int newStart, int newEnd) = (changes[first].AfterLine - lead, changes[last].AfterEnd + tail);
        text.Append(CultureInfo.InvariantCulture, $"@@ -{Span(oldStart, oldEnd)} +{Span(newStart, newEnd)} @@\n");
        int at = oldStart;
        for (int i = first; i <= last; i++)
        {
            for (; at < changes[i].BeforeLine; at++) Line(text, ' ', old[at].Of(before));
            for (; at < changes[i].BeforeEnd; at++) Line(text, '-', old[at].Of(before));
            for (int line = changes[i].AfterLine; line < changes[i].AfterEnd; line++) Line(text, '+', now[line].Of(after));
        }

        for (; at < oldEnd; at++) Line(text, ' ', old[at].Of(before));
    }

    // An empty span names the line before it, as diff does.
    private static string Span(int start, int end)
        => string.Create(CultureInfo.InvariantCulture, $"{(end == start ? start : start + 1)},{end - start}");

    private static void Line(StringBuilder text, char sign, ReadOnlySpan<char> line)
    {
        text.Append(sign).Append(line);
        if (line.IsEmpty || line[^1] != '\n') text.Append("\n\\ No newline at end of file\n");
    }
}
