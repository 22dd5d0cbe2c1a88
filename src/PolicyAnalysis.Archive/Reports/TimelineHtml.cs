using System.Globalization;
using PolicyAnalysis.Reporting;
using PolicyAnalysis.Reporting.Html;

namespace PolicyAnalysis.Archive.Reports;

/// <summary>The page about the course of a document.</summary>
internal static class TimelineHtml
{
    /// <summary>Provisions with a story are shown in full up to this number; the tables beside the page hold all.</summary>
    private const int MostStories = 300;

    public static string Write(DocumentTimeline timeline)
    {
        ProvisionLife[] stories = [.. timeline.Provisions.Where(static life => life.Events.Count > 1).OrderByDescending(static life => life.Events[^1].SeenAt)];
        int changes = timeline.Versions.Count(static version => version.Kind == TimelineVersionKind.Changed);
        return HtmlPage.Write(
            "Timeline",
            $"{timeline.Platform}: {timeline.Document}",
            Subtitle(timeline),
            [
                new HtmlContents("course", "Course", ArchiveText.Number(changes)),
                new HtmlContents("versions", "Versions", ArchiveText.Number(timeline.Versions.Count)),
                new HtmlContents("provisions", "Provisions that changed", ArchiveText.Number(stories.Length)),
                new HtmlContents("sources", "Method and disclaimer"),
            ],
            html =>
            {
                HtmlPage.Notice(html);
                Course(html, timeline, changes);
                Versions(html, timeline);
                Stories(html, stories);
                ArchiveHtml.Method(
                    html,
                    "Each version is aligned with the version before; a provision keeps its life while it is edited or moved. An excursion to another text that came back within the window is a flap and counts as no change. Dates are those on which a version was recorded: a change happened on or before that day. A gap means that nothing is on record, not that nothing happened.");
            });
    }

    private static string Subtitle(DocumentTimeline timeline)
    {
        if (timeline.Versions.Count == 0)
            return "nothing on record";
        return $"{ArchiveText.Day(timeline.Versions[0].SeenAt)} to {ArchiveText.Day(timeline.Versions[^1].SeenAt)} · {ArchiveText.Count(timeline.Versions.Count, "version", "versions")} on record";
    }

    private static void Course(HtmlText html, DocumentTimeline timeline, int changes)
    {
        html.Open("section", ("id", "course"), ("aria-labelledby", "course-title"));
        html.Element("h2", "Course", ("id", "course-title"));
        html.Element("p", $"{ArchiveText.Count(changes, "version", "versions")} changed the text. {ArchiveText.Count(timeline.FlapCount, "version is a flap", "versions are flaps")}. {ArchiveText.Count(timeline.Gaps.Count, "gap", "gaps")} in the record.", ("class", "lead"));
        if (timeline.Versions.Count > 1)
            TimelineChart.Write(html, timeline);
        if (timeline.Gaps.Count > 0)
        {
            html.Element("h3", "Nothing on record");
            html.Open("ul");
            foreach (TimelineGap gap in timeline.Gaps)
                html.Element("li", string.Create(CultureInfo.InvariantCulture, $"{ArchiveText.Day(gap.From)} to {ArchiveText.Day(gap.Until)}, {(gap.Until - gap.From).Days} days"));
            html.Close();
        }

        html.Close();
    }

    private static void Versions(HtmlText html, DocumentTimeline timeline)
    {
        html.Open("section", ("id", "versions"), ("aria-labelledby", "versions-title"));
        html.Element("h2", "Versions", ("id", "versions-title"));
        html.Open("table", ("class", "figures"));
        html.Element("caption", "Every version on record, in the order it was seen");
        html.Open("thead").Open("tr");
        foreach (string head in (ReadOnlySpan<string>)["Seen", "Entry", "What it is", "States", "Added", "Removed", "Edited", "Moved"])
            html.Element("th", head, ("scope", "col"));
        html.Close().Close();
        html.Open("tbody");
        foreach (TimelineVersion version in timeline.Versions)
        {
            html.Open("tr");
            html.Element("th", ArchiveText.Day(version.SeenAt), ("scope", "row"));
            html.Element("td", ArchiveText.Number(version.Sequence), ("class", "num"));
            html.Element("td", ArchiveText.Of(version.Kind));
            html.Element("td", Stated(version));
            foreach (int count in (ReadOnlySpan<int>)[version.Added, version.Removed, version.Edited, version.Moved])
                html.Element("td", count == 0 ? string.Empty : ArchiveText.Number(count), ("class", "num"));
            html.Close();
        }

        html.Close().Close().Close();
    }

    private static string Stated(TimelineVersion version)
    {
        if (version.StatedDate is not { } date)
            return string.Empty;
        return version.DateRunsBackwards ? $"{ArchiveText.Day(date)} (earlier than before: direction unreliable)" : ArchiveText.Day(date);
    }

    private static void Stories(HtmlText html, ProvisionLife[] stories)
    {
        html.Open("section", ("id", "provisions"), ("aria-labelledby", "provisions-title"));
        html.Element("h2", "Provisions that changed", ("id", "provisions-title"));
        if (stories.Length > MostStories)
            html.Element("p", string.Create(CultureInfo.InvariantCulture, $"The {MostStories} that changed last are shown of {stories.Length}; the table and the data hold all."), ("class", "notice"));
        foreach (ProvisionLife life in stories.Take(MostStories))
        {
            html.Open("details", ("class", "card change is-neutral"));
            html.Open("summary");
            html.Element("span", life.IsPresent ? "stands" : "gone", ("class", "badge"));
            foreach (string type in life.Types.Take(1))
                html.Text(" ").Element("span", DisplayNames.OfId(type), ("class", "type"));
            html.Text(" ").Element("span", Short(life.Text), ("class", "card-title"), ("dir", "auto"));
            html.Close();
            if (life.Headings.Count > 0)
                html.Element("p", string.Join(" › ", life.Headings), ("class", "path"), ("dir", "auto"));
            foreach (ProvisionEvent happened in life.Events)
            {
                html.Element("p", string.Create(CultureInfo.InvariantCulture, $"{ArchiveText.Day(happened.SeenAt)} · {ArchiveText.Of(happened.Kind)} · entry {happened.Sequence}"), ("class", "meta"));
                if (happened.Kind is not (ProvisionEventKind.Moved or ProvisionEventKind.Gone))
                    html.Element("blockquote", happened.Text, ("class", "quote"), ("dir", "auto"));
            }

            html.Close();
        }

        html.Close();
    }

    private static string Short(string text)
    {
        const int Longest = 110;
        string line = text.ReplaceLineEndings(" ");
        if (line.Length <= Longest)
            return line;
        int end = line.LastIndexOf(' ', Longest);
        return (end > 0 ? line[..end] : line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)]) + "…";
    }
}
