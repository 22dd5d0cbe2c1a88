using System.Globalization;

namespace PolicyAnalysis.Reporting.Html;

/// <summary>Bars beside the figures of a table: decoration for the eye, hidden from screen readers, which read the figures.</summary>
internal static class BarHtml
{
    private const double Full = 100;

    /// <summary>A bar of parts, each with its class, on a scale where <paramref name="maximum"/> fills the bar.</summary>
    public static void Write(HtmlText html, int maximum, params ReadOnlySpan<(string Class, int Value)> parts)
    {
        html.Open("svg", ("class", "bar"), ("viewBox", "0 0 100 10"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"), ("focusable", "false"));
        html.Element("rect", null, ("class", "bar-track"), ("x", "0"), ("y", "0"), ("width", "100"), ("height", "10"));
        double start = 0;
        foreach ((string style, int value) in parts)
        {
            double width = maximum == 0 ? 0 : Full * value / maximum;
            if (width > 0)
                html.Element("rect", null, ("class", style), ("x", Coordinate(start)), ("y", "0"), ("width", Coordinate(width)), ("height", "10"));
            start += width;
        }

        html.Close();
    }

    /// <summary>A cell of a table with a figure and its bar.</summary>
    public static void Cell(HtmlText html, int maximum, string style, int value)
    {
        html.Open("td", ("class", "gauge")).Element("span", DisplayNames.Number(value), ("class", "num"));
        Write(html, maximum, (style, value));
        html.Close();
    }

    private static string Coordinate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
