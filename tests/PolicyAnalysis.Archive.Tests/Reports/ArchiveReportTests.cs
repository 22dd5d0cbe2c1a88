using System.Text.Json;
using System.Xml.Linq;
using static PolicyAnalysis.Archive.Tests.TemporaryArchive;

namespace PolicyAnalysis.Archive.Tests.Reports;

public sealed class ArchiveReportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_pages_load_nothing_escape_everything_and_carry_the_disclaimer()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        const string Hostile = "Lumen<script>alert(1)</script>leaf";
        archive.Add(Captured(Hostile, "Terms & \"more\"", 0, "# Terms\n\nWe retain your data for 30 days after you close your account.\n"), Token);
        archive.Add(Captured(Hostile, "Terms & \"more\"", 400, "# Terms\n\nWe retain your data for 90 days after you close your account.\n"), Token);
        string[] pages =
        [
            archive.GetTimeline(Hostile, "Terms & \"more\"", cancellationToken: Token).ToHtml().Content,
            archive.ComparePlatforms("data-retention", cancellationToken: Token).ToHtml().Content,
        ];
        foreach (string page in pages)
        {
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("src=", page, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(PolicyDisclaimer.Text, page, StringComparison.Ordinal);
            Assert.Contains("Lumen&lt;script&gt;", page, StringComparison.Ordinal);
            foreach (string drawing in Drawings(page))
                Assert.NotNull(XDocument.Parse(drawing).Root);
        }

    }

    [Fact]
    public void A_chart_has_a_title_a_description_and_marks_that_need_no_colour()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 1, versions: 12);
        archive.Add(Captured("Service 0", "Privacy Policy", 900, SamplePolicies.Policy(0, 40)), Token);
        string page = archive.GetTimeline("Service 0", "Privacy Policy", cancellationToken: Token).ToHtml().Content;
        XElement chart = XDocument.Parse(Drawings(page).First(drawing => drawing.Contains("role=\"img\"", StringComparison.Ordinal))).Root!;
        string[] names = chart.Attribute("aria-labelledby")!.Value.Split(' ');
        Assert.Equal(names, chart.Elements().Where(element => element.Name.LocalName is "title" or "desc").Select(element => element.Attribute("id")!.Value));
        Assert.All(chart.Elements().Where(element => element.Name.LocalName is "title" or "desc"), element => Assert.NotEmpty(element.Value));
        string[] patterns = [.. chart.Descendants().Where(element => element.Name.LocalName == "pattern").Select(element => $"url(#{element.Attribute("id")!.Value})")];
        string[] used = [.. chart.Descendants().Select(element => element.Attribute("fill")?.Value).OfType<string>().Where(fill => fill.StartsWith("url(", StringComparison.Ordinal)).Distinct()];
        Assert.NotEmpty(used);
        Assert.Subset(patterns.ToHashSet(), used.ToHashSet());
        Assert.Contains(chart.Elements(), element => element.Value == "nothing on record");
        Assert.All(chart.Descendants().Where(element => element.Name.LocalName == "rect"), element => Assert.InRange(double.Parse(element.Attribute("y")!.Value, System.Globalization.CultureInfo.InvariantCulture), 20, 240));
    }

    [Fact]
    public void The_data_beside_the_pages_says_the_same()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 3, versions: 4);
        DocumentTimeline timeline = archive.GetTimeline("Service 1", "Privacy Policy", cancellationToken: Token);
        using JsonDocument course = JsonDocument.Parse(timeline.ToJson().Content);
        Assert.Equal(timeline.Provisions.Count, course.RootElement.GetProperty("provisions").GetArrayLength());
        Assert.Equal(timeline.Provisions.Sum(life => life.Events.Count) + 1, timeline.ToCsv().Content.Count(letter => letter == '\n'));

        PlatformComparison comparison = archive.ComparePlatforms("data-retention", cancellationToken: Token);
        using JsonDocument platforms = JsonDocument.Parse(comparison.ToJson().Content);
        Assert.Equal(comparison.Platforms.Count, platforms.RootElement.GetProperty("platformsWithType").GetInt32());
        Assert.Equal(comparison.Platforms.Count + 1, comparison.ToCsv().Content.Count(letter => letter == '\n'));
    }

    [Fact]
    public void A_cell_that_a_spreadsheet_would_run_is_disarmed()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        archive.Add(Captured("Lumenleaf", "Terms", 0, "# Terms\n\n=HYPERLINK(\"https://example.org\",\"x\") is what we, the \"authors\", wrote.\n"), Token);
        Assert.Contains(",\"'=HYPERLINK(\"\"https://example.org\"\",\"\"x\"\")", archive.GetTimeline("Lumenleaf", "Terms", cancellationToken: Token).ToCsv().Content, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Drawings(string page)
    {
        for (int start = page.IndexOf("<svg", StringComparison.Ordinal); start >= 0; start = page.IndexOf("<svg", start + 1, StringComparison.Ordinal))
            yield return page[start..(page.IndexOf("</svg>", start, StringComparison.Ordinal) + 6)];
    }
}
