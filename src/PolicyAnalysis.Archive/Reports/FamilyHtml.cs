using PolicyAnalysis.Reporting;
using PolicyAnalysis.Reporting.Html;

namespace PolicyAnalysis.Archive.Reports;

/// <summary>The page about a family: its variants side by side, and the course of each.</summary>
internal static class FamilyHtml
{
    /// <summary>Provisions of one variant alone are shown up to this number for each; the data beside the page hold all.</summary>
    private const int MostOfOne = 100;

    public static string Write(FamilyTimeline family)
    {
        DocumentFamily own = family.Family;
        return HtmlPage.Write(
            "Family of a document",
            $"{own.Platform}: {own.Name}",
            ArchiveText.Count(own.Variants.Count, "variant", "variants"),
            [
                new HtmlContents("variants", "Variants", ArchiveText.Number(own.Variants.Count)),
                new HtmlContents("types", "Side by side", ArchiveText.Number(family.Types.Count)),
                new HtmlContents("only", "In one alone", ArchiveText.Number(family.OnlyInOne.Count)),
                new HtmlContents("courses", "Courses"),
                new HtmlContents("sources", "Method and disclaimer"),
            ],
            html =>
            {
                HtmlPage.Notice(html);
                Variants(html, own);
                Types(html, family);
                OnlyInOne(html, family);
                Courses(html, family);
                ArchiveHtml.Method(
                    html,
                    "Documents of a platform are taken for variants of one where their names, addresses or titles are equal once regions and languages are taken out, or where they are the only documents of their kind in their languages; the reason stands beside each. Types are those of the latest analysed versions. A provision stands in one variant alone where no other variant of the same language has the same words; it may say the same in other words.");
            });
    }

    private static void Variants(HtmlText html, DocumentFamily family)
    {
        html.Open("section", ("id", "variants"), ("aria-labelledby", "variants-title"));
        html.Element("h2", "Variants", ("id", "variants-title"));
        html.Open("table", ("class", "figures"));
        html.Element("caption", "The documents of the family, and why they are in it");
        Head(html, ["Document", "Language", "Regions", "Why"]);
        html.Open("tbody");
        foreach (FamilyVariant variant in family.Variants)
        {
            html.Open("tr");
            html.Element("th", variant.Document, ("scope", "row"), ("dir", "auto"));
            html.Element("td", variant.Language);
            html.Element("td", string.Join(", ", variant.Regions));
            html.Open("td", ("dir", "auto"));
            foreach (FamilyReason reason in variant.Reasons)
                html.Element("p", $"{ArchiveText.Wire(reason.Evidence)}{(reason.Code is null ? string.Empty : $" ({reason.Code})")}: “{reason.Quote}”", ("class", "meta"));
            html.Close().Close();
        }

        html.Close().Close().Close();
    }

    private static void Types(HtmlText html, FamilyTimeline family)
    {
        html.Open("section", ("id", "types"), ("aria-labelledby", "types-title"));
        html.Element("h2", "Side by side", ("id", "types-title"));
        html.Open("table", ("class", "figures"));
        html.Element("caption", "Provisions of each type in the latest versions; an empty cell says that none was found");
        Head(html, ["Type", .. family.Family.Variants.Select(static variant => variant.Document)]);
        html.Open("tbody");
        foreach (VariantTypeCounts row in family.Types)
        {
            html.Open("tr");
            html.Element("th", DisplayNames.OfId(row.Type), ("scope", "row"));
            foreach (int count in row.Counts)
                html.Element("td", count == 0 ? string.Empty : ArchiveText.Number(count), ("class", "num"));
            html.Close();
        }

        html.Close().Close().Close();
    }

    private static void OnlyInOne(HtmlText html, FamilyTimeline family)
    {
        html.Open("section", ("id", "only"), ("aria-labelledby", "only-title"));
        html.Element("h2", "In one alone", ("id", "only-title"));
        if (family.OnlyInOne.Count == 0)
            html.Element("p", "No variant has words that another of its language has not, or each is alone in its language.");
        foreach (IGrouping<string, VariantProvision> variant in family.OnlyInOne.GroupBy(static provision => provision.Document, StringComparer.Ordinal))
        {
            int count = variant.Count();
            html.Open("details", ("class", "card"));
            html.Element("summary", $"{variant.Key}: {ArchiveText.Count(count, "provision", "provisions")}", ("dir", "auto"));
            if (count > MostOfOne)
                html.Element("p", $"The first {ArchiveText.Number(MostOfOne)} are shown; the data hold all.", ("class", "notice"));
            foreach (VariantProvision provision in variant.Take(MostOfOne))
            {
                if (provision.Types.Count > 0)
                    html.Element("p", DisplayNames.OfId(provision.Types[0]), ("class", "path"));
                html.Element("blockquote", provision.Text, ("class", "quote"), ("dir", "auto"));
            }

            html.Close();
        }

        html.Close();
    }

    private static void Courses(HtmlText html, FamilyTimeline family)
    {
        html.Open("section", ("id", "courses"), ("aria-labelledby", "courses-title"));
        html.Element("h2", "Courses", ("id", "courses-title"));
        for (int index = 0; index < family.Timelines.Count; index++)
        {
            DocumentTimeline timeline = family.Timelines[index];
            html.Element("h3", timeline.Document, ("dir", "auto"));
            html.Element("p", $"{ArchiveText.Count(timeline.Versions.Count, "version", "versions")} on record, {ArchiveText.Number(timeline.Versions.Count(static version => version.Kind == TimelineVersionKind.Changed))} changed the text.");
            if (timeline.Versions.Count > 1)
                TimelineChart.Write(html, timeline, $"chart-{ArchiveText.Number(index + 1)}");
        }

        html.Close();
    }

    private static void Head(HtmlText html, IEnumerable<string> cells)
    {
        html.Open("thead").Open("tr");
        foreach (string cell in cells)
            html.Element("th", cell, ("scope", "col"), ("dir", "auto"));
        html.Close().Close();
    }
}
