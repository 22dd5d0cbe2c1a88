using CsCheck;
using PolicyAnalysis.Provisions;

namespace PolicyAnalysis.Tests.Documents;

/// <summary>What Markdown holds beside plain paragraphs: HTML, tables, footnotes, front matter, references.</summary>
public sealed class MarkdownTests
{
    [Theory]
    [InlineData("<div class=\"a > b\"><p>We keep it.</p><p>And <b>more</b>.</p></div>\n", "p: We keep it.\np: And more.\n")]
    [InlineData("<details>\n<summary>What we keep</summary>\n\nWe keep *plans*.\n\n</details>\n", "h2: What we keep\np: We keep plans.\n")]
    [InlineData("<ul>\n<li>plans</li>\n<li>names\n<ol start=\"3\"><li>first</li><li>last</li></ol></li>\n</ul>\n", "item1: [•] plans\nitem1: [•] names\nitem2: [3.] first\nitem2: [4.] last\n")]
    [InlineData("<table><tr><th>Data</th><th>Kept</th></tr>\n<tr><td>Plans</td><td>A<br>year</td></tr></table>\n", "columns: Data | Kept\nrow: Plans | A year\n")]
    [InlineData("<h3>Fees</h3>\n<!-- not a word > here -->\n<p>We bill.</p>\n", "h3: Fees\np: We bill.\n")]
    [InlineData("<script>let a = '<p>no</p>';</script>\n\nWe bill.\n", "p: We bill.\n")]
    [InlineData("We bill <!-- never --> once<script>no()</script>.\n", "p: We bill once.\n")]
    [InlineData("<dl><dt>Garden</dt><dd>a place</dd></dl>\n", "term: Garden\nmeaning: a place\n")]
    [InlineData("- We keep\n\n  <div>a plan</div>\n", "item1: [•] We keep\nitem1: a plan\n")]
    [InlineData("<blockquote>We quote &amp; cite.</blockquote>\n", "quote: We quote & cite.\n")]
    [InlineData("We keep plans<br><br>and we delete names.\n", "p: We keep plans\np: and we delete names.\n")]
    [InlineData("We keep:  \n(a) plans;  \n(b) names.\n", "p: We keep:\np: (a) plans;\np: (b) names.\n")]
    [InlineData("We keep a  \nplan.\n", "p: We keep a plan.\n")]
    [InlineData("We keep a\\\nplan.\n", "p: We keep a plan.\n")]
    public void Html_inside_is_read_as_a_page_would_be(string markdown, string outline) => Assert.Equal(outline, Outline(markdown));

    [Theory]
    [InlineData("+------+--------+\n| Data | Kept   |\n+======+========+\n| Plans| A year |\n|      | or two |\n+------+--------+\n", "columns: Data | Kept\nrow: Plans | A year or two\n")]
    [InlineData("| Data | Kept |\n|---|---|\n| Pl\\|ans<br>and names | `A` year |\n", "columns: Data | Kept\nrow: Pl|ans and names | A year\n")]
    [InlineData("|  |  |\n| --- | --- |\n| **Data** | **Kept** |\n| Plans | A year |\n", "columns: Data | Kept\nrow: Plans | A year\n")]
    [InlineData("1. a\n2. b\n   1. c\n   2. d\n3. e\n", "item1: [1.] a\nitem1: [2.] b\nitem2: [1.] c\nitem2: [2.] d\nitem1: [3.] e\n")]
    [InlineData("> We quote.\n>\n> > And quote again.\n", "quote: We quote.\nquote: And quote again.\n")]
    [InlineData("See [the fees][f] and [terms].\n\n[f]: https://fernwick.example/fees\n[terms]: /terms\n", "p: See the fees and terms.\n")]
    [InlineData("We keep it[^n].\n\n[^n]: For a year.\n", "p: We keep it1.\nnote: For a year.\n")]
    [InlineData("You agree:\na. to draw;\nb. to dig\n   by hand;\nc. to weed.\n", "p: You agree:\np: a. to draw;\np: b. to dig by hand;\np: c. to weed.\n")]
    [InlineData("(y) draw\n(z) dig\n(aa) weed\n(bb) rest\n", "p: (y) draw\np: (z) dig\np: (aa) weed\np: (bb) rest\n")]
    [InlineData("iv. draw\nv. dig\n", "p: iv. draw\np: v. dig\n")]
    [InlineData("• draw\n• dig\n", "p: • draw\np: • dig\n")]
    [InlineData("We wrote to A.\nB. Ferris and he\nv. others.\n", "p: We wrote to A. B. Ferris and he v. others.\n")]
    [InlineData("What we\nkeep\n----\n\nPlans.\n", "h2: What we keep\np: Plans.\n")]
    [InlineData("1986\\. A good year \\*for\\* plans.\n", "p: 1986. A good year *for* plans.\n")]
    public void Structure_is_read_as_it_is_shown(string markdown, string outline) => Assert.Equal(outline, Outline(markdown));

