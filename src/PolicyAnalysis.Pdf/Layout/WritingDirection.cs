namespace PolicyAnalysis.Pdf.Layout;

/// <summary>Puts what runs against its line in the order it is read: numbers and names in a line from the right, a quotation from the right in a line from the left.</summary>
internal static class WritingDirection
{
    /// <summary>Whether a letter belongs to a script that is written from the right.</summary>
    public static bool IsFromTheRight(char character) =>
        character is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    /// <summary>Reverses each run of glyphs that is read against the line; the glyphs stand as they are seen, from the line's beginning.</summary>
    public static void Order(List<Glyph> row, bool isFromTheRight)
    {
        int start = 0;
        while (start < row.Count)
        {
            if (!RunsAgainst(row[start], isFromTheRight))
            {
                start++;
                continue;
            }

            int end = start + 1;
            for (int index = end; index < row.Count && !RunsAlong(row[index], isFromTheRight); index++)
            {
                if (RunsAgainst(row[index], isFromTheRight))
                    end = index + 1;
            }

            row.Reverse(start, end - start);
            start = end;
        }
    }

    private static bool RunsAgainst(Glyph glyph, bool isFromTheRight) => isFromTheRight ? IsFromTheLeft(glyph.Value[0]) || char.IsDigit(glyph.Value[0]) : IsFromTheRight(glyph.Value[0]);

    private static bool RunsAlong(Glyph glyph, bool isFromTheRight) => isFromTheRight ? IsFromTheRight(glyph.Value[0]) : IsFromTheLeft(glyph.Value[0]) || char.IsDigit(glyph.Value[0]);

    private static bool IsFromTheLeft(char character) => char.IsLetter(character) && !IsFromTheRight(character);
}
