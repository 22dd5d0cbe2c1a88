using System.Globalization;
using PolicyAnalysis.Reporting.Html;

namespace PolicyAnalysis.Archive.Reports;

/// <summary>How many provisions each version added, removed and edited, over time; the table of versions holds the figures.</summary>
internal static class TimelineChart
{
    private const double Width = 1000;
    private const double Middle = 130;
    private const double Half = 100;
    private const double WidestBar = 14;
    private const double ThinnestBar = 4;
    private const double RoomForWords = 130;

    /// <param name="html">Where to write.</param>
    /// <param name="timeline">The timeline.</param>
    /// <param name="name">What tells the ids of this chart from those of others on the page.</param>
    public static void Write(HtmlText html, DocumentTimeline timeline, string name = "chart")
    {
        DateTimeOffset first = timeline.Versions[0].SeenAt;
        double span = Math.Max(1, (timeline.Versions[^1].SeenAt - first).TotalSeconds);
        TimelineVersion[] changed = [.. timeline.Versions.Where(static version => version.Kind == TimelineVersionKind.Changed)];
        double most = Math.Max(1, changed.Select(static version => Math.Max(version.Added + version.Edited, version.Removed)).DefaultIfEmpty().Max());

        double bar = Math.Clamp(Width / 3 / Math.Max(1, changed.Length), ThinnestBar, WidestBar);

        html.Open("figure", ("class", "chart"));
        html.Open("svg", ("viewBox", "0 0 1000 262"), ("width", "100%"), ("role", "img"), ("aria-labelledby", $"{name}-title {name}-desc"));
        html.Element("title", "Changed provisions over time", ("id", $"{name}-title"));
        html.Element("desc", Description(timeline, changed), ("id", $"{name}-desc"));
        Patterns(html, name);
        foreach (TimelineGap gap in timeline.Gaps)
        {
            double from = Place(gap.From);
            html.Open("rect", ("class", "bar-track"), ("x", Text(from)), ("y", "20"), ("width", Text(Math.Max(1, Place(gap.Until) - from))), ("height", "220"));
            html.Element("title", $"{ArchiveText.Day(gap.From)} to {ArchiveText.Day(gap.Until)}: nothing on record");
            html.Close();
            // Words as well as grey, where there is room for them.
            if (Place(gap.Until) - from > RoomForWords)
                html.Element("text", "nothing on record", ("x", Text((from + Place(gap.Until)) / 2)), ("y", "34"), ("fill", "currentColor"), ("font-size", "13"), ("text-anchor", "middle"));
        }

        html.Element("rect", null, ("class", "fill-neutral"), ("x", "0"), ("y", Text(Middle)), ("width", "1000"), ("height", "1"));
        foreach (TimelineVersion version in changed)
        {
            double place = Math.Min(Place(version.SeenAt), Width - bar);
            // The two share one column, whose height goes by their sum: heights added up would leave the chart.
            int above = version.Added + version.Edited;
            double added = above == 0 ? 0 : Height(above) * version.Added / above;
            double edited = Height(above) - added;
            double removed = Height(version.Removed);
            html.Open("g");
            html.Element("title", string.Create(CultureInfo.InvariantCulture, $"{ArchiveText.Day(version.SeenAt)}: {version.Added} added, {version.Edited} edited, {version.Removed} removed"));
            Column("fill-for-user", null, Middle - added, added);
            Column("fill-mixed", $"url(#{name}-edited)", Middle - added - edited, edited);
            Column("fill-against-user", $"url(#{name}-removed)", Middle + 1, removed);
            html.Close();

            void Column(string style, string? pattern, double top, double height)
            {
                if (height <= 0)
                    return;
                html.Element("rect", null, ("class", style), ("x", Text(place)), ("y", Text(top)), ("width", Text(bar)), ("height", Text(height)));
                if (pattern is not null)
                    html.Element("rect", null, ("fill", pattern), ("x", Text(place)), ("y", Text(top)), ("width", Text(bar)), ("height", Text(height)));
            }
        }

        html.Element("text", ArchiveText.Day(first), ("x", "0"), ("y", "258"), ("fill", "currentColor"), ("font-size", "14"));
        html.Element("text", ArchiveText.Day(timeline.Versions[^1].SeenAt), ("x", "1000"), ("y", "258"), ("fill", "currentColor"), ("font-size", "14"), ("text-anchor", "end"));
        html.Close();
        html.Element("figcaption", "Above the line: provisions added (green, plain) and on them edited (amber, striped). Below: removed (red, hatched). Grey stretches: nothing on record.", ("class", "meta"));
        html.Close();

        double Place(DateTimeOffset time) => Width * (time - first).TotalSeconds / span;

        // Square roots keep a version that changed one provision visible beside a rewrite.
        double Height(int count) => count == 0 ? 0 : Math.Max(2, Half * Math.Sqrt(count / most));
    }

    /// <summary>Stripes and hatching in the colour of the ground, light on dark bars and dark on light ones, so that neither print without colours nor eyes without them lose a difference.</summary>
    private static void Patterns(HtmlText html, string name)
    {
        html.Open("defs");
        html.Open("pattern", ("id", $"{name}-edited"), ("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse"));
        html.Element("path", null, ("class", "bar-track"), ("d", "M0 1H6V3H0Z"));
        html.Close();
        html.Open("pattern", ("id", $"{name}-removed"), ("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse"));
        html.Element("path", null, ("class", "bar-track"), ("d", "M0 6L6 0H3.5L0 3.5ZM6 6V3.5L3.5 6Z"));
        html.Close().Close();
    }

    private static string Description(DocumentTimeline timeline, TimelineVersion[] changed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ArchiveText.Day(timeline.Versions[0].SeenAt)} to {ArchiveText.Day(timeline.Versions[^1].SeenAt)}: {ArchiveText.Count(changed.Length, "version", "versions")} changed the text; {changed.Sum(static version => version.Added)} provisions were added, {changed.Sum(static version => version.Edited)} edited, {changed.Sum(static version => version.Removed)} removed.");

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
