using System.Text.RegularExpressions;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>Finds footnotes: small lines at the foot of a column that begin with a mark.</summary>
internal static partial class FootnoteLines
{
    /// <summary>Notes are set at most this share of the body's size.</summary>
    private const double SizeOfNote = 0.92;

    public static List<TextLine> Mark(List<TextLine> lines, Typography typography)
    {
        var marked = new List<TextLine>(lines);
        HashSet<int> pagesWithText = [.. lines.Where(line => line.Size > SizeOfNote * typography.BodySize).Select(line => line.Page)];
        int end = lines.Count;
        while (end > 0)
        {
            int start = end - 1;
            while (start > 0 && lines[start - 1].Column == lines[end - 1].Column)
                start--;
            MarkColumn(marked, start, end, typography, pagesWithText);
            end = start;
        }

        return marked;
    }

    /// <summary>Whether a line begins a note.</summary>
    public static bool Begins(string line) => NoteMark().IsMatch(line);

    private static void MarkColumn(List<TextLine> lines, int start, int end, Typography typography, HashSet<int> pagesWithText)
    {
        int first = end;
        while (first > start && lines[first - 1].Table is null && lines[first - 1].Size <= SizeOfNote * typography.BodySize)
            first--;
        while (first < end && !Begins(lines[first].Text))
            first++;
        // A page that is small from top to bottom is no note.
        if (first == start && !pagesWithText.Contains(lines[start].Page))
            return;
        for (int index = first; index < end; index++)
            lines[index] = lines[index] with { IsNote = true };
    }

    [GeneratedRegex(@"^(?:\d{1,3}|\*{1,4}|†|‡|\[\d{1,3}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})[.)]?\s?\S", RegexOptions.NonBacktracking)]
    private static partial Regex NoteMark();
}
