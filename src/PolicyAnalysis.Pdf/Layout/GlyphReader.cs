using System.Text;
using PolicyAnalysis.Documents;
using UglyToad.PdfPig.Content;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>A letter in the page's frame.</summary>
internal readonly record struct Glyph(string Value, double Left, double Right, double Baseline, double Size, bool IsBold, int Link)
{
    public bool IsSpace => string.IsNullOrWhiteSpace(Value);
}

/// <summary>Reads a page's letters: turned ones left out, ligatures and the signs of symbol fonts written as text.</summary>
internal static class GlyphReader
{
    public static List<Glyph> Read(IReadOnlyList<Letter> letters, PageFrame frame, TextOrientation orientation, PageLinks links, out int turned)
    {
        turned = 0;
        var glyphs = new List<Glyph>(letters.Count);
        foreach (Letter letter in letters)
        {
            if (string.IsNullOrEmpty(letter.Value) || letter.Value.AsSpan().ContainsAny('\0', '\uFFFD'))
                continue;
            if (letter.TextOrientation != orientation)
            {
                turned += string.IsNullOrWhiteSpace(letter.Value) ? 0 : 1;
                continue;
            }

            (double from, double baseline) = frame.Map(letter.StartBaseLine);
            (double to, _) = frame.Map(letter.EndBaseLine);
            double size = letter.PointSize > 0 ? letter.PointSize : letter.FontSize;
            string value = Readable(letter.Value);
            if (value.Length == 0 || !double.IsFinite(from) || !double.IsFinite(to) || !double.IsFinite(size))
                continue;
            (double left, double right) = frame.IsMirrored ? (Math.Min(from, to), from) : (from, Math.Max(from, to));
            size = Math.Clamp(size, 1, 1000);
            glyphs.Add(new Glyph(value, left, right, baseline, size, IsBold(letter), links.At((left + right) / 2, baseline + (size / 4))));
        }

        return glyphs;
    }

    private static string Readable(string value)
    {
        char first = value[0];
        if (first < '\u00AD')
            return value;
        // A soft hyphen that is drawn is a hyphen to the reader.
        if (first == '\u00AD')
            return "-";
        if (first is (>= '\uFB00' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC'))
            return value.Normalize(NormalizationForm.FormKC).Trim();
        if (first is >= '\uF000' and <= '\uF0FF')
            return Symbol(first);
        return WhiteSpace.IsInvisible(first) ? string.Empty : value;
    }

    /// <summary>What the private codes of symbol fonts show, as word processors write their bullets.</summary>
    private static string Symbol(char code) => code switch
    {
        '\uF0B7' or '\uF06C' or '\uF09F' => "•",
        '\uF0A7' or '\uF06E' => "▪",
        '\uF0A8' or '\uF0A1' or '\uF06F' => "○",
        '\uF0D8' or '\uF0E8' => "➤",
        '\uF0FC' => "✓",
        '\uF02D' => "–",
        _ => "•",
    };

    private static bool IsBold(Letter letter)
    {
        if (letter.FontDetails is { IsBold: true })
            return true;
        string name = letter.FontName ?? string.Empty;
        return name.Contains("bold", StringComparison.OrdinalIgnoreCase) || name.Contains("black", StringComparison.OrdinalIgnoreCase) || name.Contains("heavy", StringComparison.OrdinalIgnoreCase);
    }
}
