using System.Globalization;
using PolicyAnalysis.Reporting;
using PolicyAnalysis.Reporting.Html;

namespace PolicyAnalysis.Archive.Reports;

/// <summary>The page about one provision type across platforms.</summary>
internal static class PlatformHtml
{
    public static string Write(PlatformComparison comparison)
    {
        string type = DisplayNames.OfId(comparison.Type);
        return HtmlPage.Write(
            "Comparison of platforms",
            type,
            $"{ArchiveText.Number(comparison.Platforms.Count)} of {ArchiveText.Count(comparison.PlatformCount, "platform", "platforms")} ({ArchiveText.Percent(comparison.Share)}), {ArchiveText.Count(comparison.ProvisionCount, "provision", "provisions")}",
            [
                new HtmlContents("quantities", "Quantities", ArchiveText.Number(comparison.Quantities.Count)),
                new HtmlContents("platforms", "Platforms", ArchiveText.Number(comparison.Platforms.Count)),
                new HtmlContents("quotes", "Quotes"),
                new HtmlContents("sources", "Method and disclaimer"),
            ],
            html =>
            {
                HtmlPage.Notice(html);
                Quantities(html, comparison);
                Platforms(html, comparison);
                Quotes(html, comparison);
                ArchiveHtml.Method(
                    html,
                    "Every number is counted over the documents of this archive; a platform counts as having the type where a provision of one of its documents was labelled with it. A platform without it may say the same in other words or in a document that is not archived. A platform's figure is the largest quantity that its provisions of the type state, whatever it is about. Quotes are of this type only.");
            });
    }

    private static void Quantities(HtmlText html, PlatformComparison comparison)
    {
        html.Open("section", ("id", "quantities"), ("aria-labelledby", "quantities-title"));
        html.Element("h2", "Quantities", ("id", "quantities-title"));
        if (comparison.Quantities.Count == 0)
            html.Element("p", "No provision of the type states a quantity.");
        foreach (QuantityDistribution distribution in comparison.Quantities)
        {
            html.Element("h3", $"{distribution.Kind}, {distribution.Unit}");
            html.Element("p", string.Create(CultureInfo.InvariantCulture, $"{ArchiveText.Count(distribution.Figures.Count, "platform states", "platforms state")} one. Median {ArchiveText.Number(distribution.Median)}, middle half {ArchiveText.Number(distribution.LowerQuartile)} to {ArchiveText.Number(distribution.UpperQuartile)}, smallest {ArchiveText.Number(distribution.Figures[0].Amount)}, largest {ArchiveText.Number(distribution.Figures[^1].Amount)}."));
            Bars(html, distribution);
        }

        html.Close();
    }

    private static void Bars(HtmlText html, QuantityDistribution distribution)
    {
        html.Open("table", ("class", "figures"));
        html.Element("caption", "How many platforms state which value");
        html.Open("thead").Open("tr").Element("th", "Value", ("scope", "col")).Element("th", "Platforms", ("scope", "col"), ("class", "num")).Element("td", null).Close().Close();
        html.Open("tbody");
        (double Amount, string Value, int Count)[] values = [.. distribution.Figures.GroupBy(static figure => figure.Amount).Select(static group => (group.Key, group.First().Value, group.Count())).OrderBy(static value => value.Key)];
        int most = values.Max(static value => value.Count);
        foreach ((double amount, string value, int count) in values)
        {
            html.Open("tr");
            html.Element("th", distribution.Unit == "days" ? $"{ArchiveText.Number(amount)} days ({value})" : value, ("scope", "row"));
            html.Element("td", ArchiveText.Number(count), ("class", "num"));
            html.Open("td", ("class", "bar-cell"));
            BarHtml.Write(html, most, ("fill-accent", count));
            html.Close().Close();
        }

        html.Close().Close();
    }

    private static void Platforms(HtmlText html, PlatformComparison comparison)
    {
        html.Open("section", ("id", "platforms"), ("aria-labelledby", "platforms-title"));
        html.Element("h2", "Platforms", ("id", "platforms-title"));
        html.Open("table", ("class", "figures"));
        html.Element("caption", "Platforms that have the type");
        html.Open("thead").Open("tr").Element("th", "Platform", ("scope", "col")).Element("th", "Documents", ("scope", "col")).Element("th", "Provisions", ("scope", "col"), ("class", "num"));
        foreach (QuantityDistribution distribution in comparison.Quantities)
            html.Element("th", $"{distribution.Kind}, {distribution.Unit}: figure (rank)", ("scope", "col"), ("class", "num"));
        html.Close().Close();
        html.Open("tbody");
        foreach (PlatformEntry entry in comparison.Platforms)
        {
            html.Open("tr");
            html.Element("th", entry.Platform, ("scope", "row"), ("dir", "auto"));
            html.Element("td", string.Join(", ", entry.Documents), ("dir", "auto"));
            html.Element("td", ArchiveText.Number(entry.ProvisionCount), ("class", "num"));
            foreach (QuantityDistribution distribution in comparison.Quantities)
            {
                PlatformQuantity? figure = distribution.Figures.FirstOrDefault(figure => figure.Platform == entry.Platform);
                html.Element("td", figure is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{ArchiveText.Number(figure.Amount)} ({distribution.RankOf(entry.Platform)} of {distribution.Figures.Count})"), ("class", "num"));
            }

            html.Close();
        }

        html.Close().Close().Close();
    }

    private static void Quotes(HtmlText html, PlatformComparison comparison)
    {
        html.Open("section", ("id", "quotes"), ("aria-labelledby", "quotes-title"));
        html.Element("h2", "Quotes", ("id", "quotes-title"));
        foreach (PlatformEntry entry in comparison.Platforms.Where(static entry => entry.Provisions.Count > 0))
        {
            html.Open("article", ("class", "card"));
            html.Element("h3", entry.Platform, ("dir", "auto"));
            foreach (ArchivedProvision provision in entry.Provisions)
            {
                html.Element("p", string.Create(CultureInfo.InvariantCulture, $"{provision.Document} · since {ArchiveText.Day(provision.Since)} · entry {provision.Sequence}"), ("class", "path"), ("dir", "auto"));
                html.Element("blockquote", provision.Text, ("class", "quote"), ("dir", "auto"));
            }

            html.Close();
        }

        html.Close();
    }
}
