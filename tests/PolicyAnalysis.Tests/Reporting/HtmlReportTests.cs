using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PolicyAnalysis.Tests.Reporting;

/// <summary>An HTML report is accessible, loads nothing, runs nothing, and quotes verbatim.</summary>
public sealed class HtmlReportTests
{
    public static TheoryData<string> Kinds => RenderedReports.AllKinds();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_id_is_unique_and_every_reference_to_one_resolves(string kind)
    {
        IDocument page = Parse(kind);
        List<string> ids = [.. page.QuerySelectorAll("[id]").Select(element => element.Id!)];
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), element => Assert.Contains(element.GetAttribute("aria-labelledby")!, ids));
        Assert.All(page.QuerySelectorAll("label"), label => Assert.Contains(label.GetAttribute("for")!, ids));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_table_has_a_caption_and_headers_with_a_scope_and_rows_of_one_width(string kind)
    {
        foreach (IElement table in Parse(kind).QuerySelectorAll("table"))
        {
            Assert.NotEqual("", table.QuerySelector("caption")?.TextContent.Trim() ?? "");
            Assert.All(table.QuerySelectorAll("th"), header => Assert.True(header.GetAttribute("scope") is "col" or "row" && header.TextContent.Trim().Length > 0));
            Assert.All(table.QuerySelectorAll("tbody tr"), row => Assert.Equal("TH", row.FirstElementChild?.NodeName));
            Assert.Single(table.QuerySelectorAll("tr").Select(row => row.ChildElementCount).Distinct());
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Headings_do_not_skip_levels_and_none_is_empty(string kind)
    {
        int level = 0;
        foreach (IElement heading in Parse(kind).QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            int own = heading.NodeName[1] - '0';
            Assert.True(own <= level + 1, $"{heading.OuterHtml} stands under a heading of level {level.ToString(CultureInfo.InvariantCulture)}");
            Assert.NotEqual("", heading.TextContent.Trim());
            level = own;
        }

        Assert.Single(Parse(kind).QuerySelectorAll("h1"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_page_has_its_landmarks_its_language_a_title_and_a_skip_link_first(string kind)
    {
        IDocument page = Parse(kind);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.NotEqual("", page.Title!.Trim());
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("header"));
        Assert.Single(page.QuerySelectorAll("nav[aria-label]"));
        IElement first = page.QuerySelectorAll("a, button, input, summary, [tabindex]")[0];
        Assert.Equal("#report", first.GetAttribute("href"));
        Assert.Equal("-1", page.QuerySelector("main#report")!.GetAttribute("tabindex"));
        Assert.All(page.QuerySelectorAll("main > section"), section => Assert.NotNull(section.GetAttribute("aria-labelledby")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_control_has_a_name_and_every_drawing_is_hidden_from_readers(string kind)
    {
        IDocument page = Parse(kind);
        Assert.All(page.QuerySelectorAll("a, summary, legend, label"), element => Assert.NotEqual("", element.TextContent.Trim()));
        Assert.All(page.QuerySelectorAll("input"), input => Assert.NotNull(page.QuerySelector($"label[for='{input.Id}']")));
        Assert.All(page.QuerySelectorAll("svg, .sign"), drawing => Assert.Equal("true", drawing.GetAttribute("aria-hidden")));
        Assert.All(page.QuerySelectorAll("[role=group]"), group => Assert.NotNull(group.GetAttribute("aria-label")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_page_runs_nothing_and_loads_nothing(string kind) => AssertInert(Parse(kind));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_quote_is_the_slice_of_the_canonical_text_that_it_names(string kind)
    {
        IReadOnlyList<PolicyDocument> documents = RenderedReports.Documents(kind);
        IHtmlCollection<IElement> quotes = Parse(kind).QuerySelectorAll("blockquote");
        Assert.Equal(kind.EndsWith("nothing", StringComparison.Ordinal), quotes.Length == 0);
        Assert.All(quotes, quote =>
        {
            var range = new TextRange(int.Parse(quote.GetAttribute("data-start")!, CultureInfo.InvariantCulture), int.Parse(quote.GetAttribute("data-end")!, CultureInfo.InvariantCulture));
            PolicyDocument document = quote.ParentElement!.ClassList.Contains("before") ? documents[0] : documents[^1];
            Assert.Equal(range.Of(document.Text), quote.TextContent);
        });
    }

    [Fact]
    public void The_marked_words_of_a_change_are_the_edited_ones()
    {
        IDocument page = Parse("comparison");
        IElement change = page.QuerySelectorAll("article.change").Single(article => article.TextContent.Contains("90 days instead", StringComparison.Ordinal));
        Assert.Equal("30", Assert.Single(change.QuerySelectorAll("del")).TextContent);
        Assert.Equal("90", Assert.Single(change.QuerySelectorAll("ins")).TextContent);
    }

    [Fact]
    public void A_change_that_repeats_shows_its_other_places()
    {
        IElement change = Parse("comparison").QuerySelectorAll("article.change").Single(article => article.QuerySelector("h3")!.TextContent.Contains("is called “Quillmere Leaf”", StringComparison.Ordinal));
        Assert.Contains("Quillmere Leaf has no advertising.", change.QuerySelectorAll("details blockquote").Select(quote => quote.TextContent));
    }

    [Fact]
    public void Quotes_in_another_language_than_the_report_are_marked()
    {
        Assert.All(Parse("assessment").QuerySelectorAll("blockquote, .path, .lead-in"), element => Assert.Equal("fr", element.GetAttribute("lang")));
        Assert.Empty(Parse("comparison").QuerySelectorAll("blockquote[lang]"));
    }

    [Fact]
    public void Two_elements_of_one_name_have_two_anchors()
    {
        IDocument page = Parse("completeness");
        Assert.NotNull(page.GetElementById("r-nr.sample.3"));
        Assert.NotNull(page.GetElementById("r-nr.sample.3-2"));
    }

    internal static IDocument Parse(string kind) => new HtmlParser().ParseDocument(RenderedReports.Of(kind, "html"));

    /// <summary>Asserts that a page has no element or attribute that could act, load, or style itself.</summary>
    internal static void AssertInert(IDocument page)
    {
        Assert.Empty(page.QuerySelectorAll("script, iframe, object, embed, img, image, link, base, form, button, video, audio, use, foreignObject, template, noscript, math"));
        Assert.Single(page.QuerySelectorAll("style"));
        foreach (IAttr attribute in page.All.SelectMany(element => element.Attributes))
        {
            Assert.DoesNotMatch("^(on.*|style|src|srcset|srcdoc|action|formaction|xlink:href|ping|background)$", attribute.Name);
            if (attribute.Name == "href")
                Assert.Matches("^(#|https?://)", attribute.Value);
        }
    }
}
