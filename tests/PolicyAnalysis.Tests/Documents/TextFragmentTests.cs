namespace PolicyAnalysis.Tests.Documents;

/// <summary>Addresses that lead from a quote to its place on the live page.</summary>
public sealed class TextFragmentTests
{
    private const string Address = "https://fernwick.example/p";

    [Theory]
    [InlineData("<p>Plans are kept.</p>", "Plans are kept.", "Plans%20are%20kept.")]
    [InlineData("<p>One - two, three & four.</p>", "One - two, three & four.", "One%20%2D%20two%2C%20three%20%26%20four.")]
    [InlineData("<h2>Plans</h2><p>Are kept.</p><h2>Names</h2><p>Are kept.</p>", "Are kept.", "Names-,Are%20kept.")]
    [InlineData("<nav><a href='/'>Names</a></nav><h2>Plans</h2><p>Kept.</p><h2>Names</h2><p>Kept too.</p>", "Names", "Kept.-,Names")]
    [InlineData("<ul><li>Names</li><li>Plans of beds</li></ul><ul><li>Names</li><li>Plans of pots</li></ul>", "Names", "Plans%20of%20beds-,Names")]
    [InlineData("<p>Beds:</p><p>Names</p><p>of beds</p><p>Beds:</p><p>Names</p><p>of pots</p>", "Names", "Names,-of%20pots")]
    [InlineData("<p>First<br>second - third</p>", "First second - third", "First,second%20%2D%20third")]
    [InlineData("<p>We keep <b>pl</b>ans <i>of <u>beds</u></i>.</p>", "We keep plans of beds.", "We%20keep%20plans%20of%20beds.")]
    [InlineData("<p>Gardens</p><p>Gardeners plan.</p>", "Gardeners plan.", "Gardeners%20plan.")]
    [InlineData("<p>Replan.</p><p>plan.</p>", "plan.", "plan.")]
    [InlineData("<p>Privacy</p><p>PRIVACY</p>", "PRIVACY", "Privacy-,PRIVACY")]
    [InlineData("<p>Café</p><p>Cafe</p>", "Cafe", "Caf%C3%A9-,Cafe")]
    [InlineData("<div hidden>Plans are kept.</div><p>Plans are kept.</p>", "Plans are kept.", "Plans%20are%20kept.")]
    [InlineData("<div aria-hidden='true'>Plans are kept.</div><p>Yes:</p><p>Plans are kept.</p>", "Plans are kept.", "Yes%3A-,Plans%20are%20kept.")]
    [InlineData("<table><tr><th>Data</th><th>Kept</th></tr><tr><td>Plans</td><td>A year</td></tr></table>", "Plans\tA year", "Plans,A%20year")]
    [InlineData("<details><summary>More</summary><p>Plans are kept.</p></details>", "Plans are kept.", "Plans%20are%20kept.")]
    [InlineData("<p>Plans are <a href='/x'>kept</a><button>Copy</button> for a year.</p>", "for a year.", "for%20a%20year.")]
    public void An_address_marks_the_quote_where_it_stands(string body, string quote, string directive)
    {
        PolicyDocument document = Read(body);
        QuoteAddress address = AddressOf(document, quote);
        Assert.Equal($"{Address}#:~:text={directive}", address.Address);
        Assert.Equal(QuoteMark.Quote, address.Marks);
    }

    [Fact]
    public void A_long_quote_is_marked_by_its_first_and_last_words()
    {
        PolicyDocument document = Read("<p>Fernwick keeps the plan of your garden and the address of your account for as long as the account is open, and then a year.</p>");
        Assert.Equal($"{Address}#:~:text=Fernwick%20keeps%20the%20plan%20of,open%2C%20and%20then%20a%20year.", AddressOf(document, document.Text).Address);
    }

    [Fact]
    public void A_row_whose_first_cell_stands_above_too_is_told_by_its_neighbours()
    {
        PolicyDocument document = Read("<table><tr><th>By</th><th>Name</th><th>For</th></tr><tr><td>Us</td><td>a1</td><td>Us</td></tr><tr><td>Us</td><td>b2</td><td>Us</td></tr><tr><td>Us</td><td>c3</td><td>Us</td></tr></table>");
        Assert.Equal($"{Address}#:~:text=Us,-c3&text=c3,Us", AddressOf(document, "Us\tc3\tUs").Address);
    }

    [Fact]
    public void Words_of_the_page_between_those_of_the_quote_are_not_marked()
    {
        PolicyDocument document = Read("<p>Plans are kept <span class='sr-only'>(opens elsewhere)</span> for a year.</p>");
        Assert.Equal($"{Address}#:~:text=Plans%20are%20kept&text=for%20a%20year.", AddressOf(document, "Plans are kept for a year.").Address);
    }

