using PolicyAnalysis.Archive.Reports;

namespace PolicyAnalysis.Archive;

/// <summary>Timelines and comparisons of platforms as pages, tables and data.</summary>
/// <remarks>Static and thread-safe. The same result gives the same bytes, on any machine and under any culture.</remarks>
public static class ArchiveReports
{
    /// <summary>A page about the course of a document: one file with its charts, nothing loaded from elsewhere.</summary>
    /// <param name="timeline">The timeline.</param>
    public static RenderedReport ToHtml(this DocumentTimeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return new RenderedReport(TimelineHtml.Write(timeline), "text/html");
    }

    /// <summary>A row for each event in the life of a provision.</summary>
    /// <param name="timeline">The timeline.</param>
    public static RenderedReport ToCsv(this DocumentTimeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return new RenderedReport(ArchiveCsv.Write(timeline), "text/csv");
    }

    /// <summary>The whole timeline as one JSON object.</summary>
    /// <param name="timeline">The timeline.</param>
    public static RenderedReport ToJson(this DocumentTimeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return new RenderedReport(ArchiveJson.Write(timeline), "application/json");
    }

    /// <summary>A page about a family: its variants side by side, and the course of each; one file, nothing loaded from elsewhere.</summary>
    /// <param name="family">The family.</param>
    public static RenderedReport ToHtml(this FamilyTimeline family)
    {
        ArgumentNullException.ThrowIfNull(family);
        return new RenderedReport(FamilyHtml.Write(family), "text/html");
    }

    /// <summary>A row for each event in the life of a provision of each variant.</summary>
    /// <param name="family">The family.</param>
    public static RenderedReport ToCsv(this FamilyTimeline family)
    {
        ArgumentNullException.ThrowIfNull(family);
        return new RenderedReport(ArchiveCsv.Write(family), "text/csv");
    }

    /// <summary>The family, its variants side by side and all their timelines as one JSON object.</summary>
    /// <param name="family">The family.</param>
    public static RenderedReport ToJson(this FamilyTimeline family)
    {
        ArgumentNullException.ThrowIfNull(family);
        return new RenderedReport(ArchiveJson.Write(family), "application/json");
    }

    /// <summary>A page about one provision type across platforms: one file with its charts, nothing loaded from elsewhere.</summary>
    /// <param name="comparison">The comparison.</param>
    public static RenderedReport ToHtml(this PlatformComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return new RenderedReport(PlatformHtml.Write(comparison), "text/html");
    }

    /// <summary>A row for each platform that has the type.</summary>
    /// <param name="comparison">The comparison.</param>
    public static RenderedReport ToCsv(this PlatformComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return new RenderedReport(ArchiveCsv.Write(comparison), "text/csv");
    }

    /// <summary>The whole comparison as one JSON object.</summary>
    /// <param name="comparison">The comparison.</param>
    public static RenderedReport ToJson(this PlatformComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return new RenderedReport(ArchiveJson.Write(comparison), "application/json");
    }
}
