namespace PolicyAnalysis.Pdf.Layout;

/// <summary>The body's font and the usual step from line to line.</summary>
internal sealed record Typography(double BodySize, bool BodyIsBold, double LineStep)
{
    /// <summary>A line at least this much larger than the body's text is set as a heading.</summary>
    private const double LargerThanBody = 1.12;

    public static Typography Of(List<TextLine> all)
    {
        List<TextLine> lines = all.FindAll(line => line.Table is null);
        if (lines.Count == 0)
            return new Typography(10, false, 12);
        (double Size, bool IsBold) body = lines
            .GroupBy(line => (line.Size, line.IsBold))
            .OrderByDescending(group => group.Sum(line => line.Text.Length))
            .ThenBy(group => group.Key.Size)
            .ThenBy(group => group.Key.IsBold)
            .First().Key;
        // Half points, so that rounding does not make two steps of one; the most frequent is the one within paragraphs.
        double? step = lines.Zip(lines.Skip(1))
            .Where(pair => pair.First.Column == pair.Second.Column && pair.First.Size.Equals(body.Size) && pair.Second.Size.Equals(body.Size))
            .Select(pair => Math.Round((pair.First.Baseline - pair.Second.Baseline) * 2) / 2)
            .Where(distance => distance > 0.5 * body.Size && distance < 2.5 * body.Size)
            .GroupBy(distance => distance)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key)
            .Select(group => (double?)group.Key)
            .FirstOrDefault();
        return new Typography(body.Size, body.IsBold, step ?? (1.25 * body.Size));
    }

    public bool IsSetAsHeading(TextLine line) =>
        line.Table is null && !line.IsNote && (line.Size >= LargerThanBody * BodySize || (line.IsBold && !BodyIsBold && line.Size >= 0.95 * BodySize));
}