    [Fact]
    public void Front_matter_is_metadata_and_gives_a_title_where_nothing_else_does()
    {
        PolicyDocument document = Read("---\ntitle: \"Fernwick Privacy Notice\"\ndate: 2025-03-04\nlast-updated: 4 June 2025\neffective_date: 2025-07-01T00:00:00Z\nauthor:\n  name: nobody\n---\n\nWe keep plans.\n");
        Assert.Equal("Fernwick Privacy Notice", document.Title);
        Assert.Equal(new SourceMetadata { Title = "Fernwick Privacy Notice", Created = new DateOnly(2025, 3, 4), Updated = new DateOnly(2025, 6, 4), Effective = new DateOnly(2025, 7, 1) }, document.Source.Metadata);
        Assert.Equal("We keep plans.", document.Text);
        Assert.Equal("Privacy", Read("---\ntitle: Other\n---\n# Privacy\n").Title);
        Assert.Null(Read("# Privacy\n").Source.Metadata);
    }

    [Fact]
    public void Links_have_their_words_and_targets_also_by_reference_and_in_html()
    {
        PolicyDocument document = Read("See [the *fees*][f], <https://fernwick.example/a>, <a href=\"/b?c=1&amp;d=2\">plans</a> and ![a picture](x.png).\n\n[f]: https://fernwick.example/fees\n\n<p><a href='/e'>more</a></p>\n");
        Assert.Equal(["the fees", "https://fernwick.example/a", "plans", "more"], document.Links.Select(link => link.Range.Of(document.Text)));
        Assert.Equal(["https://fernwick.example/fees", "https://fernwick.example/a", "/b?c=1&d=2", "/e"], document.Links.Select(link => link.Target));
    }

    [Theory]
    [InlineData("See [the fees](#our-fees).\n\n## Our fees\n\nWe bill.\n")]
    [InlineData("See [the fees](#f1).\n\n<a id=\"f1\"></a>\n\n## Our fees\n\nWe bill.\n")]
    [InlineData("See [the fees](#f1).\n\n<h2 id='f1'>Our fees</h2>\n\nWe bill.\n")]
    [InlineData("See [the fees](#f1).\n\n## <a name=\"f1\"></a>Our fees\n\nWe bill.\n")]
    public void A_link_to_an_anchor_leads_to_its_heading(string markdown)
    {
        IReadOnlyList<Provision> provisions = ProvisionSegmenter.Segment(Read(markdown), TestContext.Current.CancellationToken);
        Assert.Equal("Our fees", provisions[1].Text);
        Assert.Equal(provisions[1].Id, Assert.Single(provisions[0].References).TargetId);
    }

    [Fact]
    public void A_footnotes_mark_leads_to_its_note()
    {
        IReadOnlyList<Provision> provisions = ProvisionSegmenter.Segment(Read("We keep it[^n].\n\n[^n]: For a year.\n"), TestContext.Current.CancellationToken);
        Assert.Equal(provisions[1].Id, Assert.Single(provisions[0].References).TargetId);
    }

    [Fact]
    public void Line_and_column_are_those_of_the_words()
    {
        PolicyDocument document = Read("# *Data*\r\n\r\n> - We **keep** &amp; use\r\n>   `plans`.\r\n\r\n| a | b |\r\n|---|---|\r\n| x | yes |\r\n");
        Assert.Equal((1, 4), Place("Data"));
        Assert.Equal((3, 5), Place("We keep"));
        Assert.Equal((3, 10), Place("keep"));
        Assert.Equal((3, 17), Place("&"));
        Assert.Equal((4, 6), Place("plans"));
        Assert.Equal((8, 7), Place("yes"));

        (int Line, int Column) Place(string words)
        {
            SourcePosition position = document.GetSourcePosition(document.Text.IndexOf(words, StringComparison.Ordinal));
            return (position.Line, position.Column);
        }
    }

    [Fact]
    public void Every_character_leads_to_itself_in_the_source()
    {
        string[] parts =
        [
            "We **keep** your [plan](https://fernwick.example/a_(b) \"t\").", "## Fees \\& more", "- one\n- two\n  continued\n\n  and more", "1. first\n   - inner `code` and ``a ` b``\n2. second",
            "> quoted\n> text\n> - item", "| a | b |\n|---|---|\n| c *d* | e\\|f |", "<p class=\"x > y\">html &lt;p&gt; &copy; text</p>", "Title\n=====", "a<br>b  \nc\\\nd", "***bold* mixed**", "    four spaces\n    of code",
            "<div>\n<table><tr><td>x &amp; y</td><td>z</td></tr></table>\n</div>", "text[^1]\n\n[^1]: note *here*", "* a\n\n  b\n\n  > c\n  > d", "+---+---+\n| g | h |\n+===+===+\n| i | j |\n+---+---+", "<https://fernwick.example> & <b>x</b>", "\tindented\ttab", "Ünïcode “quotes” — 漢字 𝒳",
        ];
        Gen.Int[0, parts.Length - 1].Array[1, 6].Sample(
            indexes =>
            {
                string markdown = string.Join("\n\n", indexes.Select(index => parts[index]));
                Assert.Equal(string.Empty, SourceEvidence.Differences(Read(markdown), markdown));
            },
            iter: 400,
            threads: 1);
    }

    private static string Outline(string markdown) => DocumentOutline.Of(Read(markdown));

    private static PolicyDocument Read(string markdown) => DocumentOutline.Read(markdown, PolicyMediaType.Markdown);
}
