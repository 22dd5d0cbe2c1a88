using System.Globalization;
using PolicyAnalysis.Reporting.Html;

namespace PolicyAnalysis.Archive.Reports;

/// <summary>How many provisions each version added, removed and edited, over time; the table of versions holds the figures.</summary>
internal static class TimelineChart
{
    private const double Width = 1000;
    private const double Middle = 130;
    private const double Half = 100;
    private const double Bar = 5;

    public static void Write(HtmlText html, DocumentTimeline timeline)
    {
        DateTimeOffset first = timeline.Versions[0].SeenAt;
        double span = Math.Max(1, (timeline.Versions[^1].SeenAt - first).TotalSeconds);
        TimelineVersion[] changed = [.. timeline.Versions.Where(static version => version.Kind == TimelineVersionKind.Changed)];
        double most = Math.Max(1, changed.Select(static version => Math.Max(version.Added + version.Edited, version.Removed)).DefaultIfEmpty().Max());

        html.Open("figure", ("class", "chart"));
        html.Open("svg", ("viewBox", "0 0 1000 262"), ("width", "100%"), ("role", "img"), ("aria-label", "Changed provisions over time; the table of versions below holds the same figures."));
        foreach (TimelineGap gap in timeline.Gaps)
        {
            double from = Place(gap.From);
            html.Element("rect", null, ("class", "bar-track"), ("x", Text(from)), ("y", "20"), ("width", Text(Math.Max(1, Place(gap.Until) - from))), ("height", "220"));
        }

        html.Element("rect", null, ("class", "fill-neutral"), ("x", "0"), ("y", Text(Middle)), ("width", "1000"), ("height", "1"));
        foreach (TimelineVersion version in changed)
        {
            double place = Math.Min(Place(version.SeenAt), Width - Bar);
            double added = Height(version.Added);
            double edited = Height(version.Edited);
            double removed = Height(version.Removed);
            html.Open("g");
            html.Element("title", string.Create(CultureInfo.InvariantCulture, $"{ArchiveText.Day(version.SeenAt)}: {version.Added} added, {version.Edited} edited, {version.Removed} removed"));
            Column("fill-for-user", Middle - added, added);
            Column("fill-mixed", Middle - added - edited, edited);
            Column("fill-against-user", Middle + 1, removed);
            html.Close();

            void Column(string style, double top, double height)
            {
                if (height > 0)
                    html.Element("rect", null, ("class", style), ("x", Text(place)), ("y", Text(top)), ("width", Text(Bar)), ("height", Text(height)));
            }
        }

        html.Element("text", ArchiveText.Day(first), ("x", "0"), ("y", "258"), ("fill", "currentColor"), ("font-size", "14"));
        html.Element("text", ArchiveText.Day(timeline.Versions[^1].SeenAt), ("x", "1000"), ("y", "258"), ("fill", "currentColor"), ("font-size", "14"), ("text-anchor", "end"));
        html.Close();
        html.Element("figcaption", "Above the line: provisions added (green) and edited (amber). Below: removed (red). Grey stretches: nothing on record.", ("class", "meta"));
        html.Close();

        double Place(DateTimeOffset time) => Width * (time - first).TotalSeconds / span;

        // Square roots keep a version that changed one provision visible beside a rewrite.
        double Height(int count) => count == 0 ? 0 : Math.Max(2, Half * Math.Sqrt(count / most));
    }

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
