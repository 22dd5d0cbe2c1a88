using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Tests.Documents;

/// <summary>What of a page is policy and what is page: pages of an invented garden planner.</summary>
public sealed class PageExtractionTests
{
    private const string Policy =
        """
        <h1>Privacy notice</h1>
        <p>Last updated: 4 May 2026</p>
        <h2>What we keep</h2>
        <p>Fernwick keeps the plan of your garden and the address of your account for as long as the account is open.</p>
        <p>Fernwick shows your plan to nobody but the neighbours whom you invite, and they can copy it only if you say so.</p>
        <p>Fernwick measures how often each tool is used, without names, and throws the counts away at the end of the year.</p>
        <p>Fernwick deletes both within thirty days after you close the account, backups included, unless a law asks otherwise.</p>
        """;

    private const string Outline =
        """
        h1: Privacy notice
        p: Last updated: 4 May 2026
        h2: What we keep
        p: Fernwick keeps the plan of your garden and the address of your account for as long as the account is open.
        p: Fernwick shows your plan to nobody but the neighbours whom you invite, and they can copy it only if you say so.
        p: Fernwick measures how often each tool is used, without names, and throws the counts away at the end of the year.
        p: Fernwick deletes both within thirty days after you close the account, backups included, unless a law asks otherwise.

        """;

    public static TheoryData<string, string> Furniture() => new()
    {
        { "a navigation", """<nav><ul><li><a href="/">Home</a></li><li><a href="/plans">Plans</a></li></ul></nav>""" },
        { "a navigation by role", """<div role="navigation"><a href="/">Home</a> <a href="/plans">Plans</a></div>""" },
        { "a menu with long descriptions", """<div class="nav-menu">""" + string.Concat(Enumerable.Range(1, 9).Select(number => $"""<a href="/{number}">Tool {number}</a><span>Draws beds of kind {number} for you</span>""")) + "</div>" },
        { "a footer", """<footer><p>Fernwick Ltd</p><a href="/jobs">Jobs</a><a href="/press">Press</a></footer>""" },
        { "a cookie banner", """<div class="cookie-banner"><p>We use cookies to make the garden grow and to count its visitors.</p><button>Accept</button><button>Reject</button></div>""" },
        { "a consent dialog longer than the policy", """<div role="dialog" aria-modal="true"><h2>Your choice</h2>""" + string.Concat(Enumerable.Range(1, 12).Select(number => $"""<p>Partner {number} reads a cookie to count how often the picture of a watering can was shown to you.</p><input type="checkbox"><button>Details</button>""")) + "</div>" },
        { "a share bar", """<div class="social-share"><a href="https://a.example">Share</a><a href="https://b.example">Post</a></div>""" },
        { "related links", """<aside><h3>Related</h3><a href="/a">How to plan</a><a href="/b">How to sow</a></aside>""" },
        { "a newsletter form", """<section class="newsletter-signup"><h2>Grow with us</h2><p>One letter a month with seeds and plans.</p><input type="email"><button>Sign up</button></section>""" },
        { "a search form", """<form role="search"><label>Search</label><input type="text"><button>Go</button></form>""" },
        { "scripts and styles", """<script>var a = "<p>not text</p>";</script><style>p { color: red }</style><noscript>Turn on scripts</noscript><template><p>later</p></template>""" },
        { "hidden text", """<div style="display: none"><p>This is shown by a script only and says nothing of the policy.</p></div><p hidden>Draft</p>""" },
        { "filler text", "<div>" + string.Concat(Enumerable.Repeat("word ", 120)) + "</div>" },
        { "a skip link", """<a class="skip-link" href="#main">Skip to content</a>""" },
    };

