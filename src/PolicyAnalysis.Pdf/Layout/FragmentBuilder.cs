using System.Globalization;
using System.Text;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>Joins the letters of a page into fragments: same baseline, no gap as wide as a gutter, no ruled line between.</summary>
internal static class FragmentBuilder
{
    /// <summary>A gap over this share of the font's size parts two words.</summary>
    private const double WordGap = 0.17;

    /// <summary>A gap over this share of the font's size may be the gutter between columns.</summary>
    private const double GutterGap = 0.9;

    /// <summary>How far a baseline may be off, as a share of the font's size, and still be the same row.</summary>
    private const double RowTolerance = 0.35;

    /// <summary>Letters at most this share of a line's size that stand above or below it are raised marks of that line.</summary>
    private const double RaisedSize = 0.8;

    private const int MostMarks = 12;

    /// <summary>A line with more letters is no line of text.</summary>
    private const int LongestLine = 2_000;

    public static IReadOnlyList<TextFragment> Build(List<Glyph> glyphs, bool isFromTheRight, PageRules rules)
    {
        var fragments = new List<TextFragment>();
        foreach (List<Glyph> row in WithRaisedMarks(Rows(glyphs)))
            Split([.. row.OrderBy(glyph => glyph.Left)], isFromTheRight, rules, fragments);
        return fragments;
    }

    private static List<List<Glyph>> Rows(List<Glyph> glyphs)
    {
        // Stable, so letters in one place keep the order of the file.
        List<Glyph> sorted = [.. glyphs.OrderByDescending(glyph => glyph.Baseline)];
        var rows = new List<List<Glyph>>();
        int start = 0;
        while (start < sorted.Count)
        {
            int end = start + 1;
            while (end < sorted.Count && sorted[start].Baseline - sorted[end].Baseline <= RowTolerance * Math.Min(sorted[start].Size, sorted[end].Size))
                end++;
            rows.Add(sorted.GetRange(start, end - start));
            start = end;
        }

        return rows;
    }

    /// <summary>Puts rows that hold only raised or lowered marks, such as those of footnotes, into the line they belong to.</summary>
    private static List<List<Glyph>> WithRaisedMarks(List<List<Glyph>> rows)
    {
        var kept = new List<List<Glyph>>(rows.Count);
        for (int index = 0; index < rows.Count; index++)
        {
            if (index + 1 < rows.Count && IsMarkOf(rows[index], rows[index + 1], 0.6))
                rows[index + 1].AddRange(rows[index]);
            else if (kept.Count > 0 && IsMarkOf(rows[index], kept[^1], 0.35))
                kept[^1].AddRange(rows[index]);
            else
                kept.Add(rows[index]);
        }

        return kept;
    }

    private static bool IsMarkOf(List<Glyph> marks, List<Glyph> line, double furthest)
    {
        if (marks.Count > MostMarks || line.Count > LongestLine)
            return false;
        double size = line.Max(glyph => glyph.Size);
        double baseline = line.MaxBy(glyph => glyph.Size).Baseline;
        if (Math.Abs(marks[0].Baseline - baseline) > furthest * size)
            return false;
        foreach (Glyph mark in marks)
        {
            if (mark.Size > RaisedSize * size || !line.Exists(glyph => !glyph.IsSpace && mark.Left <= glyph.Right + (0.6 * size) && mark.Right >= glyph.Left - (0.6 * size)))
                return false;
        }

        return true;
    }

    private static void Split(List<Glyph> row, bool isFromTheRight, PageRules rules, List<TextFragment> fragments)
    {
        int start = 0;
        for (int index = 1; index <= row.Count; index++)
        {
            if (index == row.Count || IsApart(row, start, index, rules))
            {
                Add(row.GetRange(start, index - start), isFromTheRight, fragments);
                start = index;
            }
        }
    }

    private static bool IsApart(List<Glyph> row, int start, int index, PageRules rules)
    {
        // Spaces may fill the gutter; what counts is the distance to the last letter.
        Glyph next = row[index];
        if (next.IsSpace)
            return false;
        int last = index - 1;
        while (last >= start && row[last].IsSpace)
            last--;
        if (last < start)
            return false;
        double gap = next.Left - row[last].Right;
        double size = Math.Max(next.Size, row[last].Size);
        return gap > GutterGap * size || (gap > WordGap * size && rules.Parts(row[last].Right, next.Left, next.Baseline, next.Size));
    }

    private static void Add(List<Glyph> run, bool isFromTheRight, List<TextFragment> fragments)
    {
        // The same letter twice in one place is how some writers draw bold.
        for (int index = run.Count - 1; index > 0; index--)
        {
            if (run[index].Value == run[index - 1].Value && run[index].Left - run[index - 1].Left < 0.1 * run[index].Size)
                run.RemoveAt(index);
        }

        List<Glyph> letters = run.FindAll(glyph => !glyph.IsSpace);
        if (letters.Count == 0)
            return;
        double wordGap = WordGapOf(letters);
        List<Glyph> marked = [];
        for (int index = 0; index < run.Count; index++)
        {
            // A space between words, drawn or left free, becomes a glyph of its own before the order is mended.
            if (index > 0 && !run[index].IsSpace && !run[index - 1].IsSpace && run[index].Left - run[index - 1].Right > wordGap * Math.Max(run[index].Size, run[index - 1].Size))
                marked.Add(run[index] with { Value = " ", Link = run[index].Link == run[index - 1].Link ? run[index].Link : -1 });
            marked.Add(run[index]);
        }

        WritingDirection.Order(marked, isFromTheRight);
        (string text, int[] links) = Read(marked);
        if (text.Length == 0)
            return;
        double size = letters.GroupBy(glyph => Math.Round(glyph.Size * 2) / 2).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;
        bool bold = letters.Count(glyph => glyph.IsBold) >= 0.9 * letters.Count;
        fragments.Add(new TextFragment(text, letters[0].Left, letters.Max(glyph => glyph.Right), letters.MaxBy(glyph => glyph.Size).Baseline, size, bold) { Links = links });
    }

    /// <summary>Letters that are spaced out, as some headings are, need a wider gap to be two words.</summary>
    private static double WordGapOf(List<Glyph> letters)
    {
        if (letters.Count < 6)
            return WordGap;
        List<double> gaps = [.. letters.Zip(letters.Skip(1), (left, right) => (right.Left - left.Right) / Math.Max(left.Size, right.Size)).Order()];
        double usual = gaps[gaps.Count / 4];
        return usual > WordGap ? usual * 1.8 : WordGap;
    }

    private static (string Text, int[] Links) Read(List<Glyph> glyphs)
    {
        var text = new StringBuilder(glyphs.Count);
        var links = new List<int>(glyphs.Count);
        bool space = false;
        foreach (Glyph glyph in glyphs)
        {
            foreach (char character in glyph.Value)
            {
                if (char.IsWhiteSpace(character))
                {
                    space = text.Length > 0;
                    continue;
                }

                if (space)
                {
                    text.Append(' ');
                    links.Add(links[^1] == glyph.Link ? glyph.Link : -1);
                    space = false;
                }

                if (text.Length > 0 && CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark && string.Concat(text[^1], character).Normalize(NormalizationForm.FormC) is [var composed])
                {
                    text[^1] = composed;
                    continue;
                }

                text.Append(character);
                links.Add(glyph.Link);
            }
        }

        return (text.ToString(), links.Exists(static link => link >= 0) ? [.. links] : []);
    }
}
