using System.Text;
using PolicyAnalysis.Documents;
using UglyToad.PdfPig.Content;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>Joins the letters of a page into fragments: same baseline, no gap as wide as a gutter.</summary>
internal static class FragmentBuilder
{
    /// <summary>A gap over this share of the font's size parts two words.</summary>
    private const double WordGap = 0.17;

    /// <summary>A gap over this share of the font's size may be the gutter between columns.</summary>
    private const double GutterGap = 0.9;

    /// <summary>How far a baseline may be off, as a share of the font's size, and still be the same row.</summary>
    private const double RowTolerance = 0.35;

    public static IReadOnlyList<TextFragment> Build(IReadOnlyList<Letter> letters, out int rotated)
    {
        rotated = 0;
        var glyphs = new List<Glyph>(letters.Count);
        foreach (Letter letter in letters)
        {
            if (string.IsNullOrEmpty(letter.Value) || letter.Value.AsSpan().ContainsAny('\0', '\uFFFD'))
                continue;
            if (letter.TextOrientation != TextOrientation.Horizontal)
            {
                rotated++;
                continue;
            }

            double left = letter.StartBaseLine.X;
            double right = Math.Max(left, letter.EndBaseLine.X);
            double size = letter.PointSize > 0 ? letter.PointSize : letter.FontSize;
            if (!double.IsFinite(left) || !double.IsFinite(right) || !double.IsFinite(letter.StartBaseLine.Y) || !double.IsFinite(size) || Math.Abs(left) > 1e6 || right > 1e6 || Math.Abs(letter.StartBaseLine.Y) > 1e6)
                continue;
            glyphs.Add(new Glyph(letter.Value, left, right, letter.StartBaseLine.Y, Math.Clamp(size, 1, 1000), IsBold(letter)));
        }

        // Stable, so letters in one place keep the order of the file.
        List<Glyph> sorted = [.. glyphs.OrderByDescending(glyph => glyph.Baseline)];
        var fragments = new List<TextFragment>();
        int start = 0;
        while (start < sorted.Count)
        {
            int end = start + 1;
            while (end < sorted.Count && sorted[start].Baseline - sorted[end].Baseline <= RowTolerance * Math.Min(sorted[start].Size, sorted[end].Size))
                end++;
            Split(sorted.GetRange(start, end - start).OrderBy(glyph => glyph.Left), fragments);
            start = end;
        }

        return fragments;
    }

    private static void Split(IEnumerable<Glyph> row, List<TextFragment> fragments)
    {
        List<Glyph> run = [];
        var text = new StringBuilder();
        bool space = false;
        foreach (Glyph glyph in row)
        {
            if (string.IsNullOrWhiteSpace(glyph.Value))
            {
                space = true;
                continue;
            }

            if (run.Count > 0)
            {
                Glyph last = run[^1];
                double size = Math.Max(last.Size, glyph.Size);
                // The same letter twice in one place is how some writers draw bold.
                if (last.Value == glyph.Value && glyph.Left - last.Left < 0.1 * size)
                    continue;
                double gap = glyph.Left - last.Right;
                if (gap > GutterGap * size)
                    Flush();
                else if (space || gap > WordGap * size)
                    text.Append(' ');
            }

            space = false;
            text.Append(glyph.Value);
            run.Add(glyph);
        }

        Flush();

        void Flush()
        {
            string folded = WhiteSpace.Fold(text.ToString().Normalize(NormalizationForm.FormC));
            if (folded.Length > 0)
            {
                double size = run.GroupBy(glyph => Math.Round(glyph.Size * 2) / 2).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;
                bool bold = run.Count(glyph => glyph.IsBold) >= 0.9 * run.Count;
                fragments.Add(new TextFragment(folded, run[0].Left, run.Max(glyph => glyph.Right), run.MaxBy(glyph => glyph.Size).Baseline, size, bold));
            }

            text.Clear();
            run.Clear();
        }
    }

    private static bool IsBold(Letter letter)
    {
        if (letter.FontDetails is { IsBold: true })
            return true;
        string name = letter.FontName ?? string.Empty;
        return name.Contains("bold", StringComparison.OrdinalIgnoreCase) || name.Contains("black", StringComparison.OrdinalIgnoreCase) || name.Contains("heavy", StringComparison.OrdinalIgnoreCase);
    }

    private readonly record struct Glyph(string Value, double Left, double Right, double Baseline, double Size, bool IsBold);
}