    [Theory]
    [MemberData(nameof(Furniture))]
    public void Furniture_of_a_page_is_dropped_before_and_after_the_policy(string what, string furniture)
    {
        Assert.NotEmpty(what);
        Assert.Equal(Outline, DocumentOutline.OfHtml($"<body>{furniture}<main id='main'>{Policy}</main></body>"), ignoreLineEndingDifferences: true);
        Assert.Equal(Outline, DocumentOutline.OfHtml($"<body><main id='main'>{Policy}</main>{furniture}</body>"), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_page_without_main_loses_its_furniture_too()
    {
        string page = $"""<body><div class="header"><a href="/">Home</a><a href="/plans">Plans</a></div><div><div>{Policy}</div></div><div class="footer"><a href="/jobs">Jobs</a> <a href="/press">Press</a></div></body>""";
        Assert.Equal(Outline, DocumentOutline.OfHtml(page), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_class_word_alone_drops_nothing()
    {
        string page = $"""<body><div class="cookie-footer sidebar related modal toc-content"><div class="md:nav-hidden">{Policy}</div></div></body>""";
        Assert.Equal(Outline, DocumentOutline.OfHtml(page), ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("""<button aria-expanded="false" aria-controls="a">Who sees it</button><div id="a" hidden>""", "</div>")]
    [InlineData("""<h2>Who sees it</h2><div class="accordion-panel" style="display:none">""", "</div>")]
    [InlineData("""<h2>Who sees it</h2><div role="tabpanel" aria-hidden="true">""", "</div>")]
    [InlineData("<details><summary>Who sees it</summary>", "</details>")]
    [InlineData("""<h2>Who sees it</h2><div hidden="until-found">""", "</div>")]
    public void A_panel_that_a_reader_opens_is_kept(string before, string after)
    {
        string outline = DocumentOutline.OfHtml($"<body><main>{Policy}{before}{DocumentOutline.Prose("photographs of visitors")}{after}</main></body>");
        Assert.Contains(": Who sees it\n", outline, StringComparison.Ordinal);
        Assert.Contains("photographs of visitors", outline, StringComparison.Ordinal);
    }

    [Fact]
    public void The_copy_for_small_screens_is_read_once()
    {
        string policy = Policy + string.Concat(Enumerable.Range(1, 6).Select(number => DocumentOutline.Prose("log " + number)));
        string outline = DocumentOutline.OfHtml($"""<body><div class="desktop">{policy}</div><div class="mobile">{policy}</div></body>""");
        Assert.Equal(1, outline.Split("h2: What we keep").Length - 1);
    }

    [Fact]
    public void A_clause_that_is_repeated_on_purpose_stays()
    {
        string clause = "<div>" + DocumentOutline.Prose("seeds") + DocumentOutline.Prose("bulbs") + DocumentOutline.Prose("cuttings") + DocumentOutline.Prose("water") + DocumentOutline.Prose("soil") + "</div>";
        string body = string.Concat(Enumerable.Range(1, 60).Select(number => DocumentOutline.Prose("record " + number)));
        string outline = DocumentOutline.OfHtml($"<body><main><h2>Beds</h2>{clause}{body}<h2>Pots</h2>{clause}</main></body>");
        Assert.Equal(2, outline.Split("keeps cuttings only").Length - 1);
    }

    [Fact]
    public void A_page_that_scripts_would_fill_says_so()
    {
        PolicyDocument document = DocumentOutline.Read("""<body><div id="root"></div><script src="app.js"></script></body>""", PolicyMediaType.Html);
        Assert.Empty(document.Text);
        Assert.Equal("no-policy-found", Assert.Single(document.Diagnostics).Code);
    }

    [Theory]
    [InlineData("<h1>Privacy Notice</h1><p>We keep your order for two years.</p>", "h1: Privacy Notice\np: We keep your order for two years.\n")]
    [InlineData("<p>We keep your order for two years.</p>", "p: We keep your order for two years.\n")]
    [InlineData("We keep your order for two years.", "p: We keep your order for two years.\n")]
    [InlineData("<ul><li>Orders</li><li>Letters</li></ul>", "item1: [•] Orders\nitem1: [•] Letters\n")]
    [InlineData("<table><tr><th>Data</th><th>Kept</th></tr><tr><td>Order</td><td>Two years</td></tr></table>", "columns: Data | Kept\nrow: Order | Two years\n")]
    public void A_tiny_page_loses_nothing(string body, string outline) =>
        Assert.Equal(outline, DocumentOutline.OfHtml($"<html><body>{body}</body></html>"));

    [Theory]
    [InlineData("""<p><a href="#top">↑ Back to top</a></p>""")]
    [InlineData("""<p><a href="#page">Haut de page</a></p>""")]
    public void A_link_back_to_the_top_says_nothing(string link) =>
        Assert.Equal(Outline, DocumentOutline.OfHtml($"<body><main>{Policy}{link}</main></body>"), ignoreLineEndingDifferences: true);

    [Fact]
    public void A_code_unit_that_the_parser_takes_for_the_end_hides_nothing()
    {
        PolicyDocument document = PolicyDocument.Parse("<h1>Privacy Notice</h1><p>We keep your \uFFFForder for two years.</p><p>Then we delete it.</p>", new PolicyReadOptions { MediaType = PolicyMediaType.Html }, TestContext.Current.CancellationToken);
        Assert.EndsWith("Then we delete it.", document.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("privacy-2024", 2024)]
    [InlineData("privacy-2025", 2025)]
    [InlineData("privacy-2026", 2026)]
    [InlineData("terms-2024", 2024)]
    [InlineData("terms-2025", 2025)]
    [InlineData("terms-2026", 2026)]
    public void Each_sample_policy_gives_the_date_it_states(string name, int year)
    {
        PolicyDocument document = PolicyDocument.Load(Repository.PathOf("docs", "samples", "policies", name + ".html"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(year, (document.EffectiveDate ?? document.UpdatedDate)?.Year);
    }
}
