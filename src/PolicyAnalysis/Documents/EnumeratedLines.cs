namespace PolicyAnalysis.Documents;

/// <summary>
/// Tells lines of one paragraph that are items all the same: Markdown knows no lists that are marked with letters, roman numbers
/// or brackets, but their marks count on from line to line.
/// </summary>
internal static class EnumeratedLines
{
    private const int LongestMark = 8;

    /// <summary>Whether a line begins the next item after the text before it, or the first one behind a colon.</summary>
    public static bool GoOn(PlacedText before, ReadOnlySpan<char> line)
    {
        if (MarkOf(line) is not { } next)
            return false;
        int last = before.Length - 1;
        while (last >= 0 && before[last] == ' ')
            last--;
        if (last < 0)
            return false;
        if (before[last] == ':')
            return next.First().Value is 0 or 1;
        return MarkOf(before.Start(LongestMark + 2)) is { } mark && (next.IsBullet ? mark.Style == next.Style : next.Follows(mark));
    }

    /// <summary>A mark with a bracket, a dot or a sign of its own; a bare word is none.</summary>
    private static EnumerationMark? MarkOf(ReadOnlySpan<char> line)
    {
        int end = line.IndexOf(' ');
        if (end is <= 0 or > LongestMark || char.IsAsciiLetterOrDigit(line[end - 1]))
            return null;
        ReadOnlySpan<char> mark = line[..end];
        return mark.ContainsAny(Punctuation) || ListMark.Starts(line) ? EnumerationMark.Parse(mark) : null;
    }

    private const string Punctuation = ".)";
}
