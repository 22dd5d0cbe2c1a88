using System.Text;

namespace PolicyAnalysis.Reporting.Plain;

/// <summary>Shortens a long quote to what stands around its edited words; what is left out shows as <c>[…]</c>.</summary>
internal static class Excerpt
{
    private const int Short = 600;
    private const int Around = 160;

    /// <summary>The text as it is where it is short or nothing in it is marked; otherwise the marked parts with words around them.</summary>
    public static string Of(string text, IEnumerable<TextRange> marks)
    {
        if (text.Length <= Short)
            return text;

        var kept = new List<TextRange>();
        foreach (TextRange mark in marks)
        {
            var window = new TextRange(WordStart(text, mark.Start - Around), WordEnd(text, mark.End + Around));
            if (kept.Count > 0 && kept[^1].End >= window.Start)
                kept[^1] = new TextRange(kept[^1].Start, Math.Max(kept[^1].End, window.End));
            else
                kept.Add(window);
        }

        if (kept.Count == 0)
            return text;

        var excerpt = new StringBuilder();
        foreach (TextRange window in kept)
        {
            if (window.Start > 0)
                excerpt.Append(excerpt.Length == 0 ? "[…] " : " […] ");
            excerpt.Append(window.Of(text.AsSpan()).Trim());
        }

        if (kept[^1].End < text.Length)
            excerpt.Append(" […]");
        return excerpt.ToString();
    }

    private static int WordStart(string text, int offset) => offset <= 0 ? 0 : text.LastIndexOf(' ', offset) + 1;

    private static int WordEnd(string text, int offset)
    {
        if (offset >= text.Length)
            return text.Length;
        int end = text.IndexOf(' ', offset);
        return end < 0 ? text.Length : end;
    }
}