    [Theory]
    [InlineData("<h1 id='top'><img alt='Privacy notice'></h1><p>Plans.</p>", "Privacy notice", QuoteMark.NothingOfImages, "#top")]
    [InlineData("<button aria-controls='k'>Kept</button><div id='k' class='panel' style='display:none'><p>Plans are kept for a year.</p></div>", "Plans are kept for a year.", QuoteMark.NothingHidden, "#k")]
    [InlineData("<p>Kept:</p><p>Plans</p><p>Kept:</p><p>Plans</p><p>Kept:</p><p id='third'>Plans</p><p>Kept:</p>", "Plans", QuoteMark.NothingRepeated, "#third")]
    [InlineData("<p>Kept:</p><p>Plans</p><p>Kept:</p><p>Plans</p><p>Kept:</p><p>Plans</p><p>Kept:</p>", "Plans", QuoteMark.NothingRepeated, "")]
    public void Where_nothing_can_be_marked_the_address_says_why_and_leads_to_the_anchor(string body, string quote, QuoteMark marks, string anchor)
    {
        QuoteAddress address = AddressOf(Read(body), quote);
        Assert.Equal(marks, address.Marks);
        Assert.Equal(Address + anchor, address.Address);
    }

    [Fact]
    public void What_an_image_holds_of_a_row_is_left_out_and_said()
    {
        PolicyDocument document = Read("<table><tr><th>Data</th><th>Shared</th></tr><tr><td>Plans</td><td><img alt='Yes'></td></tr></table>");
        QuoteAddress address = AddressOf(document, "Plans\tYes");
        Assert.Equal(QuoteMark.Part, address.Marks);
        Assert.Equal($"{Address}#:~:text=Plans", address.Address);
    }

    [Theory]
    [InlineData("Plans are kept.", 0, 4)]
    [InlineData("Plans are kept.", 1, 5)]
    [InlineData("Plans are kept.", 6, 9)]
    public void A_quote_that_breaks_a_word_is_told_by_what_stands_beside_it(string text, int start, int end)
    {
        QuoteAddress address = Read($"<p>{text}</p>").GetQuoteAddress(new TextRange(start, end))!;
        Assert.Equal(QuoteMark.Quote, address.Marks);
    }

    [Fact]
    public void A_range_without_words_leads_to_the_page()
    {
        QuoteAddress address = Read("<p>Plans are kept.</p>").GetQuoteAddress(new TextRange(5, 6))!;
        Assert.Equal(QuoteMark.NothingWritten, address.Marks);
        Assert.Equal(Address, address.Address);
    }

    [Fact]
    public void A_document_that_was_not_read_from_a_page_stands_for_it()
    {
        PolicyDocument document = DocumentOutline.Read("# Data\n\nPlans are kept.\n\n# Names\n\nPlans are kept.\n", PolicyMediaType.Markdown, new PolicyReadOptions { Address = new Uri(Address) });
        Assert.Equal($"{Address}#:~:text=Names-,Plans%20are%20kept.", document.GetQuoteAddress(document.Blocks[3].Range)?.Address);
    }

    [Fact]
    public void A_policy_that_is_one_of_several_leads_to_its_own_place()
    {
        string chapter = string.Concat(Enumerable.Range(1, 9).Select(number => DocumentOutline.Prose("plan " + number)));
        IReadOnlyList<PolicyDocument> documents = PolicyDocument.ParseAll($"<main><h1>Legal</h1><h2>Terms of Service</h2><p>Be kind.</p>{chapter}<h2>Privacy Policy</h2><p>Be kind.</p>{chapter}</main>", new PolicyReadOptions { Address = new Uri(Address) }, TestContext.Current.CancellationToken);
        Assert.Equal(2, documents.Count);
        Assert.Equal($"{Address}#:~:text=Privacy%20Policy-,Be%20kind.", AddressOf(documents[1], "Be kind.").Address);
    }

    [Fact]
    public void Without_an_address_of_the_web_there_is_none()
    {
        Assert.Null(DocumentOutline.Read("<p>Plans.</p>", PolicyMediaType.Html).GetQuoteAddress(new TextRange(0, 5)));
        Assert.Null(DocumentOutline.Read("<p>Plans.</p>", PolicyMediaType.Html, new PolicyReadOptions { Address = new Uri("file:///plans.html") }).GetQuoteAddress(new TextRange(0, 5)));
        Assert.StartsWith("https://fernwick.example/", DocumentOutline.Read("<p>Plans.</p>", PolicyMediaType.Html, new PolicyReadOptions { Address = new Uri("https://name:word@fernwick.example/") }).GetQuoteAddress(new TextRange(0, 5))!.Address, StringComparison.Ordinal);
    }

    private static PolicyDocument Read(string body) => DocumentOutline.Read(body, PolicyMediaType.Html, new PolicyReadOptions { Address = new Uri(Address) });

    /// <summary>The address of the last place of a quote in the document.</summary>
    private static QuoteAddress AddressOf(PolicyDocument document, string quote)
    {
        int start = document.Text.LastIndexOf(quote, StringComparison.Ordinal);
        Assert.True(start >= 0, document.Text);
        return document.GetQuoteAddress(new TextRange(start, start + quote.Length))!;
    }
}
